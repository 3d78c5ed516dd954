import type { LintResult } from '../check/lint.ts';
import type { Severity } from '../rules/rule.ts';
import type { StatusParams } from './protocol.ts';

const NOTHING: Pick<StatusParams, 'counts' | 'checks'> = {
  counts: { error: 0, warning: 0, information: 0, hint: 0 },
  checks: { passed: 0, failed: 0, notChecked: 0, ignored: 0 },
};

/** @param result undefined when the document is no report. */
export function toStatus(uri: string, version: number, result: LintResult | undefined): StatusParams {
  if (!result) return { uri, version, report: false, ...NOTHING };
  const counts: Record<Severity, number> = { ...NOTHING.counts };
  for (const { severity } of result.problems) counts[severity]++;
  const { passed, failed, notChecked, ignored } = result.checks;
  return {
    uri,
    version,
    report: true,
    ...(result.year !== undefined && { year: result.year }),
    form: result.form,
    counts,
    checks: { passed, failed, notChecked, ignored },
  };
}
