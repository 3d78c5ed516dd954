import type { Diagnostic } from '@codemirror/lint';
import type { Severity } from '../../server/src/rules/rule.ts';
import type { Edit } from '../../server/src/text/span.ts';
import { type Checked, type DraftFacts, offersOf } from './check.ts';

const SEVERITIES: Readonly<Record<Severity, Diagnostic['severity']>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

/** The findings as the text area shows them, each with the fixes that were tried and mend. */
export function diagnosticsOf(
  checked: Checked,
  facts: DraftFacts,
  apply: (edits: readonly Edit[]) => void,
): Diagnostic[] {
  const offers = offersOf(checked, facts);
  return checked.result.problems.map((problem) => ({
    from: problem.span.start,
    to: problem.span.end,
    severity: SEVERITIES[problem.severity],
    message: problem.message,
    actions: offers.of(problem).map(({ fix, title }) => ({ name: title, apply: () => apply(fix.edits) })),
  }));
}
