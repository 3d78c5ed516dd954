import { expect } from 'vitest';
import type { Problem, ProblemFix } from '../../server/src/check/lint.ts';
import type { CellId } from '../../server/src/forms/index.ts';
import { type LintResult, lint, readReport } from '../../server/src/index.ts';
import type { TextFormat } from '../../server/src/report/report.ts';
import { overlaps, type Span } from '../../server/src/text/span.ts';
import { applyFix } from './check.ts';

/** What a cell says, for every cell that no edit of the fix touches. */
function untouchedCells(text: string, format: TextFormat, edited: readonly Span[]): Map<CellId, string> {
  const report = readReport(text, { format });
  const cells = Object.values(report.tables).flatMap((table) => table.rows.flatMap((row) => row.cells));
  const touched = (span: Span): boolean =>
    edited.some((edit) => overlaps(edit, span) || edit.start === span.start || edit.end === span.end);
  return new Map(cells.filter(({ span }) => !touched(span)).map(({ id, raw }) => [id, raw.trim()]));
}

/** A draft with many findings is checked once and not once for each of them. */
let last: { text: string; format: TextFormat; result: LintResult } | undefined;
function lintOnce(text: string, format: TextFormat): LintResult {
  if (last?.text !== text || last.format !== format) last = { text, format, result: lint(text, { format }) };
  return last.result;
}

const key = ({ rule, messageId, message }: Problem): string => `${rule} ${messageId} ${message}`;

/**
 * Apply one fix: the finding is gone, no error or warning is there that was not before, and every cell that the fix
 * did not write says what it said. Returns the new text.
 */
export function expectMended(text: string, problem: Problem, fix: ProblemFix, format: TextFormat = 'text'): string {
  const before = lintOnce(text, format);
  const mended = applyFix(text, fix);
  const after = lint(mended, { format });
  const context = `${problem.rule}: ${fix.title}`;
  expect(mended, context).not.toBe(text);
  const count = (problems: readonly Problem[]): number => problems.filter((each) => key(each) === key(problem)).length;
  expect(count(after.problems), `${context} leaves its finding`).toBeLessThan(count(before.problems));
  const known = new Set(before.problems.map(key));
  const added = after.problems.filter(
    (each) => (each.severity === 'error' || each.severity === 'warning') && !known.has(key(each)),
  );
  expect(added.map(key), `${context} brings new findings`).toEqual([]);
  const rest = untouchedCells(
    text,
    format,
    fix.edits.map(({ span }) => span),
  );
  const now = untouchedCells(mended, format, []);
  for (const [id, raw] of rest) expect(now.get(id), `${context} changes ${id}`).toBe(raw);
  return mended;
}
