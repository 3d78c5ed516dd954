import { sumOfCells } from '../../facts/arithmetic.ts';
import { cellIn } from '../../report/find.ts';
import type { Cell, Report, Table } from '../../report/report.ts';
import { formatDecimal } from '../../text/decimal.ts';

/**
 * 0, unless a sum says otherwise: the last unknown cell of an equation is what the others leave. Where a total is not
 * explained by its known parts and several are blank, nothing is offered.
 */
export function wantedValue(report: Report, table: Table, cell: Cell): string | undefined {
  let wanted: string | undefined;
  for (const equation of table.equations) {
    const inRight = equation.right.includes(cell.id);
    if (!inRight && !equation.left.includes(cell.id)) continue;
    const rest = (ids: readonly Cell['id'][]): Cell[] =>
      ids.filter((id) => id !== cell.id).flatMap((id) => cellIn(report, id) ?? []);
    const [own, other] = inRight
      ? [rest(equation.right), rest(equation.left)]
      : [rest(equation.left), rest(equation.right)];
    if ([...own, ...other].some(({ value }) => value === 'not-a-number')) return undefined;
    const left = sumOfCells(other);
    const known = sumOfCells(own);
    if (left.scale !== 0 || known.scale !== 0) continue;
    const blankElsewhere = [...own, ...other].some(({ value }) => typeof value !== 'object');
    const value = left.units - known.units;
    if (blankElsewhere) {
      if (value !== 0) return undefined;
    } else if (value < 0 || (wanted !== undefined && wanted !== `${value}`)) return undefined;
    else wanted = formatDecimal({ units: value, scale: 0 });
  }
  return wanted ?? '0';
}
