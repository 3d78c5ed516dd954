import { type CellId, cellId, FORMS, type FormId, type FormTable } from '../../server/src/forms/index.ts';
import { planOf } from '../../server/src/forms/plan.ts';
import { isResultItem } from '../../server/src/forms/requests.ts';
import { REVIEW_GROUPS, REVIEW_ROW } from '../../server/src/forms/review.ts';
import { proseOf, type Voice, voiceOf } from './county-prose.ts';
import { type DraftOptions, draft } from './draft.ts';
import type { Issuer } from './issuers.ts';
import { LAYOUTS } from './layouts.ts';
import { type Random, randomFrom } from './random.ts';
import { consistentValues } from './values.ts';

/** The reports of a county over several years: a government, its departments and townships. All is right with them. */
export interface County {
  readonly place: string;
  readonly years: readonly number[];
  readonly reports: readonly CountyReport[];
}

export interface CountyReport {
  readonly path: string;
  readonly year: number;
  readonly issuer: Issuer;
  readonly values: Map<CellId, number>;
  readonly options: DraftOptions;
}

export interface CountyOptions {
  readonly seed: number;
  readonly place: string;
  readonly years: readonly number[];
  readonly members: number;
}

const OFFICES = ['水利局', '教育局', '民政局', '司法局', '交通运输局', '自然资源局', '卫生健康局', '发展和改革局'];
const TOWNSHIPS = ['松河镇', '石桥乡', '白鹭街道', '柳塘镇', '雁坪乡', '临水镇'];

export function county(options: CountyOptions): County {
  const random = randomFrom(options.seed);
  const { place, years } = options;
  const issuers = issuersOf(options);
  const reports: CountyReport[] = [];
  for (const [index, issuer] of issuers.entries()) {
    const voice = voiceOf(index, issuer.self, random);
    let before: CountyReport | undefined;
    for (const [nth, year] of years.entries()) {
      before = memberReport({ place, issuer, year, nth, voice, before, random, index });
      reports.push(before);
    }
  }
  const voice = voiceOf(issuers.length, '县政府', random);
  const governments = years.map((year, nth) => governmentReport({ place, year, nth, voice, random, reports }));
  return { place, years, reports: [...governments, ...reports] };
}

export const textOf = ({ options }: CountyReport): string => draft(options).text;

function issuersOf({ place, members }: CountyOptions): Issuer[] {
  const offices = Math.min(OFFICES.length, Math.ceil(members / 2));
  const names = [...OFFICES.slice(0, offices), ...TOWNSHIPS].slice(0, members);
  return names.map((name): Issuer => {
    if (name.endsWith('局')) return { name: `${place}${name}`, type: 'department', self: '我局', whole: '全局' };
    if (name.endsWith('街道'))
      return { name: `${place}${name}办事处`, type: 'street-office', self: '本街道', whole: '街道' };
    const isTown = name.endsWith('镇');
    return {
      name: `${place}${name}人民政府`,
      type: 'township',
      self: isTown ? '我镇' : '我乡',
      whole: isTown ? '全镇' : '全乡',
    };
  });
}

const formOf = (year: number): FormId => (year < 2021 ? '2019' : '2021');

interface MemberPlan {
  readonly place: string;
  readonly issuer: Issuer;
  readonly year: number;
  readonly nth: number;
  readonly voice: Voice;
  readonly before: CountyReport | undefined;
  readonly random: Random;
  readonly index: number;
}

function memberReport({ place, issuer, year, nth, voice, before, random, index }: MemberPlan): CountyReport {
  const form = FORMS[formOf(year)];
  const values = new Map(consistentValues(form, form.tables.requests, random.chance(0.8) ? 'small' : 'zero', random));
  if (before) follow(values, before.values, form.tables.requests, formOf(year) === formOf(before.year));
  return reportOf({
    place,
    issuer,
    year,
    values,
    prose: proseOf(voice, nth),
    layout: (index * 3 + nth) % LAYOUTS.length,
  });
}

function reportOf(plan: {
  readonly place: string;
  readonly issuer: Issuer;
  readonly year: number;
  readonly values: Map<CellId, number>;
  readonly prose: ReturnType<typeof proseOf>;
  readonly layout: number;
}): CountyReport {
  const { place, issuer, year, values, prose, layout: number } = plan;
  const layout = LAYOUTS[number] ?? LAYOUTS[0];
  const ending = { text: 'txt', markdown: 'md', html: 'html' }[layout.format];
  const options: DraftOptions = { issuer, year, form: formOf(year), values, layout, seed: year + number, prose };
  return { path: `${place}/${year}/${issuer.name}.${ending}`, year, issuer, values, options };
}

/** What a year’s numbers owe to those of the year before. */
function follow(
  values: Map<CellId, number>,
  before: ReadonlyMap<CellId, number>,
  table: FormTable,
  isSameForm: boolean,
): void {
  const at = (id: CellId): number => values.get(id) ?? 0;
  const was = (id: CellId): number => before.get(id) ?? 0;
  for (const { key } of table.blocks[0]?.columns ?? []) {
    if (key === 'total') continue;
    const cell = (row: string): CellId => cellId('requests', row, key);
    values.set(cell('carriedIn'), was(cell('carriedOut')));
    const items = (table.blocks[0]?.rows ?? []).filter(isResultItem).filter((row) => row.key !== 'granted');
    const others = items.reduce((sum, row) => sum + at(cell(row.key)), 0);
    const granted = at(cell('new')) + at(cell('carriedIn')) - at(cell('carriedOut')) - others;
    if (granted < 0) values.set(cell('new'), at(cell('new')) - granted);
    values.set(cell('granted'), Math.max(0, granted));
    values.set(cell('resultTotal'), Math.max(0, granted) + others);
  }
  addTotals(values, table);
  for (const { key } of REVIEW_GROUPS) {
    const cell = (column: string): CellId => cellId('review', REVIEW_ROW, `${key}.${column}`);
    const missing = was(cell('pending')) - at(cell('total'));
    if (missing <= 0) continue;
    values.set(cell('upheld'), at(cell('upheld')) + missing);
    values.set(cell('total'), at(cell('total')) + missing);
  }
  if (isSameForm) followProactive(values, was);
}

function followProactive(values: Map<CellId, number>, was: (id: CellId) => number): void {
  const at = (id: CellId): number => values.get(id) ?? 0;
  for (const row of ['regulations', 'normative']) {
    const cell = (column: string): CellId => cellId('proactive', row, column);
    if (!values.has(cell('valid'))) continue;
    const stock = was(cell('valid')) + at(cell('made'));
    values.set(cell('repealed'), Math.min(at(cell('repealed')), stock));
    values.set(cell('valid'), stock - at(cell('repealed')));
  }
  for (const id of [...values.keys()].filter((each) => each.endsWith('/lastYearItems'))) {
    const change = id.replace('lastYearItems', 'change') as CellId;
    values.set(id, Math.max(0, was(id) + was(change)));
  }
}

function addTotals(values: Map<CellId, number>, table: FormTable): void {
  for (const { columns, rows } of table.blocks) {
    for (const { key } of rows) {
      const parts = columns.filter((column) => column.key !== 'total');
      const sum = parts.reduce((all, column) => all + (values.get(cellId('requests', key, column.key)) ?? 0), 0);
      values.set(cellId('requests', key, 'total'), sum);
    }
  }
}

/** The government adds up all members; fees are in hundredths, so that no sum is off by a float. */
function governmentReport(plan: {
  readonly place: string;
  readonly year: number;
  readonly nth: number;
  readonly voice: Voice;
  readonly random: Random;
  readonly reports: readonly CountyReport[];
}): CountyReport {
  const { place, year, nth, voice, reports } = plan;
  const values = new Map<CellId, number>();
  for (const table of Object.values(FORMS[formOf(year)].tables)) {
    for (const id of planOf(table).places.keys()) {
      const cents = reports
        .filter((report) => report.year === year)
        .reduce((sum, report) => sum + Math.round((report.values.get(id) ?? 0) * 100), 0);
      values.set(id, cents / 100);
    }
  }
  const issuer: Issuer = { name: `${place}人民政府`, type: 'government', self: '我县', whole: '全县' };
  return reportOf({ place, issuer, year, values, prose: proseOf(voice, nth), layout: (nth * 5 + 1) % LAYOUTS.length });
}
