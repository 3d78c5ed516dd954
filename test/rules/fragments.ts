import type { Problem } from '../../server/src/check/lint.ts';
import { type LintOptions, lint } from '../../server/src/index.ts';
import { applyEdits } from '../../server/src/text/span.ts';

/** What a test says of a finding: its message, severity and the text it marks. */
export interface Seen {
  readonly id: string;
  readonly severity: string;
  readonly text: string;
}

export const problemsOf = (rule: string, text: string, options?: LintOptions): Problem[] =>
  lint(text, options).problems.filter((problem) => problem.rule === rule);

export const seen = (rule: string, text: string, options?: LintOptions): Seen[] =>
  problemsOf(rule, text, options).map(({ messageId, severity, span }) => ({
    id: messageId,
    severity,
    text: text.slice(span.start, span.end),
  }));

/** `severity:text` of every finding of the rule. */
export const marked = (rule: string, text: string, options?: LintOptions): string[] =>
  seen(rule, text, options).map((each) => `${each.severity}:${each.text}`);

/** The text after the first fix of the first finding. */
export function mended(rule: string, text: string, options?: LintOptions): string {
  const [problem] = problemsOf(rule, text, options);
  const [fix] = problem?.fixes ?? [];
  if (!fix) throw new Error(`no fix of ${rule} in:\n${text}`);
  return applyEdits(text, fix.edits).text;
}

/** How the rule's checks ended. */
export const statuses = (rule: string, text: string, options?: LintOptions): string[] =>
  lint(text, options)
    .outcomes.filter((outcome) => outcome.rule === rule)
    .map(({ status, reason }) => (reason ? `${status}:${reason}` : status));
