import { toGrid } from '../forms/grid.ts';
import type { CellId } from '../forms/index.ts';
import { isPageNumber, splitLines } from '../report/lines/lines.ts';
import { readReport } from '../report/read.ts';
import type { Report, Table } from '../report/report.ts';
import { LAYOUTS, type Layout, type LayoutId, layoutById } from '../report/tables/layouts/index.ts';
import type { Bilingual } from '../rules/rule.ts';
import { asDrafted, isUnderstood } from '../rules/support/drafted-table.ts';
import { lineBreakOf } from '../rules/support/skeleton.ts';
import { tableLinesSpan } from '../rules/support/table-lines.ts';
import { applyEdits, type Edit, sliceOf } from '../text/span.ts';

/** The layouts that a person may want a table in, with their names. */
export const TARGETS: ReadonlyMap<LayoutId, Bilingual> = new Map(
  LAYOUTS.flatMap((layout: Layout<LayoutId>) => (layout.offered ? [[layout.id, layout.offered] as const] : [])),
);

export function targetsFor(report: Report, table: Table): LayoutId[] {
  if (!isWhole(report, table)) return [];
  const blank = hasBlanks(table);
  // An empty cell that leaves no trace: a table with blanks would come out torn.
  return [...TARGETS.keys()].filter((target) => target !== table.layout && (!blank || layoutById(target).showsBlanks));
}

const hasBlanks = ({ rows }: Table): boolean => rows.some(({ cells }) => cells.some(({ raw }) => raw.trim() === ''));

/** A source's markup says itself what a row is; it is written anew by an edit of its cells alone. */
const isWhole = (report: Report, table: Table): boolean =>
  !layoutById(table.layout).markup && isUnderstood(report, table);

/** The table in another layout, its labels in the draft's own words. Undefined when a number would be lost. */
export const convertTable = (report: Report, table: Table, target: LayoutId): Edit[] | undefined =>
  targetsFor(report, table).includes(target) ? rewritten(report, table, target) : undefined;

/**
 * The layouts that a table can be put into. One trial tells for all, because what would be lost depends on the table
 * alone; but where a blank can be told depends on the layout, too.
 */
export function conversionsFor(report: Report, table: Table): readonly LayoutId[] {
  const targets = targetsFor(report, table);
  if (hasBlanks(table)) return targets.filter((target) => rewritten(report, table, target));
  const [trial] = targets;
  return trial && rewritten(report, table, trial) ? targets : [];
}

function rewritten(report: Report, table: Table, target: LayoutId): Edit[] | undefined {
  const span = tableLinesSpan(report, table);
  const raw = (id: CellId): string => oneLine(table.cells.get(id)?.raw ?? '');
  const { write, standsApart } = layoutById(target);
  const lines = write(toGrid(asDrafted(table), raw));
  while (lines.at(-1) === '') lines.pop();
  const eol = lineBreakOf(report.text);
  const newText = lines.join(eol);
  if (!keepsNumbers(sliceOf(report.text, span), newText)) return undefined;
  const before = standsApart && !/(?:^|[\r\n]\s*?[\r\n])$/.test(report.text.slice(0, span.start)) ? eol : '';
  const after = standsApart && /^\r?\n[^\r\n]/.test(report.text.slice(span.end)) ? eol : '';
  const edit = { span, newText: `${before}${newText}${after}` };
  return hasBlanks(table) && !readsTheSame(report, edit) ? undefined : [edit];
}

/** Numbers stand beside their labels in every layout; which cell a blank is, the lines around it may hide. */
function readsTheSame(report: Report, edit: Edit): boolean {
  const { format, form } = report;
  const after = readReport(applyEdits(report.text, [edit]).text, { format, form });
  return Object.values(report.tables).every(({ id, cells }) => {
    const others = after.tables[id]?.cells;
    return (
      cells.size === others?.size && [...cells].every(([cell, { raw }]) => others.get(cell)?.raw.trim() === raw.trim())
    );
  });
}

const keepsNumbers = (before: string, after: string): boolean =>
  sameNumbers(before, after) || sameNumbers(withoutPageNumbers(before), after);

/** A page's number between two rows belongs to the pages of a PDF, which end with its layout. */
const withoutPageNumbers = (text: string): string =>
  [...splitLines(text)]
    .filter((line) => !isPageNumber(text, line))
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');

/** Numbers in labels are compared too; where a copy cut a label short, the table is left to its author. */
function sameNumbers(before: string, after: string): boolean {
  const runs = (text: string): string => (text.normalize('NFKC').match(/\d+/g) ?? []).sort().join(' ');
  return runs(before) === runs(after);
}

const oneLine = (raw: string): string => raw.replace(/[\s\u3000]+/g, ' ').trim();
