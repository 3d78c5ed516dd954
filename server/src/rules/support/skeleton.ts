import { type Grid, isPrinted, toGrid } from '../../forms/grid.ts';
import { type Form, type FormRow, type FormTable, headingOf, type SectionNumber } from '../../forms/index.ts';
import type { Report } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import { type Layout, layoutById } from '../../report/tables/layouts/index.ts';
import { once } from '../../text/once.ts';
import { chineseNumeral } from '../../text/ordinals.ts';
import { type Span, span } from '../../text/span.ts';

/** New text in the look of the draft: its line breaks, its table layout, its way of parting paragraphs. */

export const lineBreakOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const ROW_END = /[\r\n]|\|{32}/;
const RUN = '|'.repeat(32);

/**
 * Where the line around an offset begins: a long run of pipes ends a line, too. Where lines say nothing the offset is
 * kept, and what is inserted there as a line becomes a block of its own (`SourceFormat.place`).
 */
export function lineStart(report: Report, at: number): number {
  if (!formatOf(report).hasLines) return at;
  const { text } = report;
  const run = text.lastIndexOf(RUN, at - RUN.length);
  const line = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return run < line ? line : run + RUN.length;
}

/** Where the line around an offset ends, its line break excluded. */
export function lineEnd(report: Report, at: number): number {
  if (!formatOf(report).hasLines) return at;
  const { text } = report;
  const rest = text.slice(at).search(ROW_END);
  return rest < 0 ? text.length : at + rest;
}

/** Where the draft's own text begins and ends: without blanks, and in a page's source without what is around the page's text. */
export function textBounds(report: Report): Span {
  const { text, prose, sections, tables } = report;
  const whole = (): Span => {
    const start = text.length - text.trimStart().length;
    return span(start, Math.max(start, text.trimEnd().length));
  };
  if (formatOf(report).hasLines) return whole();
  const spans = [...prose, ...sections.map(({ heading }) => heading), ...Object.values(tables)].map(({ span }) => span);
  if (spans.length === 0) return whole();
  return spans.reduce((bounds, { start, end }) => ({
    start: Math.min(bounds.start, start),
    end: Math.max(bounds.end, end),
  }));
}

/** The layout of the draft's own tables; with none to go by, its format's. */
function layoutFor(report: Report): Layout {
  const own = Object.values(report.tables)[0]?.layout;
  return layoutById(own ?? formatOf(report).tableLayout);
}

/** A statutory table filled with zeros. */
export function skeletonTable(report: Report, table: FormTable): string[] {
  return layoutFor(report).write(zeroGrid(table));
}

const zeroGrid = once((table: FormTable): Grid => toGrid(table, () => '0'));

/** The row as it stands in the whole table, so that places under merged labels are written as the layout does it. */
export function skeletonRow(layout: Layout, table: FormTable, row: FormRow): string[] {
  const own = `${table.id}/${row.key}/`;
  const grid = zeroGrid(table).filter((slots) =>
    slots.some((slot) => isPrinted(slot) && slot.cell?.startsWith(own) === true),
  );
  return layout.writeRows?.(grid) ?? layout.write(grid);
}

export const TO_FILL_IN = '（待填写）';

/** What a lost section is begun with. Sentences say plainly that they wait for their author; tables hold zeros. */
export function skeletonSection(report: Report, number: SectionNumber): string[] {
  const section = report.form.sections[number - 1];
  if (!section) return [];
  const format = formatOf(report);
  // Where lines become blocks when they are placed, a heading is a line like others.
  const heading = format.hasLines ? format.heading(headingOf(section), 2) : headingOf(section);
  if (section.table) return [heading, ...spaced(report, skeletonTable(report, report.form.tables[section.table]))];
  return [heading, ...stubsOf(report.form, number)];
}

/** With the empty lines around a table that the draft's layout needs. */
const spaced = (report: Report, lines: string[]): string[] =>
  layoutFor(report).standsApart ? ['', ...lines, ''] : lines;

export { spaced as besideTable };

/** What each section of prose is begun with: the aspects that the form asks for, each with a place to fill in. */
function stubsOf({ overview }: Form, number: SectionNumber): string[] {
  if (number === 1) return items(overview.aspects);
  return number === 5 ? items(['存在的主要问题', '改进情况']) : [TO_FILL_IN];
}

const items = (names: readonly string[]): string[] =>
  names.map((name, index) => `（${chineseNumeral(index + 1)}）${name}。${TO_FILL_IN}`);
