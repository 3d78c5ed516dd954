import { type Grid, isPrinted } from '../../forms/grid.ts';
import { type Form, type FormTable, headingOf } from '../../forms/index.ts';
import { readReport } from '../../report/read.ts';
import { formatOf, type TextFormat } from '../../report/source/index.ts';
import { type Layout, type LayoutId, layoutById } from '../../report/tables/layouts/index.ts';

/** Some layouts cannot hold every table: a blank cell leaves no trace in a PDF's text. No table is written unread. */

/** The lines of a table in the first of these layouts in which it reads as it is written; undefined when none does. */
export function writeReadably(
  layouts: readonly LayoutId[],
  table: FormTable,
  form: Form,
  grid: Grid,
): { readonly layout: LayoutId; readonly lines: string[] } | undefined {
  for (const id of layouts) {
    const lines = layoutById(id).write(grid);
    if (!readsBack(lines, layoutById(id), table, form, grid)) continue;
    // A row's end that is an empty line is there already where the table stands.
    return { layout: id, lines: lines.at(-1) === '' ? lines.slice(0, -1) : lines };
  }
  return undefined;
}

function readsBack(lines: readonly string[], layout: Layout, table: FormTable, form: Form, grid: Grid): boolean {
  const format: TextFormat = layout.format ?? 'text';
  const heading = form.sections.find(({ number }) => number === table.section);
  const head = heading ? headingOf(heading) : '';
  const text = [formatOf({ format }).heading(head, 2), '', ...lines, ''].join('\n');
  const read = readReport(text, { format, form }).tables[table.id];
  return grid.every((row) =>
    row.every((slot) => !isPrinted(slot) || !slot.cell || read?.cells.get(slot.cell)?.raw.trim() === slot.text),
  );
}
