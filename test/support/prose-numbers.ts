import type { ProseContext } from './prose.ts';
import type { Facts } from './values.ts';

/** Sentences that repeat numbers of the tables, in the wordings that published reports use. */

export function aboutRequests({ year, issuer, facts, random }: ProseContext): string {
  const received = facts.request('new');
  const carriedIn = facts.request('carriedIn');
  const handled = facts.request('resultTotal');
  const carriedOut = facts.request('carriedOut');
  if (received + carriedIn === 0) {
    return random.pick([
      `${year}年，${issuer.self}未收到政府信息公开申请。`,
      '全年共收到政府信息公开申请0件。',
      '本年度未收到公民、法人和其他组织提出的政府信息公开申请，也没有上年结转的申请。',
    ]);
  }
  const natural = facts.request('new', 'natural');
  const how = random.pick([
    `全年收到政府信息公开申请${received}件，上年结转${carriedIn}件；办结${handled}件，结转下年度继续办理${carriedOut}件。`,
    `共受理政府信息公开申请${received}件，其中自然人申请${natural}件，法人或其他组织申请${received - natural}件；共办理${handled}件，结转下一年${carriedOut}件。`,
    `共收办政府信息公开申请${received + carriedIn}件，其中本年新收${received}件、上年结转${carriedIn}件，办结${handled}件，结转下年度继续办理${carriedOut}件。`,
    `${year}年，新收政府信息公开申请数量${received}件，均依法办理。`,
  ]);
  return `${how}${handled > 0 ? results(facts, random) : ''}`;
}

function results(facts: Facts, random: ProseContext['random']): string {
  const counted: [string, number][] = [
    ['予以公开', facts.results('granted')],
    ['部分公开', facts.results('partial')],
    ['不予公开', facts.results('denied')],
    ['无法提供', facts.results('unable')],
    ['不予处理', facts.results('notHandled')],
    ['其他处理', facts.results('other')],
  ];
  const all = random.chance(0.3);
  const listed = counted.filter(([, count]) => all || count > 0).map(([name, count]) => `${name}${count}件`);
  return random.pick(['', `从办理结果看，${listed.join('、')}。`, `办结的申请中，${listed.join('，')}。`]);
}

export function aboutReview({ facts, random }: ProseContext): string {
  const review = facts.review('review', 'total');
  const litigation = facts.litigation('total');
  if (review + litigation === 0) {
    return random.pick([
      '没有因政府信息公开被申请行政复议、提起行政诉讼的情况。',
      '全年收到政府信息公开行政复议0件，行政诉讼0件。',
      '',
    ]);
  }
  const outcomes = (count: (outcome: string) => number): string =>
    `其中结果维持${count('upheld')}件，结果纠正${count('corrected')}件，其他结果${count('otherResult')}件，尚未审结${count('pending')}件`;
  return random.pick([
    `政府信息公开行政复议${review}件，${outcomes((outcome) => facts.review('review', outcome))}；行政诉讼${litigation}件，${outcomes((outcome) => facts.litigation(outcome))}。`,
    `因政府信息公开被申请行政复议${review}件，被提起行政诉讼${litigation}件。`,
  ]);
}

export function aboutDocuments({ form, facts, random }: ProseContext): string {
  const at = (column: string): number => facts.at('proactive', 'normative', column);
  if (!form.tables.proactive.blocks.some(({ columns }) => columns.some(({ role }) => role === 'removed'))) {
    return random.pick(['', `全年新公开规范性文件${at('published')}件，对外公开总数量${at('open')}件。`]);
  }
  return random.pick([
    '',
    `全年制发行政规范性文件${at('made')}件，废止行政规范性文件${at('repealed')}件，现行有效行政规范性文件${at('valid')}件。`,
    `本年制发行政规范性文件${at('made')}件、废止${at('repealed')}件，现行有效${at('valid')}件。`,
  ]);
}

/** Reports from 2021 on say what was charged for information under 国办函〔2020〕109号. */
export function aboutFee({ form, year, random }: ProseContext): string[] {
  if (!form.statesFees) return [random.pick(['无。', '没有其他需要报告的事项。'])];
  const basis = '《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）';
  return random.pick([
    [`依据${basis}，本年度发出收费通知0件，收取信息处理费0元。`],
    ['本年度未收取信息处理费，没有其他需要报告的事项。'],
    [`按照${basis}的规定，${year}年没有产生信息处理费。`],
  ]);
}
