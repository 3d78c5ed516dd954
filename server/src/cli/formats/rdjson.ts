import type { Severity } from '../../rules/rule.ts';
import type { FormatContext, Formatter } from './format.ts';
import { atTheEnd, type PlainFile, type PlainFinding } from './plain.ts';
import { printableJson } from './width.ts';

const SEVERITIES: Readonly<Record<Severity, 'ERROR' | 'WARNING' | 'INFO'>> = {
  error: 'ERROR',
  warning: 'WARNING',
  information: 'INFO',
  hint: 'INFO',
};

/** Columns are bytes of UTF-8 here. */
const rangeOf = ({ start, end, startByte, endByte }: PlainFinding) => ({
  start: { line: start.line, column: startByte },
  end: { line: end.line, column: endByte },
});

const diagnostics = (files: readonly PlainFile[]) =>
  files.flatMap(({ path, findings }) =>
    findings.map((finding) => ({
      message: finding.message,
      location: { path, range: rangeOf(finding) },
      severity: SEVERITIES[finding.severity],
      code: { value: finding.rule },
    })),
  );

/** reviewdog's diagnostic format (rdjson). */
export const rdjson = (context: FormatContext): Formatter<PlainFile | undefined> =>
  atTheEnd(context, (files) => {
    const result = { source: { name: 'nianbao-lint' }, diagnostics: diagnostics(files) };
    return `${printableJson(JSON.stringify(result, null, 2))}\n`;
  });
