import type { FormTable } from '../../forms/index.ts';
import { isPieced, rowIn } from '../../report/find.ts';
import type { Label, Report, Table } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { hasOtherText, tableLinesSpan } from './table-lines.ts';

/** Whether every line of the table is understood, so that rewriting it loses nothing. */
export const isUnderstood = (report: Report, table: Table): boolean =>
  table.extraRows.length === 0 &&
  !isPieced(report, table.id) &&
  table.rows.every((row) => !row.torn && row.cells.length > 0) &&
  !hasOtherText(report, tableLinesSpan(report, table));

/** The rows that the draft has, under the labels that it gives them. */
export function asDrafted(table: Table): FormTable {
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
