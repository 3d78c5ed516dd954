import { toGrid } from '../forms/grid.ts';
import type { CellId, FormTable } from '../forms/index.ts';
import { rowIn } from '../report/find.ts';
import { isPageNumber, splitLines } from '../report/lines/lines.ts';
import { readReport } from '../report/read.ts';
import type { Label, Report, Table } from '../report/report.ts';
import { LAYOUTS, type Layout, type LayoutId, layoutById } from '../report/tables/layouts/index.ts';
import type { Bilingual } from '../rules/rule.ts';
import { lineBreakOf } from '../rules/support/skeleton.ts';
import { hasOtherText, tableLinesSpan } from '../rules/support/table-lines.ts';
import { fold } from '../text/fold.ts';
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

/** Is every line of the table understood, so that writing it anew can lose nothing? */
const isWhole = (report: Report, table: Table): boolean =>
  !layoutById(table.layout).markup &&
  table.extraRows.length === 0 &&
  table.rows.every((row) => !row.torn && row.cells.length > 0) &&
  !hasOtherText(report, tableLinesSpan(report, table));

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

/** The rows that the draft has, under the labels that it gives them. */
function asDrafted(table: Table): FormTable {
  const heads = wordings(table.heads);
  return {
    ...table.form,
    blocks: table.form.blocks.flatMap((block) => {
      const rows = block.rows.flatMap((row) => {
        const own = rowIn(table, row.key);
        if (!own) return [];
        const groups = wordings(own.groups);
        return [
          {
            ...row,
            label: own.label ? wordingOf(own.label) : row.label,
            ...(row.under && { under: row.under.map((label) => groups.get(label) ?? heads.get(label) ?? label) }),
          },
        ];
      });
      const say = (label: string): string => heads.get(label) ?? label;
      const columns = block.columns.map((column) => ({
        ...column,
        label: say(column.label),
        ...(column.under && { under: column.under.map(say) }),
      }));
      const { caption, corner, ...rest } = block;
      const drafted = {
        ...rest,
        ...(caption !== undefined && { caption: say(caption) }),
        ...(corner !== undefined && { corner: say(corner) }),
        columns,
        rows,
      };
      return rows.length > 0 ? [drafted] : [];
    }),
  };
}

const wordings = (labels: readonly Label[]): ReadonlyMap<string, string> =>
  new Map(labels.map((label) => [label.expected, wordingOf(label)]));

/** A label that the paste tore to pieces is written as the form has it. */
function wordingOf({ raw, expected, match }: Label): string {
  const text = raw.replace(/[\r\n]\s*/g, '').trim();
  const torn = match === 'split' || match === 'truncated' || /[|\t<>&]|\*\*/.test(text);
  return torn || fold(text) === fold(expected) ? expected : text;
}
