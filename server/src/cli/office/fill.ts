import type { CellId } from '../../forms/index.ts';
import type { CellSum } from '../../relations/rollup.ts';
import { readReport } from '../../report/read.ts';
import { formatOf } from '../../report/source/index.ts';
import { setCell } from '../../rules/support/cell-fix.ts';
import { formatDecimal } from '../../text/decimal.ts';
import { applyEdits } from '../../text/span.ts';
import { isWordFile } from '../check.ts';
import type { OpenedReport } from '../file-check.ts';

/** The draft with the sums in its tables; undefined where it is no text. What some member leaves open is left as it is. */
export function filled({ text, options, draft }: OpenedReport, sums: ReadonlyMap<CellId, CellSum>): string | undefined {
  if (isWordFile(draft)) return undefined;
  const report = readReport(text, options);
  const edits = Object.values(report.tables).flatMap((table) =>
    [...table.cells.values()].flatMap((cell) => {
      const sum = sums.get(cell.id);
      if (!sum || sum.unknown.length > 0 || sum.parts.length === 0) return [];
      return setCell(cell, formatDecimal(sum.sum)).edits;
    }),
  );
  return applyEdits(text, formatOf(report).place(text, edits)).text;
}
