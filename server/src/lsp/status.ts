import type { LintResult } from '../lint.ts';
import type { Severity } from '../rules/rule.ts';
import type { StatusParams } from './protocol.ts';

const NOTHING: Pick<StatusParams, 'counts' | 'checks'> = {
  counts: { error: 0, warning: 0, information: 0, hint: 0 },
  checks: { passed: 0, failed: 0, notChecked: 0, ignored: 0 },
};

/** @param result undefined when the document is no report. */
export function toStatus(uri: string, version: number, result: LintResult | undefined): StatusParams {
  if (!result) return { uri, version, report: false, ...NOTHING };
  const count = (severity: Severity): number =>
    result.problems.filter((problem) => problem.severity === severity).length;
  const checks = { passed: 0, failed: 0, notChecked: 0, ignored: 0 };
  for (const { status, ignored } of result.outcomes) {
    checks[ignored ? 'ignored' : status === 'not-checked' ? 'notChecked' : status]++;
  }
  return {
    uri,
    version,
    report: true,
    ...(result.year !== undefined && { year: result.year }),
    form: result.form,
    counts: {
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
      hint: count('hint'),
    },
    checks,
  };
}
