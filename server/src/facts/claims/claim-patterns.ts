import { type CellId, cellId } from '../../forms/index.ts';
import { REQUESTS_2021 } from '../../forms/requests.ts';
import { NUMBER_SOURCE } from '../../text/numerals.ts';
import type { ClaimKind } from './claim-scope.ts';

/**
 * How prose states a number that also stands in a table. Each pattern binds the number `n` to one or more readings;
 * a reading is a sum of cells. 收到 may mean the new requests or the new and the carried over ones: both are readings,
 * and only a number that fits neither is a contradiction.
 */
export interface ClaimPattern {
  /** What the claim is about, in the form's words. */
  readonly about: string;
  readonly pattern: RegExp;
  /** A sentence must hold one of them for the pattern to match. */
  readonly cues: readonly string[];
  readonly readings: readonly (readonly CellId[])[];
  /** What the sentence, or the one before it, must speak of. */
  readonly topic: 'requests' | 'review' | 'any';
  readonly kind: ClaimKind;
  /** The row label without ordinal: prose that repeats it word for word is held to it strictly. */
  readonly label?: string;
}

export const NUMBER = `(?<n>${NUMBER_SOURCE})`;
const MEASURE = '\\s?(?:件|条|宗|份|次|个|例|起|部)(?!以上|以下|左右)';
const N = `${NUMBER}${MEASURE}`;
/** What may stand between a phrase and its number, without leaving the clause. */
const SKIP = '[^。；;，,、（()）0-9０-９]{0,8}?';
const GAP = '[^。；;，,0-9０-９]{0,14}?';
const REQUEST =
  '(?:(?:政府|政务)?信息公开(?:事项)?申请|依申请公开(?:政府信息)?(?:申请|件|事项|信息|内容)?|公开(?:政府)?信息的?申请|公开申请)';
/** What REQUEST cannot do without. */
const REQUEST_CUES = ['公开申请', '公开事项申请', '依申请公开', '信息申请', '信息的申请'];
const NEXT_YEAR = ['下年', '下一年', '次年', '次一年'];
const COUNT_WORD = '(?:数量|总数|件数|总量)?\\s?(?:共计|合计|总计|共|为|计)?\\s?';

const compile = (source: string): RegExp => new RegExp(source, 'g');

const requests = (row: string, column = 'total'): CellId => cellId('requests', row, column);
const NEW = requests('new');
const CARRIED_IN = requests('carriedIn');
const CARRIED_OUT = requests('carriedOut');
const RESULT = requests('resultTotal');

const rows = REQUESTS_2021.blocks.flatMap((block) => block.rows);
const group = (prefix: string): CellId[] =>
  rows.filter(({ key }) => key.startsWith(`${prefix}.`)).map(({ key }) => requests(key));

const ANSWERED = [requests('granted'), requests('partial'), ...group('denied'), ...group('unable')];

const incoming: readonly ClaimPattern[] = [
  {
    about: '本年新收政府信息公开申请',
    pattern: compile(`新(?:收|受理|接收|增)(?:的|到)?${GAP}(?:申请|依申请公开)${COUNT_WORD}${N}`),
    cues: ['新收', '新受理', '新接收', '新增'],
    readings: [[NEW]],
    topic: 'requests',
    kind: 'requests',
    label: '新收政府信息公开申请数量',
  },
  {
    about: '收到政府信息公开申请',
    pattern: compile(
      `(?<!新|未|没有)(?:收到|接到|接收|接获|受理|(?<![征税回验])收办?)${GAP}${REQUEST}${COUNT_WORD}${N}`,
    ),
    cues: REQUEST_CUES,
    readings: [[NEW], [NEW, CARRIED_IN], [RESULT]],
    topic: 'requests',
    kind: 'requests',
  },
  {
    about: '收到政府信息公开申请',
    pattern: compile(`(?<!新)(?:收到|接到|接收|受理)(?:各类|群众|公民|有效)?\\s?${N}的?${REQUEST}`),
    cues: REQUEST_CUES,
    readings: [[NEW], [NEW, CARRIED_IN], [RESULT]],
    topic: 'requests',
    kind: 'requests',
  },
  {
    about: '办理政府信息公开申请',
    pattern: compile(`(?:办理|处理|办结|答复)(?:完毕)?(?:的)?(?:${REQUEST})${COUNT_WORD}${N}`),
    cues: REQUEST_CUES,
    readings: [[RESULT], [NEW, CARRIED_IN], [NEW]],
    topic: 'requests',
    kind: 'requests',
  },
  {
    about: '办结政府信息公开申请',
    pattern: compile(`(?:办结|办理完毕|答复)(?:申请)?${COUNT_WORD}${N}`),
    cues: ['办结', '办理完毕', '答复'],
    // 答复 may leave out what was not handled (不予处理) or handled otherwise.
    readings: [[RESULT], [NEW], [NEW, CARRIED_IN], ANSWERED, [...ANSWERED, ...group('notHandled')]],
    topic: 'requests',
    kind: 'concluded',
  },
  {
    about: '上年结转政府信息公开申请',
    pattern: compile(`上(?:一)?年度?(?:的)?(?:结转|转结|转入|遗留)(?:的)?(?:政府信息公开)?(?:申请)?${COUNT_WORD}${N}`),
    cues: ['结转', '转结', '转入', '遗留'],
    readings: [[CARRIED_IN]],
    topic: 'requests',
    kind: 'requests',
    label: '上年结转政府信息公开申请数量',
  },
  {
    about: '结转下年度继续办理',
    pattern: compile(
      `(?:结转|转|顺延|延)(?:至|到|入)?(?:下|次)(?:一)?年度?(?:继续)?(?:办理|答复|处理)?(?:的)?(?:申请)?${COUNT_WORD}${N}`,
    ),
    cues: NEXT_YEAR,
    readings: [[CARRIED_OUT]],
    topic: 'requests',
    kind: 'requests',
    label: '结转下年度继续办理',
  },
  {
    about: '结转下年度继续办理',
    pattern: compile(`${N}(?:申请)?(?:将)?(?:结转|转|顺延|延)(?:至|到|入)?(?:下|次)(?:一)?年`),
    cues: NEXT_YEAR,
    readings: [[CARRIED_OUT]],
    topic: 'requests',
    kind: 'requests',
  },
];

const QUOTES = /[“”]/g;

const longestOf = (texts: readonly string[]): string =>
  texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');

/** @param name with the form's quotation marks, which prose may leave out: such a name is never there word for word. */
const result = (name: string, cells: readonly CellId[]): ClaimPattern => {
  const plain = name.replace(QUOTES, '');
  const pattern = name.replace(QUOTES, '[“”"]?');
  return {
    about: plain,
    pattern: compile(`(?<![及和或、者])(?:作|做)?${pattern}(?:的|类)?(?:申请)?${COUNT_WORD}${N}`),
    cues: [longestOf(name.split(QUOTES))],
    readings: [cells],
    topic: 'requests',
    kind: 'result',
    ...(plain === name && { label: name }),
  };
};

const OTHER_CELLS = [...group('other'), requests('other')];

const results: readonly ClaimPattern[] = [
  result('予以公开', [requests('granted')]),
  result('部分公开', [requests('partial')]),
  {
    about: '予以公开和部分公开',
    pattern: compile(`予以公开(?:及|和|与|或|、)部分公开(?:的)?${COUNT_WORD}${N}`),
    cues: ['部分公开'],
    readings: [[requests('granted'), requests('partial')]],
    topic: 'requests',
    kind: 'result',
  },
  result('不予公开', group('denied')),
  result('无法提供', group('unable')),
  result('不予处理', group('notHandled')),
  result('其他处理', OTHER_CELLS),
  ...rows
    .filter(({ key }) => /^(?:denied|unable|notHandled)\./.test(key))
    .map(({ key, label }) => result(label.replace(/^\d\./, ''), [requests(key)])),
];

const review = (column: string): CellId => cellId('review', 'counts', column);
const LITIGATION = ['direct', 'afterReview'] as const;

const reviews: readonly ClaimPattern[] = [
  {
    about: '行政复议',
    pattern: compile(`行政复议(?:案件|申请|事项)?(?:情况)?(?:的)?${COUNT_WORD}${N}`),
    cues: ['行政复议'],
    readings: [[review('review.total')]],
    topic: 'review',
    kind: 'review',
    label: '行政复议',
  },
  {
    about: '行政复议',
    pattern: compile(`${N}(?:政府信息公开)?行政复议`),
    cues: ['行政复议'],
    readings: [[review('review.total')]],
    topic: 'review',
    kind: 'review',
  },
  {
    about: '行政诉讼',
    pattern: compile(`(?<!复议(?:案件|申请)?[、和及与或])行政诉讼(?:案件|申请|事项)?(?:情况)?(?:的)?${COUNT_WORD}${N}`),
    cues: ['行政诉讼'],
    readings: [LITIGATION.map((kind) => review(`${kind}.total`))],
    topic: 'review',
    kind: 'review',
    label: '行政诉讼',
  },
  {
    about: '未经复议直接起诉',
    pattern: compile(`未经复议直接起诉(?:的)?(?:案件)?${COUNT_WORD}${N}`),
    cues: ['直接起诉'],
    readings: [[review('direct.total')]],
    topic: 'review',
    kind: 'review',
    label: '未经复议直接起诉',
  },
  {
    about: '复议后起诉',
    pattern: compile(`(?:经)?复议后起诉(?:的)?(?:案件)?${COUNT_WORD}${N}`),
    cues: ['后起诉'],
    readings: [[review('afterReview.total')]],
    topic: 'review',
    kind: 'review',
    label: '复议后起诉',
  },
];

const documents = (column: string, row = 'normative'): CellId => cellId('proactive', row, column);
const MADE = '(?:制发|制定|新制定|制订|印发|出台)(?:并(?:公开|发布|印发))?(?:的|了)?';

const documentCounts: readonly ClaimPattern[] = [
  {
    about: '行政规范性文件本年制发件数',
    pattern: compile(`${MADE}(?:行政)?规范性文件${COUNT_WORD}${N}`),
    cues: ['规范性文件'],
    readings: [[documents('made')]],
    topic: 'any',
    kind: 'document',
    label: '行政规范性文件',
  },
  {
    about: '行政规范性文件本年制发件数',
    pattern: compile(`${MADE}\\s?${N}(?:行政)?规范性文件`),
    cues: ['规范性文件'],
    readings: [[documents('made')]],
    topic: 'any',
    kind: 'document',
    label: '行政规范性文件',
  },
  {
    about: '行政规范性文件本年废止件数',
    pattern: compile(`废止(?:的|了)?(?:行政)?规范性文件${COUNT_WORD}${N}`),
    cues: ['规范性文件'],
    readings: [[documents('repealed')]],
    topic: 'any',
    kind: 'document',
    label: '行政规范性文件',
  },
  {
    about: '行政规范性文件现行有效件数',
    pattern: compile(`(?:现行|继续)有效(?:的)?(?:(?:行政)?规范性文件|性文件)${COUNT_WORD}${N}`),
    cues: ['现行有效', '继续有效'],
    readings: [[documents('valid')], [documents('open')]],
    topic: 'any',
    kind: 'document',
    label: '行政规范性文件',
  },
  // 制发行政规范性文件 3 件，废止 1 件，现行有效 17 件: the noun is said once.
  {
    about: '行政规范性文件本年废止件数',
    pattern: compile(`(?<=规范性文件[^。；;，,]{0,10}[，,、](?:已)?)废止(?:失效)?(?:了)?${N}`),
    cues: ['废止'],
    readings: [[documents('repealed')]],
    topic: 'any',
    kind: 'documentToo',
  },
  {
    about: '行政规范性文件现行有效件数',
    pattern: compile(`(?<=规范性文件[^。；;]{0,30}[，,、])现行有效(?:的)?${N}`),
    cues: ['现行有效'],
    readings: [[documents('valid')], [documents('open')]],
    topic: 'any',
    kind: 'documentToo',
  },
  {
    about: '规章现行有效件数',
    pattern: compile(`现行有效(?:的)?(?:政府)?规章${COUNT_WORD}${N}`),
    cues: ['规章'],
    readings: [[documents('valid', 'regulations')], [documents('open', 'regulations')]],
    topic: 'any',
    kind: 'document',
    label: '规章',
  },
];

const decision = (name: string, row: string): ClaimPattern => ({
  about: `${name}处理决定数量`,
  pattern: compile(
    `(?<!类|行政(?:许可|处罚|强制)[、和及与或])${name}(?:的)?(?:处理)?决定(?:书)?(?:数量|数)?(?:的)?${SKIP}${N}`,
  ),
  cues: [name],
  readings: [[documents('decisions', row)]],
  topic: 'any',
  kind: 'decision',
  label: name,
});

/** 作出行政许可 1286 件、行政处罚 342 件: what is made are decisions. */
const made = (name: string, row: string): ClaimPattern => ({
  about: `${name}处理决定数量`,
  pattern: compile(`(?<=作出[^。；;，,]{0,30})(?<!类|行政(?:许可|处罚|强制)[、和及与或])${name}${N}`),
  cues: [name],
  readings: [[documents('decisions', row)]],
  topic: 'any',
  kind: 'decision',
});

const decisions: readonly ClaimPattern[] = [decision, made].flatMap((pattern) => [
  pattern('行政许可', 'licence'),
  pattern('行政处罚', 'penalty'),
  pattern('行政强制', 'coercion'),
]);

/** 自然人 3 件, 法人或其他组织 2 件: by class of applicant, of the new ones, of all, or of those concluded. */
const byApplicant = (about: string, words: string, cue: string, columns: readonly string[]): ClaimPattern => ({
  about,
  pattern: compile(`${words}(?:提出|提交)?(?:的)?(?:政府信息公开)?(?:申请)?${COUNT_WORD}${N}`),
  cues: [cue],
  readings: [['new'], ['new', 'carriedIn'], ['resultTotal']].map((keys) =>
    keys.flatMap((key) => columns.map((column) => requests(key, column))),
  ),
  topic: 'requests',
  kind: 'applicant',
});

const applicants: readonly ClaimPattern[] = [
  byApplicant('自然人', '自然人', '自然人', ['natural']),
  byApplicant('法人或其他组织', '法人(?:或者?|和|及)其他组织', '其他组织', [
    'business',
    'research',
    'ngo',
    'legal',
    'otherOrg',
  ]),
];

/** The first that meets a number keeps it, so the more specific stand first. */
export const CLAIM_PATTERNS: readonly ClaimPattern[] = [
  ...incoming,
  ...results,
  ...reviews,
  ...documentCounts,
  ...decisions,
  ...applicants,
];

/** 其中结果维持 1 件: which case it was is said before it in the sentence. */
export interface OutcomePattern {
  readonly pattern: RegExp;
  readonly cues: readonly string[];
  readonly review: readonly (readonly CellId[])[];
  readonly litigation: readonly (readonly CellId[])[];
}

const outcome = (words: string, cue: string, key: string): OutcomePattern => ({
  pattern: compile(`${words}(?:的)?${COUNT_WORD}${N}`),
  cues: [cue],
  review: [[review(`review.${key}`)]],
  litigation: [LITIGATION.map((each) => review(`${each}.${key}`))],
});

export const OUTCOME_PATTERNS: readonly OutcomePattern[] = [
  outcome('(?:结果|均获|获)?维持', '维持', 'upheld'),
  outcome('(?:结果)?纠正', '纠正', 'corrected'),
  outcome('其他结果', '其他结果', 'otherResult'),
  outcome('尚未审结', '尚未审结', 'pending'),
];
