import type { CellId } from '../../forms/index.ts';
import type { Relations } from '../../relations/relations.ts';
import { type CellSum, isWithinRounding, rollUp } from '../../relations/rollup.ts';
import { reportFact } from '../../report/fact.ts';
import { sentencesIn } from '../../report/prose/sentences.ts';
import type { Cell, Report, Table } from '../../report/report.ts';
import { compareDecimals, type Decimal } from '../../text/decimal.ts';
import { once } from '../../text/once.ts';

/** A cell of the government's report beside the sum of its members'. */
export interface Compared {
  readonly cell: Cell;
  readonly own: Decimal;
  readonly sum: CellSum;
  readonly agrees: boolean;
}

export interface RolledUp {
  readonly compared: readonly Compared[];
  /** How the government's tables count: all of its members, itself alone, or something that nobody can tell. */
  readonly scope: 'all' | 'own-only' | 'some' | 'unlike';
}

/** Where this part of the cells is the exact sum of the members, the members that are known are all there are. */
const PROVES_ALL = 0.7;
/** Where this part of them falls short, the tables do not add up members at all. */
const PROVES_UNLIKE = 0.3;
/** Fewer cells with a number in them prove nothing. */
const FEWEST = 6;

/** 本表数据仅包括区政府本级: what a government says whose tables are its own alone. */
const OWN_ONLY = /(?:仅|只|限于|不(?:含|包括|包含|计入))[^。；]{0,16}(?:本级|机关|部门|乡镇|街道)/;
const ABOUT_NUMBERS = /数据|表格|统计/;

const saysOwnOnly = reportFact((report: Report): boolean =>
  report.prose.some(({ content, text }) =>
    sentencesIn(content).some(({ start, end }) => {
      const sentence = text.slice(start, end);
      return OWN_ONLY.test(sentence) && ABOUT_NUMBERS.test(sentence);
    }),
  ),
);

const known = once((relations: Relations) => once((report: Report) => compareAll(report, relations)));

/** The government's tables beside the sums of its members'; undefined where it has none. */
export const rolledUp = (report: Report, relations: Relations | undefined): RolledUp | undefined =>
  relations && relations.members.length > 0 && report.issuer?.kind === 'government'
    ? known(relations)(report)
    : undefined;

function compareAll(report: Report, { members, isListed, missing }: Relations): RolledUp {
  const compared = Object.values(report.tables).flatMap((table) => comparedIn(table, rollUp(table.form, members)));
  const isComplete = isListed && missing.length === 0;
  return { compared, scope: saysOwnOnly(report) ? 'own-only' : isComplete ? 'all' : scopeOf(compared) };
}

function comparedIn(table: Table, sums: ReadonlyMap<CellId, CellSum>): Compared[] {
  return [...table.cells.values()].flatMap((cell): Compared[] => {
    const sum = sums.get(cell.id);
    const own = cell.value;
    if (!sum || typeof own !== 'object') return [];
    return [{ cell, own, sum, agrees: isWithinRounding(sum, own) }];
  });
}

function scopeOf(compared: readonly Compared[]): RolledUp['scope'] {
  const telling = compared.filter(
    ({ own, sum }) => sum.unknown.length === 0 && (own.units !== 0 || sum.sum.units !== 0),
  );
  if (telling.length < FEWEST) return 'some';
  const share = (test: (each: Compared) => boolean): number => telling.filter(test).length / telling.length;
  if (share(({ agrees }) => agrees) >= PROVES_ALL) return 'all';
  return share(isShort) > PROVES_UNLIKE ? 'unlike' : 'some';
}

/** The sum of the parts exceeds the whole. */
export const isShort = ({ own, sum, agrees }: Compared): boolean => !agrees && compareDecimals(own, sum.sum) < 0;
