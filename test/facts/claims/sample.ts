import { allClaimsOf, type Claim, verdictOf } from '../../../server/src/facts/claims/claims.ts';
import { partListsIn } from '../../../server/src/facts/claims/part-lists.ts';
import { lint, readReport } from '../../../server/src/index.ts';
import type { Prose, Report } from '../../../server/src/report/report.ts';
import { draft } from '../../support/draft.ts';
import type { Issuer } from '../../support/issuers.ts';

/** A report whose cells are all different from each other and from zero, so that no wrong number is right by chance. */

const COLUMNS = ['natural', 'business', 'research', 'ngo', 'legal', 'otherOrg'] as const;

const RESULTS: Readonly<Record<string, readonly number[]>> = {
  granted: [412, 61, 5, 4, 17, 9],
  partial: [131, 22, 2, 1, 8, 3],
  'denied.secret': [7, 1, 0, 0, 0, 0],
  'denied.law': [12, 2, 0, 0, 1, 0],
  'denied.safety': [5, 0, 0, 0, 0, 1],
  'denied.thirdParty': [38, 9, 1, 0, 3, 2],
  'denied.internal': [19, 2, 0, 0, 1, 0],
  'denied.process': [27, 6, 0, 1, 2, 1],
  'denied.caseFile': [33, 5, 0, 0, 2, 1],
  'denied.inquiry': [44, 8, 1, 0, 3, 1],
  'unable.notHeld': [203, 41, 2, 2, 11, 5],
  'unable.needCreate': [35, 6, 1, 0, 2, 1],
  'unable.unclear': [16, 2, 0, 0, 1, 0],
  'notHandled.petition': [63, 4, 0, 1, 1, 1],
  'notHandled.repeat': [24, 2, 0, 0, 1, 0],
  'notHandled.publication': [3, 0, 1, 0, 0, 0],
  'notHandled.excessive': [9, 1, 0, 0, 0, 0],
  'notHandled.confirm': [6, 1, 0, 0, 1, 0],
  'other.noCorrection': [14, 3, 0, 0, 1, 1],
  'other.feeUnpaid': [2, 1, 0, 0, 0, 0],
  'other.misc': [8, 2, 0, 1, 0, 0],
};
const CARRIED_OUT = [46, 8, 1, 0, 3, 2];
const CARRIED_IN = [31, 5, 0, 5, 2, 1];

const REVIEW: Readonly<Record<string, readonly number[]>> = {
  review: [13, 5, 7, 3],
  direct: [9, 2, 4, 1],
  afterReview: [6, 1, 3, 1],
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

function rows(): Record<string, readonly number[]> {
  const total = COLUMNS.map((_column, at) => sum(Object.values(RESULTS).map((row) => row[at] ?? 0)));
  const received = total.map((each, at) => each + (CARRIED_OUT[at] ?? 0) - (CARRIED_IN[at] ?? 0));
  return { new: received, carriedIn: CARRIED_IN, ...RESULTS, resultTotal: total, carriedOut: CARRIED_OUT };
}

export function cells(): Record<string, string> {
  const printed: Record<string, string> = {};
  for (const [row, numbers] of Object.entries(rows())) {
    for (const [at, column] of COLUMNS.entries()) printed[`requests/${row}/${column}`] = String(numbers[at]);
    printed[`requests/${row}/total`] = String(sum(numbers));
  }
  for (const [group, numbers] of Object.entries(REVIEW)) {
    const outcomes = ['upheld', 'corrected', 'otherResult', 'pending'];
    for (const [at, outcome] of outcomes.entries()) printed[`review/counts/${group}.${outcome}`] = String(numbers[at]);
    printed[`review/counts/${group}.total`] = String(sum(numbers));
  }
  for (const row of ['made', 'repealed', 'valid']) printed[`proactive/regulations/${row}`] = '0';
  return {
    ...printed,
    'proactive/normative/made': '12',
    'proactive/normative/repealed': '4',
    'proactive/normative/valid': '57',
    'proactive/licence/decisions': '45213',
    'proactive/penalty/decisions': '1867',
    'proactive/coercion/decisions': '276',
    'proactive/fees/amount': '5821.37',
  };
}

const total = (row: string): number => sum(rows()[row] ?? []);
const group = (prefix: string): number =>
  sum(Object.entries(RESULTS).flatMap(([row, numbers]) => (row.startsWith(`${prefix}.`) ? numbers : [])));
const received = (column: number): number => rows().new?.[column] ?? 0;
const cases = (outcome: number, ...groups: readonly string[]): number =>
  sum(groups.map((each) => (outcome < 0 ? sum(REVIEW[each] ?? []) : (REVIEW[each]?.[outcome] ?? 0))));
const last = (name: string): string => name.slice(name.indexOf('.') + 1);

/** The numbers that sentences name in braces. */
export const NUMBERS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.keys(RESULTS).map((row) => [last(row), total(row)])),
  new: total('new'),
  in: total('carriedIn'),
  out: total('carriedOut'),
  all: total('new') + total('carriedIn'),
  done: total('resultTotal'),
  open: total('granted') + total('partial'),
  denied: group('denied'),
  unable: group('unable'),
  notHandled: group('notHandled'),
  other: group('other'),
  natural: received(0),
  business: received(1),
  research: received(2),
  ngo: received(3),
  legal: received(4),
  otherOrg: received(5),
  organisations: sum([1, 2, 3, 4, 5].map(received)),
  grantedNatural: RESULTS.granted?.[0] ?? 0,
  inNatural: CARRIED_IN[0] ?? 0,
  review: cases(-1, 'review'),
  upheld: cases(0, 'review'),
  corrected: cases(1, 'review'),
  otherResult: cases(2, 'review'),
  pending: cases(3, 'review'),
  suits: cases(-1, 'direct', 'afterReview'),
  direct: cases(-1, 'direct'),
  after: cases(-1, 'afterReview'),
  suitsUpheld: cases(0, 'direct', 'afterReview'),
  suitsCorrected: cases(1, 'direct', 'afterReview'),
  suitsOther: cases(2, 'direct', 'afterReview'),
  suitsPending: cases(3, 'direct', 'afterReview'),
  cases: cases(-1, 'review', 'direct', 'afterReview'),
  made: 12,
  repealed: 4,
  valid: 57,
  licence: 45213,
  penalty: 1867,
  coercion: 276,
  fees: 5821.37,
  feesInYuan: 58_213_700,
};

export const BUREAU: Issuer = { name: '青溪县水务局', type: 'department', self: '我局', whole: '全局' };
export const COUNTY: Issuer = { name: '青溪县人民政府', type: 'government', self: '我县', whole: '全县' };

const reports = new Map<string, Report>();

const draftOf = (issuer: Issuer, overview: readonly string[]) =>
  draft({ year: 2024, issuer, cells: cells(), prose: { overview, problems: ['公开内容还不够丰富。'], signOff: [] } });

function base(issuer: Issuer): Report {
  let report = reports.get(issuer.name);
  if (!report) {
    report = readReport(draftOf(issuer, ['公开及时。']).text);
    reports.set(issuer.name, report);
  }
  return report;
}

/** The report with one paragraph for all its prose: its tables are read once, however many paragraphs are tried. */
export function reportSaying(paragraph: string, issuer: Issuer = BUREAU): Report {
  const span = { start: 0, end: paragraph.length };
  const prose: Prose = { index: 0, content: { text: paragraph }, text: paragraph, span, section: 1, pieces: [] };
  return { ...base(issuer), prose: [prose] };
}

export interface Judged {
  readonly claim: Claim;
  /** What the words say, and how that ended. */
  readonly outcome: 'agrees' | 'differs' | 'not-checked';
  readonly reason: string;
}

/** How each claim of a paragraph ends. */
export function judged(paragraph: string, issuer?: Issuer): Judged[] {
  const report = reportSaying(paragraph, issuer);
  return allClaimsOf(report).map((claim) => {
    const verdict = claim.notHeld ?? verdictOf(report, claim);
    const outcome = verdict === 'agrees' || verdict === 'differs' ? verdict : 'not-checked';
    return { claim, outcome, reason: verdict };
  });
}

const RULES = ['consistency/text-vs-table', 'consistency/zero-claim', 'consistency/parts-sum'];

/** What the rules on claims report of the whole draft with this paragraph, at warning or above. */
export const alarmsIn = (paragraph: string, issuer: Issuer = BUREAU): readonly string[] =>
  lint(draftOf(issuer, ['（一）主动公开。公开及时。', paragraph]).text).problems.flatMap(
    ({ rule, severity, message }) =>
      RULES.includes(rule) && (severity === 'error' || severity === 'warning') ? [`${rule}: ${message}`] : [],
  );

export const listsIn = (paragraph: string) => partListsIn({ text: paragraph });

/** A sentence with its numbers: all true, or the one at `wrong` false. */
export function filled(sentence: string, wrong = -1): string {
  let at = -1;
  return sentence.replace(/\{(\w+)\}/g, (_hole, name: string) => {
    const number = NUMBERS[name];
    if (number === undefined) throw new Error(`no number ${name} for ${sentence}`);
    at++;
    if (at !== wrong) return String(number);
    return String(number + (number > 1e7 ? 1_000_000 : 1));
  });
}

export const holesIn = (sentence: string): string[] => sentence.match(/\{\w+\}/g) ?? [];
