import type { CheckOutcome, Problem } from '../../check/lint.ts';
import type { Span } from '../../text/span.ts';
import { productVersion } from '../../version.ts';
import { elsewhere, pairedWith } from '../elsewhere.ts';
import type { Locate, PackPlace } from '../positions.ts';
import { type CheckedReport, isFixable, type NotRead } from '../result.ts';
import type { FormatContext, Formatter } from './format.ts';
import { printableJson } from './width.ts';

/** Raised when a field changes its meaning or goes; new fields may come at any time. */
const SHAPE = 1;

/** Lines and columns count from 1, offsets from 0, all in UTF-16 code units and without a byte order mark. */
function place(span: Span, locate: Locate) {
  const { line, column } = locate(span.start);
  const { line: endLine, column: endColumn } = locate(span.end);
  return { line, column, endLine, endColumn, offset: span.start, endOffset: span.end };
}

const packOf = (place: PackPlace | undefined) => place && { path: place.path, line: place.line, column: place.column };

const problem = (
  found: Problem,
  { path, locate, placeOf, packPlaceOf, fixesOf }: CheckedReport,
  other: (document: string) => Locate,
) => ({
  rule: found.rule,
  messageId: found.messageId,
  severity: found.severity,
  message: found.message,
  ...place(found.span, locate),
  /** In a Word document: `{ paragraph, text }` or `{ table, row, column, text }`, counted from 1. */
  place: placeOf?.(found.span),
  /** The entry of a rule pack that asked for it. */
  pack: packOf(packPlaceOf?.(found.rule)),
  /** Names the finding in `ignores` of the settings file; made without its place. */
  fingerprint: found.fingerprint,
  related: found.related.map(({ document, span, message }) => ({
    message,
    path: document ?? path,
    ...place(span, document === undefined ? locate : other(document)),
  })),
  /** Whether --fix would fix it. */
  fixable: isFixable(found),
  fixes: fixesOf(found).map(({ title, tried, fix: { kind, edits } }) => ({
    title,
    kind,
    tried,
    edits: edits.map(({ span, newText }) => ({ offset: span.start, endOffset: span.end, newText })),
  })),
});

/** What is undefined is not written. One object with all fields is made far quicker than one put together of two. */
function outcome({ rule, subject, status, reason, span, ignored, ignoreReason }: CheckOutcome, locate: Locate) {
  const start = span && locate(span.start);
  const end = span && locate(span.end);
  return {
    rule,
    subject,
    status,
    reason,
    ignored,
    ignoreReason,
    line: start?.line,
    column: start?.column,
    endLine: end?.line,
    endColumn: end?.column,
    offset: span?.start,
    endOffset: span?.end,
  };
}

/** @param checks: the list of some five hundred outcomes a report is three quarters of the document. */
function checkedFile(file: CheckedReport, checks: boolean) {
  const other = elsewhere(file.relations);
  return {
    path: file.path,
    report: true,
    encoding: file.encoding,
    ...file.beside,
    year: file.result.year ?? null,
    form: file.result.form,
    fixed: file.fixed,
    problems: file.shown.map((found) => problem(found, file, other)),
    staleIgnores: file.staleIgnores,
    ignored: file.result.ignored.map((found) => ({
      ...problem(found, file, other),
      reason: found.reason,
      by: found.by,
    })),
    outcomes: checks ? file.result.outcomes.map((each) => outcome(each, file.locate)) : undefined,
    /** The reports that this one was compared with; left out where there are none. */
    relations: file.relations && pairedWith(file.relations),
  };
}

type Part =
  | { readonly kind: 'report'; readonly bytes: Uint8Array }
  | { readonly kind: 'not-report'; readonly path: string }
  | { readonly kind: 'not-read'; readonly path: string; readonly reason: NotRead['reason'] };

/**
 * For programs: one JSON document at the end. `summary` counts everything, also what --quiet leaves out. The document
 * of a large folder would be too long for one string and too much for one thread, so each file's part is written alone,
 * on a line of its own.
 */
export const json = ({ checks }: Pick<FormatContext, 'checks'>): Formatter<Part> => {
  const files: Uint8Array[] = [];
  const notReports: string[] = [];
  const notRead: Pick<NotRead, 'path' | 'reason'>[] = [];
  return {
    part(file) {
      if (file.kind === 'report')
        return { kind: 'report', bytes: Buffer.from(printableJson(JSON.stringify(checkedFile(file, checks)))) };
      if (file.kind === 'not-report') return { kind: 'not-report', path: file.path };
      return { kind: 'not-read', path: file.path, reason: file.reason };
    },
    add(part) {
      if (part.kind === 'report') files.push(part.bytes);
      else if (part.kind === 'not-report') notReports.push(part.path);
      else notRead.push({ path: part.path, reason: part.reason });
      return '';
    },
    *end(summary, exitStatus) {
      const tool = { name: 'nianbao-lint', version: productVersion };
      const shape = { version: SHAPE, tool, files: [], notReports, notRead, summary, exitStatus };
      const frame = printableJson(JSON.stringify(shape));
      const at = frame.indexOf('[]') + 1;
      yield frame.slice(0, at);
      for (const [index, bytes] of files.entries()) {
        yield index > 0 ? ',\n' : '\n';
        yield bytes;
      }
      yield `${files.length > 0 ? '\n' : ''}${frame.slice(at)}\n`;
    },
  };
};
