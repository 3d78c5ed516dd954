import type { FormatContext, Formatter } from './format.ts';
import { asTheyCome } from './plain.ts';

/** For programs that read as people do, and pay for each word: a line a finding, and one that says how much was checked. */
export const agent = (context: FormatContext): Formatter<string> => ({
  ...asTheyCome(
    context,
    ({ rule, severity, message, start }, path) =>
      `${path}:${start.line}:${start.column} ${severity} ${rule} ${message.replace(/\s+/g, ' ')}`,
  ),
  end: ({ reports, notRead, fixable, checks }) => [
    `reports ${reports}, not read ${notRead}, checks passed ${checks.passed}, failed ${checks.failed}, not checked ${checks.notChecked}, ignored ${checks.ignored}, fixable with --fix ${fixable}\n`,
  ],
});
