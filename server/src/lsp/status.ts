import { countsOf, NO_COUNTS } from '../check/counts.ts';
import type { LintResult } from '../check/lint.ts';
import type { StatusParams } from './protocol.ts';

/** @param result undefined when the document is no report. */
export function toStatus(
  uri: string,
  version: number,
  result: LintResult | undefined,
  paired: readonly string[] = [],
): StatusParams {
  if (!result) return { uri, version, report: false, counts: NO_COUNTS };
  return {
    uri,
    version,
    report: true,
    ...(result.year !== undefined && { year: result.year }),
    form: result.form,
    counts: countsOf(result),
    ...(paired.length > 0 && { paired }),
  };
}
