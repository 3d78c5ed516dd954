import type { Severity } from '../../rules/rule.ts';
import type { FormatContext, Formatter } from './format.ts';
import { asTheyCome, type PlainFinding } from './plain.ts';

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

const message = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => message(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

function command({ rule, severity, message: text, start, end }: PlainFinding, path: string): string {
  // Columns are taken only where a finding begins and ends on one line.
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
  const place = `file=${property(path)},line=${start.line},endLine=${end.line}${columns}`;
  return `::${COMMANDS[severity]} ${place},title=${property(rule)}::${message(text)}`;
}

/** Workflow commands of GitHub Actions: the runner shows each as a remark at its line. */
export const github = (context: FormatContext): Formatter<string> => asTheyCome(context, command);
