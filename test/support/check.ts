import type { Problem, ProblemFix } from '../../server/src/check/lint.ts';
import { type LintOptions, type LintResult, lint } from '../../server/src/index.ts';
import { applyEdits, type Span } from '../../server/src/text/span.ts';
import type { Draft } from './draft.ts';

/** Lint a draft in its own format. */
export const check = (draft: Draft, options: LintOptions = {}): LintResult =>
  lint(draft.text, { format: draft.format, ...options });

export const found = ({ problems }: Pick<LintResult, 'problems'>, rule: string): Problem[] =>
  problems.filter((problem) => problem.rule === rule);

/** Errors and warnings: what a correct report has none of. */
export const alarms = ({ problems }: Pick<LintResult, 'problems'>): Problem[] =>
  problems.filter(({ severity }) => severity === 'error' || severity === 'warning');

/** The line of an offset, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length;

/** What tests compare: `table/label@12`. */
export const named = (text: string, problems: readonly Problem[]): string[] =>
  problems.map(({ rule, span }) => `${rule}@${lineAt(text, span.start)}`);

export const sliceOf = (text: string, { start, end }: Span): string => text.slice(start, end);

export const applyFix = (text: string, fix: ProblemFix): string => applyEdits(text, fix.edits).text;

/** The only element, or a failure that shows what else was there. */
export function only<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined || items.length !== 1) throw new Error(`expected one, got ${JSON.stringify(items, null, 1)}`);
  return first;
}

/** Every span of a result lies inside the text, in order, edits included. Returns those that do not. */
export function strayPlaces(text: string, { problems }: LintResult): Span[] {
  const places = problems.flatMap(({ span, related, fixes }) => [
    span,
    ...related.map((each) => each.span),
    ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
  ]);
  return places.filter((place) => !isInside(text, place));
}

export const isInside = (text: string, { start, end }: Span): boolean =>
  start >= 0 && start <= end && end <= text.length;

/** A text without white space and the marks of its format: tags, bold. Columns may move when a label grows. */
export const squeeze = (text: string): string => text.replace(/&nbsp;|<[^>]*>|\*\*|\s+/g, '');
