import { createHash } from 'node:crypto';
import type { Severity } from '../../rules/rule.ts';
import type { FormatContext, Formatter } from './format.ts';
import { atTheEnd, type PlainFile } from './plain.ts';
import { printableJson } from './width.ts';

const SEVERITIES: Readonly<Record<Severity, 'critical' | 'major' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** A finding keeps its fingerprint while lines before it come and go; of two files none has that of the other. */
const fingerprintOf = (path: string, rule: string, fingerprint: string): string =>
  createHash('sha256').update(`${path}\n${rule}\n${fingerprint}`).digest('hex').slice(0, 32);

const issues = (files: readonly PlainFile[]) =>
  files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, start, end, fingerprint }) => ({
      description: message,
      check_name: rule,
      fingerprint: fingerprintOf(path, rule, fingerprint),
      severity: SEVERITIES[severity],
      location: { path, lines: { begin: start.line, end: end.line } },
    })),
  );

/** GitLab's Code Quality report. */
export const gitlab = (context: FormatContext): Formatter<PlainFile | undefined> =>
  atTheEnd(context, (files) => `${printableJson(JSON.stringify(issues(files), null, 2))}\n`);
