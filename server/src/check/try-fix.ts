import type { CellId, SectionNumber } from '../forms/index.ts';
import type { Report } from '../report/report.ts';
import type { RuleId } from '../rules/rule.ts';
import { applyEdits, type Edit, touches } from '../text/span.ts';
import type { LintResult, Problem } from './lint.ts';

/** A draft that was read and checked. */
export interface Judged {
  readonly report: Report;
  readonly result: LintResult;
}

export type Judge = (text: string) => Judged;

/** Damage that edits would do: a rule reports more than before, or a cell or a section changes. */
export type Harm =
  | { readonly kind: 'finding'; readonly rule: RuleId; readonly more: number }
  | { readonly kind: 'cell'; readonly cell: CellId }
  | { readonly kind: 'section'; readonly section: SectionNumber };

export interface Trial {
  /** Whether the finding is gone. */
  readonly mends: boolean;
  readonly harm: readonly Harm[];
}

/**
 * Rules about words and numbers that only the author knows. A fix that makes a place for them may leave it to be filled
 * in.
 */
const ASKS_TO_FILL_IN: ReadonlySet<RuleId> = new Set([
  'text/placeholder',
  'structure/empty-section',
  'structure/missing-fee-statement',
  'table/empty-cell',
]);

/** How many places an otherwise harmless fix leaves to be filled in. */
export const leftToWrite = ({ harm }: Trial): number =>
  harm.reduce((sum, each) => sum + (each.kind === 'finding' && ASKS_TO_FILL_IN.has(each.rule) ? each.more : 0), 0);

/** Whether the fix may be offered: it removes its finding and breaks nothing. */
export const isGood = ({ mends, harm }: Trial): boolean =>
  mends && harm.every((each) => each.kind === 'finding' && ASKS_TO_FILL_IN.has(each.rule));

/** Applies a fix to a copy, which is read and checked again. */
export function tryFix(before: Judged, problem: Problem, edits: readonly Edit[], judge: Judge): Trial {
  const after = judge(applyEdits(before.report.text, edits).text);
  return { mends: isGone(problem, before.result, after.result), harm: harmOf(before, after, edits) };
}

/**
 * A fingerprint ends with the ordinal among equals, so of three equal findings the last one disappears whichever is
 * fixed.
 */
function isGone({ rule, fingerprint }: Problem, before: LintResult, after: LintResult): boolean {
  const of = ({ problems }: LintResult): Problem[] => problems.filter((each) => each.rule === rule);
  const left = of(after);
  return left.length < of(before).length || !left.some((each) => each.fingerprint === fingerprint);
}

/** What `after` lost or gained that nobody asked for. The cells that the edits touch may change. */
export function harmOf(before: Judged, after: Judged, edits: readonly Edit[]): Harm[] {
  return [
    ...newFindings(before.result, after.result),
    ...lostCells(before.report, after.report, edits),
    ...lostSections(before.report, after.report),
  ];
}

function newFindings(before: LintResult, after: LintResult): Harm[] {
  const counts = new Map<RuleId, number>();
  for (const { rule } of after.problems.filter(isSerious)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  for (const { rule } of before.problems.filter(isSerious)) counts.set(rule, (counts.get(rule) ?? 0) - 1);
  return [...counts].flatMap(([rule, more]): Harm[] => (more > 0 ? [{ kind: 'finding', rule, more }] : []));
}

const isSerious = ({ severity }: Problem): boolean => severity === 'error' || severity === 'warning';

/** A cell that an edit touches may change, but must still exist. Another form has other cells. */
function lostCells(before: Report, after: Report, edits: readonly Edit[]): Harm[] {
  return Object.values(before.tables).flatMap((table) => {
    const now = after.tables[table.id];
    return [...table.cells].flatMap(([id, { raw, span }]): Harm[] => {
      const same = now?.cells.get(id);
      const asked = same ? edits.some((edit) => touches(edit.span, span)) : now && now.form !== table.form;
      return asked || same?.raw === raw ? [] : [{ kind: 'cell', cell: id }];
    });
  });
}

function lostSections(before: Report, after: Report): Harm[] {
  const left = new Set(after.sections.map(({ number }) => number));
  return before.sections.flatMap(({ number }): Harm[] =>
    left.has(number) ? [] : [{ kind: 'section', section: number }],
  );
}
