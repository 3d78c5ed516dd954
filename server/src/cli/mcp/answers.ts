/** What of the command line's JSON the tools answer with. */

export interface FoundFix {
  readonly title: string;
  readonly kind: 'safe' | 'suggestion';
  readonly tried: boolean;
  readonly edits: readonly { readonly offset: number; readonly endOffset: number; readonly newText: string }[];
}

interface FoundProblem {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly place?: object;
  readonly fingerprint: string;
  readonly related: readonly { readonly message: string; readonly path: string; readonly line: number }[];
  readonly fixes: readonly FoundFix[];
}

interface Outcome {
  readonly status: 'passed' | 'failed' | 'not-checked';
  readonly reason?: string;
}

export interface CheckedFile {
  readonly path: string;
  readonly year: number | null;
  readonly form: string;
  readonly problems: readonly FoundProblem[];
  readonly outcomes: readonly Outcome[];
  readonly relations?: object;
}

/** How many checks passed, failed and could not be made, and why not. */
function counted(outcomes: readonly Outcome[]) {
  const notChecked: Record<string, number> = {};
  const counts = { passed: 0, failed: 0, notChecked };
  for (const { status, reason = 'unknown' } of outcomes) {
    if (status === 'not-checked') notChecked[reason] = (notChecked[reason] ?? 0) + 1;
    else counts[status]++;
  }
  return counts;
}

/** A report without its outcomes one by one, which are hundreds. */
export function summaryOf({ path, year, form, problems, outcomes }: CheckedFile) {
  return {
    year,
    form,
    checks: counted(outcomes),
    problems: problems.map(({ rule, severity, message, line, column, place, related, fixes }) => ({
      rule,
      severity,
      message,
      line,
      column,
      ...(place && { place }),
      ...(related.length > 0 && {
        related: related.map(({ message: what, path: where, line: at }) => ({
          message: what,
          ...(where !== path && { path: where }),
          line: at,
        })),
      }),
      fixes: fixes.length,
    })),
  };
}
