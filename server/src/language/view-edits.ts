import type { LintResult } from '../check/lint.ts';
import type { CellId } from '../forms/index.ts';
import type { Report } from '../report/report.ts';
import type { Locale } from '../rules/rule.ts';
import { fillText } from '../rules/support/cell-fix.ts';
import { completionOf } from '../rules/support/completion.ts';
import type { Edit } from '../text/span.ts';
import { type CellChange, cellEdits } from './cell-edits.ts';
import { recomputeTotals } from './table-fixes.ts';

/** What a person does in the view, as edits of the draft. Undefined: what was to be edited is not there any more. */

export const cellsEntered = (report: Report, cells: readonly { cell: string; was: string; text: string }[]) =>
  cellEdits(
    report,
    cells.map(({ cell, ...rest }): CellChange => ({ cell: cell as CellId, ...rest })),
  );

export function tableFilled(
  report: Report,
  id: string,
  fill: 'totals' | 'rest',
  locale: Locale,
): readonly Edit[] | undefined {
  const table = Object.values(report.tables).find((each) => each.id === id);
  if (!table) return undefined;
  if (fill === 'totals') return recomputeTotals(table, locale);
  return completionOf(table).map(({ cell, value }) => ({ span: cell.span, newText: fillText(cell, `${value}`) }));
}

export const fixChosen = ({ problems }: LintResult, fingerprint: string, title: string): readonly Edit[] | undefined =>
  problems.find((problem) => problem.fingerprint === fingerprint)?.fixes.find((fix) => fix.title === title)?.edits;
