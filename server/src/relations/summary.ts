import { type CellId, FORM_IDS, type FormId, type FormTable, formById, type TableId } from '../forms/index.ts';
import { planOf } from '../forms/plan.ts';
import { readReport } from '../report/read.ts';
import type { IssuerKind, ReadOptions, Report, Table } from '../report/report.ts';
import { compareDecimals, type Decimal, whole } from '../text/decimal.ts';
import type { Span } from '../text/span.ts';
import { problemsIn } from './problems.ts';
import { saidIn, shinglesOf, spanOfSaid } from './said.ts';

/** The numbers of one table, in the order of its form's cells. */
export interface TableNumbers {
  /** The form that the table follows. */
  readonly form: FormId;
  /** NaN where a cell holds no number. */
  readonly units: readonly number[];
  /** How many digits stand behind the point; left out when none of them has any. */
  readonly scales?: readonly number[];
  /** Where each begins in the draft. */
  readonly starts: readonly number[];
}

/** A sentence of a report that is not at hand: what it says, by a number, and where it stands. */
export interface SentenceMark {
  readonly hash: number;
  readonly section: number;
  readonly years: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** What is known of a report that is not at hand: plain data, and nothing of its prose. */
export interface ReportSummary {
  /** The name under which it was given: a file's path or address. */
  readonly document: string;
  readonly issuer: { readonly name: string; readonly kind: IssuerKind } | undefined;
  readonly year: number | undefined;
  /** The id of the form that it follows. */
  readonly form: string;
  /** Where to lead a reader who is to look at the report as a whole. */
  readonly title: Span;
  readonly numbers: Readonly<Partial<Record<TableId, TableNumbers>>>;
  /** Headings of the sections that are compared. */
  readonly headings: Readonly<Partial<Record<1 | 5, Span>>>;
  readonly shingles: Readonly<Record<1 | 5, readonly number[]>>;
  readonly sentences: readonly SentenceMark[];
  /** What section five names as problems, each by a number. */
  readonly problems: readonly number[];
  /** Where its lines begin, to say line and column of a place in it. */
  readonly lines: readonly number[];
}

/** A number of a report that is not at hand. */
export interface NumberAt {
  readonly value: Decimal;
  readonly span: Span;
}

/** What others are to know of a draft. @param document names it in their findings */
export const summarise = (text: string, document: string, options: ReadOptions = {}): ReportSummary =>
  summaryOf(readReport(text, options), document);

export function summaryOf(report: Report, document: string): ReportSummary {
  const { issuer, year, form, tables, sections } = report;
  const numbers: Partial<Record<TableId, TableNumbers>> = {};
  for (const table of Object.values(tables)) {
    const known = formOf(table);
    if (known) numbers[table.id] = numbersOf(table, known);
  }
  const heading = (number: 1 | 5) => sections.find((section) => section.number === number)?.heading.span;
  const [first, fifth] = [heading(1), heading(5)];
  return {
    document,
    issuer: issuer && { name: issuer.name, kind: issuer.kind },
    year,
    form: form.id,
    title: report.title?.span ?? issuer?.span ?? { start: 0, end: 0 },
    numbers,
    headings: { ...(first && { 1: first }), ...(fifth && { 5: fifth }) },
    shingles: { 1: shinglesOf(report, 1), 5: shinglesOf(report, 5) },
    sentences: marksIn(report),
    problems: problemsIn(report),
    lines: lineStarts(report.text),
  };
}

/** A form of somebody's own has rows that no other report has. */
const formOf = ({ id, form }: Table): FormId | undefined => FORM_IDS.find((each) => formById(each).tables[id] === form);

function numbersOf({ form, cells }: Table, id: FormId): TableNumbers {
  const units: number[] = [];
  const scales: number[] = [];
  const starts: number[] = [];
  for (const place of planOf(form).places.keys()) {
    const { value, span } = cells.get(place) ?? {};
    const number = typeof value === 'object' ? value : undefined;
    units.push(number?.units ?? Number.NaN);
    scales.push(number?.scale ?? 0);
    starts.push(span?.start ?? 0);
  }
  return { form: id, units, ...(scales.some((scale) => scale > 0) && { scales }), starts };
}

/** Shorter sentences say the same in many reports. */
const SHORTEST = 8;

const marksIn = (report: Report): SentenceMark[] =>
  saidIn(report).flatMap((said): SentenceMark[] => {
    const { hash, years, size, paragraph } = said;
    const { section } = paragraph;
    if (size < SHORTEST || !(section === 1 || section === 5 || years.length > 0)) return [];
    return [{ hash, section, years, ...spanOfSaid(said) }];
  });

/** Lines end with \n, \r\n or \r, as in the Language Server Protocol. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

/** The number that a summary has in a cell; undefined where it has none. */
export function numberIn({ numbers }: ReportSummary, id: CellId): NumberAt | undefined {
  const table = numbers[id.slice(0, id.indexOf('/')) as TableId];
  const index = table && indexOf(table, id);
  if (!table || index === undefined) return undefined;
  const units = table.units[index] ?? Number.NaN;
  if (Number.isNaN(units)) return undefined;
  const value = table.scales ? { units, scale: table.scales[index] ?? 0 } : whole(units);
  const start = table.starts[index] ?? 0;
  return { value, span: { start, end: start + `${Math.abs(units)}`.length + (value.scale > 0 ? 1 : 0) } };
}

export const tableForm = (id: TableId, { form }: TableNumbers): FormTable => formById(form).tables[id];

const indices = new Map<FormTable, ReadonlyMap<CellId, number>>();

function indexOf(table: TableNumbers, id: CellId): number | undefined {
  const form = tableForm(id.slice(0, id.indexOf('/')) as TableId, table);
  let known = indices.get(form);
  if (!known) {
    known = new Map([...planOf(form).places.keys()].map((place, index) => [place, index]));
    indices.set(form, known);
  }
  return known.get(id);
}

/** Whether two summaries hold the same numbers. */
export function sameNumbers(a: ReportSummary, b: ReportSummary): boolean {
  const ids = (Object.keys(a.numbers) as TableId[]).flatMap((id) => {
    const table = a.numbers[id];
    return table ? [...planOf(tableForm(id, table)).places.keys()] : [];
  });
  return ids.every((id) => {
    const [one, other] = [numberIn(a, id)?.value, numberIn(b, id)?.value];
    return one && other ? compareDecimals(one, other) === 0 : one === other;
  });
}
