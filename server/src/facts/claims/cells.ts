import { type CellId, cellId, REQUESTS_IN_FORCE } from '../../forms/index.ts';
import { REQUESTS_COLUMNS } from '../../forms/requests.ts';
import type { Subject } from './frame.ts';

/** A sum of cells that a number may mean. */
export interface Reading {
  readonly cells: readonly CellId[];
  /** Cells to subtract. */
  readonly less?: readonly CellId[];
}

/** What a number may mean, in the form's words and cells. */
export interface Meaning {
  readonly about: string;
  readonly readings: readonly Reading[];
  /** It is a part of the readings: only a number above all of them is wrong. */
  readonly isShare: boolean;
}

type Rows = readonly string[];

const KEYS: Rows = REQUESTS_IN_FORCE.blocks.flatMap(({ rows }) => rows.map(({ key }) => key));
const LABELS = new Map(
  REQUESTS_IN_FORCE.blocks.flatMap(({ rows }) =>
    rows.map(({ key, label }) => [key, label.replace(/^(?:（.）|\d\.|.、)|（.*$/g, '')] as const),
  ),
);
const GROUPS: Readonly<Record<string, string>> = {
  denied: '不予公开',
  unable: '无法提供',
  notHandled: '不予处理',
  other: '其他处理',
  open: '予以公开和部分公开',
  opened: '予以公开',
  noLonger: '不再处理',
};
const group = (key: string): Rows => KEYS.filter((each) => each.startsWith(`${key}.`));

/** 答复 may leave out what was not handled, or handled otherwise. */
const ANSWERED: Rows = ['granted', 'partial', ...group('denied'), ...group('unable')];
const ORGANISATIONS: Rows = REQUESTS_COLUMNS.map(({ key }) => key).filter(
  (key) => key !== 'natural' && key !== 'total',
);

/** The rows that each event may mean. 收到: the new ones, or those carried in too. 办结: （七）总计. */
const ROWS_OF_EVENT: Readonly<Record<string, readonly Rows[]>> = {
  received: [['new'], ['new', 'carriedIn']],
  new: [['new']],
  handled: [['new', 'carriedIn'], ['resultTotal'], ['new']],
  concluded: [['resultTotal']],
  answered: [['resultTotal'], ANSWERED, [...ANSWERED, ...group('notHandled')]],
  carriedIn: [['carriedIn']],
  carriedOut: [['carriedOut']],
  carried: [['carriedOut'], ['carriedIn']],
  unfinished: [['carriedOut']],
  '': [['new'], ['new', 'carriedIn'], ['resultTotal']],
};

const NAME_OF_EVENT: Readonly<Record<string, string>> = {
  received: '收到政府信息公开申请',
  new: '本年新收政府信息公开申请',
  handled: '办理政府信息公开申请',
  concluded: '办结政府信息公开申请',
  answered: '答复政府信息公开申请',
  carriedIn: '上年结转政府信息公开申请',
  carriedOut: '结转下年度继续办理',
  carried: '结转政府信息公开申请',
  unfinished: '结转下年度继续办理',
  '': '政府信息公开申请',
};

const NAME_OF_APPLICANT: Readonly<Record<string, string>> = {
  organisation: '法人或其他组织',
  otherOrg: '其他组织',
  ...Object.fromEntries(REQUESTS_COLUMNS.filter(({ key }) => key !== 'otherOrg').map(({ key, label }) => [key, label])),
};

/** @returns undefined where the form counts no such thing */
export function meaningOf(subject: Subject, year: number | undefined): Meaning | undefined {
  switch (subject.of) {
    case 'requests':
      return requests(subject, year);
    case 'cases':
      return cases(subject);
    case 'documents':
      return documents(subject);
    case 'decisions':
      return decisions(subject);
    case 'money':
      return subject.things.includes('fees') ? exactly('行政事业性收费金额', [cell('fees', 'amount')]) : undefined;
    case 'procurement':
      return exactly(subject.measure === 'amount' ? '政府集中采购总金额' : '政府集中采购项目数量', [
        cell('procurement', subject.measure),
      ]);
  }
}

const exactly = (about: string, ...readings: (readonly CellId[])[]): Meaning => ({
  about,
  readings: readings.map((cells) => ({ cells })),
  isShare: false,
});

const cell = (row: string, column: string): CellId => cellId('proactive', row, column);

type Requests = Extract<Subject, { of: 'requests' }>;

function requests(subject: Requests, year: number | undefined): Meaning | undefined {
  const { results, applicants, perhapsOf, ofNew } = subject;
  const because = subject.perhapsFor.filter((reason) => results.some((result) => reason.startsWith(`${result}.`)));
  const { event, rows, isShare } = results.length > 0 ? rowsOfResults(results, because) : rowsOfEvents(subject, year);
  const columns = [applicants, ...(perhapsOf.length > 0 ? [perhapsOf] : [])].flatMap(columnsOf);
  const readings: Reading[] = columns.flatMap((each) => rows.map((keys) => ({ cells: cellsAt(keys, each) })));
  // 收到 50 件，办结 47 件: those of this year's that were not carried over.
  if (ofNew && /^(?:concluded|answered)$/.test(event)) {
    readings.push({ cells: cellsAt(['new'], ['total']), less: cellsAt(['carriedOut'], ['total']) });
  }
  const who = applicants.map((each) => NAME_OF_APPLICANT[each] ?? '').join('、');
  const what = results.length > 0 ? results.map(resultName).join('、') : (NAME_OF_EVENT[event] ?? '');
  return { about: who ? `${who}${what}` : what, readings, isShare };
}

const resultName = (result: string): string => GROUPS[result] ?? LABELS.get(result) ?? result;

const cellsAt = (rows: Rows, columns: Rows): CellId[] =>
  rows.flatMap((row) => columns.map((column) => cellId('requests', row, column)));

function columnsOf(applicants: readonly string[]): Rows[] {
  if (applicants.length === 0) return [['total']];
  const known = applicants.flatMap((each) => (each === 'organisation' ? ORGANISATIONS : [each]));
  // 其他组织 is the last column, or short for 法人或其他组织.
  return applicants.includes('otherOrg') && !applicants.includes('organisation')
    ? [known, [...known.filter((each) => each !== 'otherOrg'), ...ORGANISATIONS]].map((each) => [...new Set(each)])
    : [[...new Set(known)]];
}

interface RowsOf {
  readonly event: string;
  readonly rows: readonly Rows[];
  readonly isShare: boolean;
}

/** For either reason of the form an application is no longer handled. */
const NO_LONGER: Rows = ['other.noCorrection', 'other.feeUnpaid'];

export const rowsOfResult = (result: string): readonly Rows[] => {
  if (result === 'open') return [['granted', 'partial']];
  if (result === 'opened') return [['granted'], ['granted', 'partial']];
  if (result === 'noLonger') return [NO_LONGER, ...NO_LONGER.map((row) => [row])];
  if (result === 'other') return [[...group('other'), 'other']];
  return GROUPS[result] ? [group(result)] : [[result]];
};

/** Several results are counted together; a reason told in another clause may be all of them that are meant. */
function rowsOfResults(results: readonly string[], because: readonly string[]): RowsOf {
  const rows = results.reduce<readonly Rows[]>(
    (sums, result) => sums.flatMap((sum) => rowsOfResult(result).map((keys) => [...new Set([...sum, ...keys])])),
    [[]],
  );
  const reasons = because.length > 0 ? rowsOfResults(because, []).rows : [];
  return { event: '', rows: [...rows, ...reasons], isShare: false };
}

function rowsOfEvents({ events, carriedFrom, carriedTo }: Requests, year: number | undefined): RowsOf {
  const has = (...names: readonly string[]): boolean => names.some((name) => events.includes(name));
  const one = (event: string): RowsOf => ({ event, rows: ROWS_OF_EVENT[event] ?? [], isShare: false });
  if (has('carriedOut', 'unfinished')) return one('carriedOut');
  if (has('carried')) return one(directionOf(carriedFrom, carriedTo, year));
  if (has('carriedIn')) {
    if (has('concluded', 'answered', 'handled')) return { ...one('carriedIn'), isShare: true };
    return has('new', 'received')
      ? { event: 'received', rows: [['new', 'carriedIn']], isShare: false }
      : one('carriedIn');
  }
  if (events.length === 0) return one('');
  return { event: events[0] ?? '', rows: events.flatMap((event) => ROWS_OF_EVENT[event] ?? []), isShare: false };
}

/** 2023年结转, 结转至2025年: in or out is told by the report's year. */
function directionOf(from: number | undefined, to: number | undefined, year: number | undefined): string {
  if (year === undefined) return 'carried';
  if (to !== undefined) return to > year ? 'carriedOut' : 'carriedIn';
  if (from !== undefined) return from < year ? 'carriedIn' : 'carriedOut';
  return 'carried';
}

const ROADS: Rows = ['direct', 'afterReview'];
const OUTCOME_NAMES: Readonly<Record<string, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  otherResult: '其他结果',
  pending: '尚未审结',
};
const CASE_NAMES: Readonly<Record<string, string>> = {
  review: '行政复议',
  litigation: '行政诉讼',
  cases: '行政复议和行政诉讼',
  direct: '未经复议直接起诉',
  afterReview: '复议后起诉',
};

function cases({ things, roads, outcomes, perhapsOf }: Extract<Subject, { of: 'cases' }>): Meaning | undefined {
  const named = roads.length > 0 ? roads : things;
  if (named.length === 0) return undefined;
  const groups = [...new Set(named.flatMap(groupsOf))];
  const alternatives = [groups, ...(perhapsOf.length > 0 ? [...ROADS.map((road) => [road]), ROADS] : [])];
  const columns = outcomes.length > 0 ? outcomes : ['total'];
  const what = outcomes.map((each) => `“${OUTCOME_NAMES[each] ?? each}”`).join('');
  return {
    about: `${named.map((each) => CASE_NAMES[each] ?? each).join('和')}${what}`,
    readings: alternatives.map((each) => ({
      cells: each.flatMap((key) => columns.map((column) => cellId('review', 'counts', `${key}.${column}`))),
    })),
    isShare: false,
  };
}

const groupsOf = (thing: string): Rows =>
  thing === 'litigation' ? ROADS : thing === 'cases' ? ['review', ...ROADS] : [thing];

const DOCUMENT_COLUMNS: Readonly<Record<string, Rows>> = {
  made: ['made'],
  published: ['published'],
  newlyPublished: ['published'],
  repealed: ['repealed'],
  valid: ['valid', 'open'],
  open: ['open'],
};
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  made: '本年制发件数',
  published: '本年新公开数量',
  newlyPublished: '本年新公开数量',
  repealed: '本年废止件数',
  valid: '现行有效件数',
  open: '对外公开总数量',
};
const DOCUMENT_NAMES: Readonly<Record<string, string>> = { normative: '行政规范性文件', regulations: '规章' };

function documents({ things, events }: Extract<Subject, { of: 'documents' }>): Meaning | undefined {
  const [event] = events;
  if (event === undefined || things.length === 0) return undefined;
  // A rule that is made is published; a document may come out later.
  const isRules = things.every((thing) => thing === 'regulations');
  const columns = events.flatMap((each) =>
    each === 'newlyPublished' && isRules ? ['published', 'made'] : (DOCUMENT_COLUMNS[each] ?? []),
  );
  const name = things.map((each) => DOCUMENT_NAMES[each] ?? '').join('和');
  return exactly(
    `${name}${COLUMN_NAMES[event] ?? ''}`,
    ...columns.map((column) => things.map((thing) => cell(thing, column))),
  );
}

const DECISION_NAMES: Readonly<Record<string, string>> = {
  licence: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
  services: '其他对外管理服务事项',
};
const DECISION_ROWS: Readonly<Record<string, string>> = { services: 'otherServices' };
const MEASURE_NAMES = { decisions: '处理决定数量', lastYearItems: '上一年项目数量', change: '本年增减' } as const;

function decisions({ things, measure }: Extract<Subject, { of: 'decisions' }>): Meaning | undefined {
  if (things.length === 0) return undefined;
  const name = things.map((each) => DECISION_NAMES[each] ?? '').join('、');
  return exactly(
    `${name}${MEASURE_NAMES[measure]}`,
    things.map((thing) => cell(DECISION_ROWS[thing] ?? thing, measure)),
  );
}
