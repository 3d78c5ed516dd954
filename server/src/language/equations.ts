import { arithmeticOf, type Evaluated, partsOf } from '../facts/arithmetic.ts';
import { shown } from '../facts/names.ts';
import type { CellId } from '../forms/index.ts';
import { reportFact } from '../report/fact.ts';
import { cellIn } from '../report/find.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import type { Locale } from '../rules/rule.ts';
import type { Inline } from './markup.ts';

/** The sums of the statutory tables, as the editor shows them. They are computed once for rules and editor alike. */

const usesOf = reportFact((report): ReadonlyMap<CellId, readonly Evaluated[]> => {
  const uses = new Map<CellId, Evaluated[]>();
  for (const each of arithmeticOf(report).evaluated) {
    for (const cell of [...each.equation.left, ...each.equation.right]) {
      const known = uses.get(cell);
      if (known) known.push(each);
      else uses.set(cell, [each]);
    }
  }
  return uses;
});

/** Every equation that a cell stands in. */
export const equationsWith = (report: Report, id: CellId): readonly Evaluated[] => usesOf(report).get(id) ?? [];

const equationsOfTable = (report: Report, table: Table): Evaluated[] =>
  arithmeticOf(report).evaluated.filter(({ equation }) => equation.table === table.id);

/** Whether the equation is a sum with one total, and not a balance of two sums. */
const hasTotal = ({ equation }: Evaluated): boolean => equation.kind !== 'balance';

/** The cell that holds the sum; undefined for a balance and where the draft has no such cell. */
export const totalOf = (report: Report, each: Evaluated): Cell | undefined => {
  const [id] = each.equation.right;
  return hasTotal(each) && id ? cellIn(report, id) : undefined;
};

/** 9 + 2 + 1（其余 3 项为 0）. Zeros say nothing where others explain the sum. */
function sumText(cells: readonly Cell[], locale: Locale): string {
  const filled = cells.filter((cell) => shown(cell) !== '0');
  const zeros = cells.length - filled.length;
  if (filled.length === 0) return cells.length === 1 ? '0' : `0 × ${cells.length}`;
  const sum = filled.map(shown).join(' + ');
  if (zeros === 0 || cells.length <= 2) return zeros === 0 ? sum : cells.map(shown).join(' + ');
  return locale === 'zh' ? `${sum}（其余 ${zeros} 项为 0）` : `${sum} (${zeros} more are 0)`;
}

/** 自然人列：一＋二＝（七）总计＋四：18 + 1 = 19，等于 18 + 1 = 19. */
export function equationText(
  report: Report,
  { equation, name, status, left, right }: Evaluated,
  locale: Locale,
): Inline[] {
  const sides = [equation.left, equation.right].map((ids) => {
    const cells = partsOf(report, ids);
    return { text: sumText(cells, locale), single: cells.length === 1 };
  });
  const [first, second] = sides;
  const colon = locale === 'zh' ? '：' : ': ';
  if (!first || !second || status === 'unknown') {
    return [
      `${name}${colon}`,
      { strong: locale === 'zh' ? '有空白或缺行，无法核对' : 'blank or missing, not checked' },
    ];
  }
  const side = ({ text, single }: typeof first, value: number): string => (single ? text : `${text} = ${value}`);
  const word = { holds: { zh: '等于', en: 'equals' }, broken: { zh: '不等于', en: 'does not equal' } }[status][locale];
  const off = Math.abs(left - right);
  return [
    `${name}${colon}${side(first, left)}${locale === 'zh' ? '，' : ' '}`,
    { strong: word },
    ` ${side(second, right)}`,
    ...(status === 'broken' ? [locale === 'zh' ? `，相差 ${off}` : `, off by ${off}`] : []),
  ];
}

export interface Tally {
  readonly holds: number;
  readonly broken: number;
  readonly unknown: number;
  readonly all: number;
}

export function tallyOf(report: Report, table: Table): Tally {
  const evaluated = equationsOfTable(report, table);
  const count = (status: Evaluated['status']): number => evaluated.filter((each) => each.status === status).length;
  return { holds: count('holds'), broken: count('broken'), unknown: count('unknown'), all: evaluated.length };
}

/** 勾稽 37/39 成立，2 条不成立: of equations, where 不符 counts checks. Empty for a table without sums. */
export function tallyText({ holds, broken, unknown, all }: Tally, locale: Locale): string {
  if (all === 0) return '';
  if (locale === 'zh') {
    return [
      `勾稽 ${holds}/${all} 成立`,
      ...(broken > 0 ? [`${broken} 条不成立`] : []),
      ...(unknown > 0 ? [`${unknown} 条未能核对`] : []),
    ].join('，');
  }
  return [
    `Sums: ${holds}/${all} hold`,
    ...(broken > 0 ? [`${broken} do not`] : []),
    ...(unknown > 0 ? [`${unknown} not checked`] : []),
  ].join(', ');
}
