import { type Random, randomFrom } from '../../support/random.ts';
import { BUREAU, COUNTY, NUMBERS } from './sample.ts';

/**
 * Sentences composed of whose × when × what × structure × quantity, each with what its numbers truly are, so that it
 * can be said rightly or with one number wrong.
 */
export interface Composed {
  readonly issuer: typeof BUREAU;
  readonly heading: string;
  /** With `{at}` where a number stands. */
  readonly pattern: string;
  /** Of each number: what the table holds, or undefined where no cell answers it. */
  readonly numbers: readonly (number | undefined)[];
}

type Named = readonly [words: string, number: string];

type Words = readonly [string, ...string[]];

const WHOSE: Readonly<Record<'bureau' | 'county' | 'other', Words>> = {
  bureau: ['', '我局', '本机关', '全局', '县水务局', '青溪县水务局', '我单位'],
  county: ['', '全县', '我县', '全县各级行政机关', '全县行政机关'],
  other: ['县住建局', '白鹭镇', '丰谷县', '县自然资源局', '市行政审批局', '乡镇', '县直部门'],
};
const WHEN: Readonly<Record<'whole' | 'other', Words>> = {
  whole: ['', '2024年，', '2024年度，', '全年', '本年度', '截至2024年12月31日，', '今年以来，'],
  other: ['2023年，', '上半年', '近三年，', '去年', '第三季度'],
};
const TOTALLY: Words = ['', '共', '累计', '共计', '总计'];
const NOUN: Words = ['政府信息公开申请', '依申请公开', '信息公开申请', '公民、法人和其他组织提出的政府信息公开申请'];

const RESULTS: readonly Named[] = [
  ['予以公开', 'granted'],
  ['部分公开', 'partial'],
  ['不予公开', 'denied'],
  ['无法提供', 'unable'],
  ['不予处理', 'notHandled'],
  ['其他处理', 'other'],
];
type Reasons = readonly [group: string, reasons: readonly Named[]];

const REASONS: readonly [Reasons, ...Reasons[]] = [
  [
    '不予公开',
    [
      ['属于国家秘密', 'secret'],
      ['保护第三方合法权益', 'thirdParty'],
      ['属于四类过程性信息', 'process'],
      ['属于行政执法案卷', 'caseFile'],
      ['属于行政查询事项', 'inquiry'],
    ],
  ],
  [
    '无法提供',
    [
      ['本机关不掌握相关政府信息', 'notHeld'],
      ['没有现成信息需要另行制作', 'needCreate'],
      ['补正后申请内容仍不明确', 'unclear'],
    ],
  ],
  [
    '不予处理',
    [
      ['信访举报投诉类申请', 'petition'],
      ['重复申请', 'repeat'],
      ['要求提供公开出版物', 'publication'],
      ['无正当理由大量反复申请', 'excessive'],
    ],
  ],
];
const APPLICANTS: readonly Named[] = [
  ['自然人', 'natural'],
  ['商业企业', 'business'],
  ['科研机构', 'research'],
  ['社会公益组织', 'ngo'],
  ['法律服务机构', 'legal'],
];
const OUTCOMES: readonly Named[] = [
  ['结果维持', 'upheld'],
  ['结果纠正', 'corrected'],
  ['其他结果', 'otherResult'],
  ['尚未审结', 'pending'],
];
const SUIT_OUTCOMES: readonly Named[] = [
  ['维持', 'suitsUpheld'],
  ['纠正', 'suitsCorrected'],
  ['其他结果', 'suitsOther'],
  ['尚未审结', 'suitsPending'],
];
const DOCUMENTS: readonly Named[] = [
  ['制发', 'made'],
  ['废止', 'repealed'],
  ['现行有效', 'valid'],
];
const DECISIONS: readonly Named[] = [
  ['行政许可', 'licence'],
  ['行政处罚', 'penalty'],
  ['行政强制', 'coercion'],
];

/** One sentence in the making. */
class Maker {
  readonly numbers: (number | undefined)[] = [];
  readonly random: Random;
  readonly isOther: boolean;

  constructor(random: Random, isOther: boolean) {
    this.random = random;
    this.isOther = isOther;
  }

  number(name: string, unit = '件'): string {
    const known = NUMBERS[name];
    this.numbers.push(this.isOther ? undefined : known);
    return `{${this.numbers.length - 1}}${unit}`;
  }

  /** Several named numbers in one of the ways to write them. */
  list(items: readonly Named[], unit = '件'): string {
    const { random } = this;
    const mark = random.pick(['、', '，']);
    if (items.length > 1 && random.chance(0.15)) {
      const names = items.map(([words]) => words).join('、');
      return `${names}分别为${items.map(([, name]) => this.number(name, unit)).join('、')}`;
    }
    const between = random.pick(['', '的', '的有', '共']);
    return items.map(([words, name]) => `${words}${between}${this.number(name, unit)}`).join(mark);
  }

  some(items: readonly Named[]): Named[] {
    const kept = items.filter(() => this.random.chance(0.7));
    return kept.length > 0 ? kept : items.slice(0, 1);
  }
}

type What = (maker: Maker, subject: string) => string;

const received: What = (maker, subject) => {
  const { random } = maker;
  const noun = random.pick(NOUN);
  const verb = random.pick(['收到', '受理', '接收', '新收']);
  return random.chance(0.3)
    ? `${subject}${random.pick(TOTALLY)}${verb}${maker.number('new')}${noun}`
    : `${subject}${random.pick(TOTALLY)}${verb}${noun}${maker.number('new')}`;
};

const flow: What = (maker, subject) => {
  const mark = maker.random.pick(['，', '、', '；']);
  const carried = maker.random.pick(['上年结转', '上年度结转', '2023年结转']);
  const out = maker.random.pick(['结转下年度继续办理', '结转下一年度', '结转至2025年', '转下年办理']);
  return `${subject}新收政府信息公开申请${maker.number('new')}${mark}${carried}${maker.number('in')}；${maker.random.pick(['办结', '已办结', '年内办结'])}${maker.number('done')}${mark}${out}${maker.number('out')}`;
};

const results: What = (maker, subject) => {
  const isOfAll = maker.isOther || maker.random.chance(0.5);
  const lead = isOfAll ? `${subject}办结政府信息公开申请${maker.number('done')}，其中` : '从办理结果看，';
  return `${lead}${maker.list(maker.some(RESULTS))}`;
};

const reasons: What = (maker, subject) => {
  const [group, all] = maker.random.pick(REASONS);
  const named = RESULTS.find(([words]) => words === group)?.[1] ?? '';
  const lead = maker.isOther ? `${subject}收到的申请中，` : '';
  const list = maker.some(all).slice(0, 2);
  return maker.random.chance(0.5)
    ? `${lead}${group}${maker.number(named)}，其中${list.map(([words, name]) => `${words}${maker.number(name)}`).join('、')}等`
    : `${lead}${group}${maker.number(named)}（${list.map(([words, name]) => `${words}${maker.number(name)}`).join('、')}等）`;
};

const applicants: What = (maker, subject) => {
  const two: readonly Named[] = [
    ['自然人', 'natural'],
    [maker.random.pick(['法人或其他组织', '法人和其他组织', '法人或者其他组织']), 'organisations'],
  ];
  const list = maker.random.chance(0.5) ? two : maker.some(APPLICANTS);
  return `${received(maker, subject)}，其中${maker.list(list)}${list === two ? '' : '等'}`;
};

const reviews: What = (maker, subject) => {
  const cause = maker.random.pick(['因政府信息公开', '因政府信息公开工作', '就政府信息公开']);
  if (maker.random.chance(0.5)) {
    return `${subject}${cause}被申请行政复议${maker.number('review')}，其中${maker.list(OUTCOMES)}`;
  }
  const suits = `${subject}${cause}被提起行政诉讼${maker.number('suits')}，其中`;
  return maker.random.chance(0.5)
    ? `${suits}${maker.list(SUIT_OUTCOMES)}`
    : `${suits}未经复议直接起诉${maker.number('direct')}、复议后起诉${maker.number('after')}`;
};

const documents: What = (maker, subject) => {
  const noun = maker.random.pick(['行政规范性文件', '规范性文件']);
  const mark = maker.random.pick(['，', '、']);
  const [first, ...others] = DOCUMENTS;
  return `${subject}${first?.[0]}${noun}${maker.number('made')}${others.map(([words, name]) => `${mark}${words}${maker.number(name)}`).join('')}`;
};

const decisions: What = (maker, subject) => {
  const verb = maker.random.pick(['作出', '依法作出', '办理']);
  const tail = maker.random.pick(['决定', '']);
  return `${subject}${verb}${maker
    .some(DECISIONS)
    .map(([words, name]) => `${words}${tail}${maker.number(name)}`)
    .join('、')}`;
};

type Placed = readonly [what: What, heading: string];

const WHATS: readonly [Placed, ...Placed[]] = [
  [received, '（二）依申请公开情况。'],
  [flow, '（二）依申请公开情况。'],
  [results, '（二）依申请公开情况。'],
  [reasons, '（二）依申请公开情况。'],
  [applicants, '（二）依申请公开情况。'],
  [reviews, '（二）依申请公开情况。'],
  [documents, '（三）政府信息管理情况。'],
  [decisions, '（一）主动公开情况。'],
];

export function composed(seed: number): Composed {
  const random = randomFrom(seed);
  const [what, heading] = random.pick(WHATS);
  const issuer = random.pick([BUREAU, COUNTY]);
  const isOther = random.chance(0.25);
  const other = isOther ? random.pick(['whose', 'when']) : 'none';
  const whose = random.pick(other === 'whose' ? WHOSE.other : issuer === BUREAU ? WHOSE.bureau : WHOSE.county);
  const when = random.pick(other === 'when' ? WHEN.other : WHEN.whole);
  const maker = new Maker(random, isOther);
  const pattern = `${what(maker, when + whose)}。`;
  return { issuer, heading, pattern, numbers: maker.numbers };
}

/** How numbers are written. */
const WRITTEN: readonly [(number: number) => string, ...((number: number) => string)[]] = [
  String,
  String,
  (number) => String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (number) => number.toLocaleString('en-US'),
  (number) => ` ${number} `,
];

/** The sentence, with the number at `wrong` another than the table's; numbers of something else are odd anyway. */
export function written({ pattern, numbers }: Composed, seed: number, wrong = -1): string {
  const random = randomFrom(seed);
  const write = random.pick(WRITTEN);
  return pattern.replace(/\{(\d+)\}/g, (_hole, at: string) => {
    const number = numbers[Number(at)];
    if (number === undefined) return write(random.int(90_000, 99_999));
    return write(Number(at) === wrong ? number + random.pick([1, 10, 3000]) : number);
  });
}
