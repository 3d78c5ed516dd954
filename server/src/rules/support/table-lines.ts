import { reportFact } from '../../report/fact.ts';
import type { Report, Table } from '../../report/report.ts';
import { linesOf, overlaps, type Span, span } from '../../text/span.ts';

/** A line of a table, without its line break. */
export interface TableLine {
  readonly span: Span;
  readonly text: string;
}

/**
 * The whole lines that a table takes. Its head may reach further up than what was aligned with the form: everything
 * below the heading, or the paragraph before, that is neither prose nor another table belongs to it.
 */
export function tableLinesSpan(report: Report, table: Table): Span {
  return spansOf(report).get(table) ?? table.span;
}

const spansOf = reportFact(
  (report): ReadonlyMap<Table, Span> =>
    new Map(Object.values(report.tables).map((table) => [table, findLines(report, table)])),
);

function findLines(report: Report, table: Table): Span {
  const { start, end } = linesOf(report.text, span(table.span.start, lastCell(table)));
  let last = 0;
  for (const others of [otherText(report), Object.values(report.tables).map((each) => each.span)]) {
    for (const other of others) if (other.end <= table.span.start) last = Math.max(last, other.end);
  }
  if (last === 0) return span(start, end);
  const below = report.text.slice(last, start).search(/[\r\n]/);
  let from = below < 0 ? start : last + below;
  while (from < start && /[\r\n]/.test(report.text.charAt(from))) from = nextLine(report.text, from);
  return span(from, end);
}

/** Where the last cell ends: a word that is being typed below the table is not yet anything of its own. */
const lastCell = (table: Table): number =>
  Math.max(
    table.span.start,
    ...table.extraRows.map((row) => row.span.end),
    ...table.rows.flatMap(({ label, cells, torn }) => [
      label?.span.end ?? 0,
      ...cells.map((cell) => cell.span.end),
      ...(torn?.values ?? []).map((value) => value.end),
    ]),
  );

/** After the line break at `at`, and after lines that hold nothing. */
function nextLine(text: string, at: number): number {
  const from = at + (text.startsWith('\r\n', at) ? 2 : 1);
  const blanks = /^[ \t\u3000]*(?=[\r\n])/.exec(text.slice(from, from + 80))?.[0].length ?? 0;
  return from + blanks;
}

/** Whether prose, a heading or a web page's leftover stands among the table's lines. */
export const hasOtherText = (report: Report, { start, end }: Span): boolean =>
  otherText(report).some((other) => overlaps(other, span(start, end)));

const otherText = reportFact((report): readonly Span[] => [
  ...(report.title ? [report.title.span] : []),
  ...report.prose.map((prose) => prose.span),
  ...report.sections.map(({ heading }) => heading.span),
  ...report.boilerplate,
  ...report.ignoreComments.map((comment) => comment.span),
]);

/** The lines of a table that hold nothing else. */
export function linesOfTable(report: Report, table: Table): TableLine[] {
  const { start, end } = tableLinesSpan(report, table);
  const others = otherText(report).filter((other) => overlaps(other, span(start, end)));
  const lines: TableLine[] = [];
  for (let at = start; at <= end; ) {
    const rest = report.text.slice(at, end).search(/[\r\n]/);
    const to = rest < 0 ? end : at + rest;
    const place = span(at, to);
    if (!others.some((other) => overlaps(other, place))) lines.push({ span: place, text: report.text.slice(at, to) });
    at = to + (report.text.startsWith('\r\n', to) ? 2 : 1);
  }
  return lines;
}
