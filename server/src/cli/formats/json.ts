import type { CheckOutcome, Problem } from '../../lint.ts';
import type { Span } from '../../text/span.ts';
import type { Locate } from '../positions.ts';
import { type CheckedReport, isFixable, type NotRead } from '../result.ts';
import { productVersion } from '../version.ts';
import type { CreateFormatter } from './format.ts';

/** Raised when a field changes its meaning or goes; new fields may come at any time. */
const SHAPE = 1;

/** Lines and columns count from 1, offsets from 0, all in UTF-16 code units and without a byte order mark. */
function place(span: Span, locate: Locate) {
  const { line, column } = locate(span.start);
  const { line: endLine, column: endColumn } = locate(span.end);
  return { line, column, endLine, endColumn, offset: span.start, endOffset: span.end };
}

const problem = (found: Problem, locate: Locate) => ({
  rule: found.rule,
  messageId: found.messageId,
  severity: found.severity,
  message: found.message,
  ...place(found.span, locate),
  /** Names the finding in `ignores` of the settings file; made without its place. */
  fingerprint: found.fingerprint,
  related: found.related.map(({ span, message }) => ({ message, ...place(span, locate) })),
  /** Would --fix mend it? */
  fixable: isFixable(found),
  fixes: found.fixes.map(({ title, kind, edits }) => ({
    title,
    kind,
    edits: edits.map(({ span, newText }) => ({ offset: span.start, endOffset: span.end, newText })),
  })),
});

const outcome = ({ span, ...rest }: CheckOutcome, locate: Locate) => ({ ...rest, ...(span && place(span, locate)) });

const checkedFile = ({ path, encoding, result, shown, locate, fixed, staleIgnores }: CheckedReport) => ({
  path,
  report: true,
  encoding,
  year: result.year ?? null,
  form: result.form,
  fixed,
  problems: shown.map((found) => problem(found, locate)),
  staleIgnores,
  ignored: result.ignored.map(({ reason, by, ...found }) => ({ ...problem(found, locate), reason, by })),
  outcomes: result.outcomes.map((each) => outcome(each, locate)),
});

/** For programs: one JSON document at the end. `summary` counts everything, also what --quiet leaves out. */
export const json: CreateFormatter = () => {
  const files: ReturnType<typeof checkedFile>[] = [];
  const notReports: string[] = [];
  const notRead: Pick<NotRead, 'path' | 'reason'>[] = [];
  return {
    file(file) {
      if (file.kind === 'report') files.push(checkedFile(file));
      else if (file.kind === 'not-report') notReports.push(file.path);
      else notRead.push({ path: file.path, reason: file.reason });
      return '';
    },
    end(summary, exitStatus) {
      const tool = { name: 'nianbao-lint', version: productVersion };
      return `${JSON.stringify({ version: SHAPE, tool, files, notReports, notRead, summary, exitStatus }, null, 2)}\n`;
    },
  };
};
