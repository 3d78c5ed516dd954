import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Problem } from '../../check/lint.ts';
import type { Severity } from '../../rules/rule.ts';
import { placeInWords } from '../../word/place.ts';
import { messagesIn } from '../messages.ts';
import type { Position } from '../positions.ts';
import { type CheckedReport, type FileResult, isFailure } from '../result.ts';
import type { FormatContext, Formatter } from './format.ts';
import { printable } from './width.ts';

/** A finding as the formats for pipelines tell it. */
export interface PlainFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  /** The same in bytes of UTF-8, as some formats count columns. */
  readonly startByte: number;
  readonly endByte: number;
  readonly fingerprint: string;
}

/** A file as the formats for pipelines tell it; what is no report is not told. */
export interface PlainFile {
  /** Below the folder the program runs in where it lies there, with forward slashes. */
  readonly path: string;
  readonly findings: readonly PlainFinding[];
}

/** A file that should have been checked and was not is told as an error: a pipeline must not take it for clean. */
const NOT_READ = 'not-read';

const START: Position = { line: 1, column: 1 };

function plainFile(file: FileResult, { cwd, locale }: FormatContext): PlainFile | undefined {
  if (file.kind === 'not-report') return undefined;
  const path = pathFrom(cwd, file);
  if (file.kind === 'report')
    return { path, findings: file.shown.map((problem) => plainFinding(problem, file, locale)) };
  if (!isFailure(file)) return undefined;
  const message = messagesIn(locale).cannotRead(file.path, file.reason);
  const place = { start: START, end: START, startByte: 1, endByte: 1 };
  return { path, findings: [{ rule: NOT_READ, severity: 'error', message, ...place, fingerprint: NOT_READ }] };
}

function pathFrom(cwd: string, file: FileResult): string {
  const absolute = file.kind === 'report' && file.absolute !== undefined ? file.absolute : resolve(cwd, file.path);
  if (file.path === '-') return 'stdin';
  const inside = relative(cwd, absolute);
  const isOutside = inside === '' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return printable((isOutside ? absolute : inside).split(sep).join('/'));
}

function plainFinding(problem: Problem, file: CheckedReport, locale: FormatContext['locale']): PlainFinding {
  const { rule, severity, span, fingerprint } = problem;
  // A Word document has no lines; a person finds the place by its words.
  const inWord = file.placeOf?.(span);
  const message = inWord ? `${placeInWords(inWord)[locale]} ${problem.message}` : problem.message;
  return {
    rule,
    severity,
    message: printable(message),
    start: file.locate(span.start),
    end: file.locate(span.end),
    startByte: byteColumn(file, span.start),
    endByte: byteColumn(file, span.end),
    fingerprint,
  };
}

/** From 1, in bytes of UTF-8. */
function byteColumn({ text, locate }: CheckedReport, offset: number): number {
  const { column } = locate(offset);
  return Buffer.byteLength(text.slice(offset - column + 1, offset)) + 1;
}

/** A format that is one document for a program, written once all files are known. */
export const atTheEnd = (
  context: FormatContext,
  write: (files: readonly PlainFile[]) => string,
): Formatter<PlainFile | undefined> => {
  const files: PlainFile[] = [];
  return {
    part: (file) => plainFile(file, context),
    add(part) {
      if (part) files.push(part);
      return '';
    },
    end: () => [write(files)],
  };
};

/** A format of lines, written as the files are done. */
export const asTheyCome = (
  context: FormatContext,
  line: (finding: PlainFinding, path: string) => string,
): Formatter<string> => ({
  part(file) {
    const plain = plainFile(file, context);
    return plain ? plain.findings.map((finding) => `${line(finding, plain.path)}\n`).join('') : '';
  },
  add: (part) => part,
  end: () => [],
});
