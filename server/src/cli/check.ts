import type { LintResult, Problem } from '../check/lint.ts';
import type { OfferedFix } from '../check/offered-fixes.ts';
import type { LintOptions } from '../index.ts';
import type { ReportSummary } from '../relations/summary.ts';
import type { Rule } from '../rules/rule.ts';
import { type Decoded, decode } from '../text/decode.ts';
import type { Edit } from '../text/span.ts';
import { encode } from './encode.ts';
import { locator } from './positions.ts';
import type { FileResult } from './result.ts';
import type { ReportSettings } from './settings.ts';

/** What the command line needs of the engine, so that tests can put a small one in its place. */
export interface Engine {
  readonly isReport: (text: string) => boolean;
  readonly lint: (text: string, options: LintOptions) => LintResult;
  readonly fix: (text: string, options: LintOptions) => { text: string; applied: number };
  readonly fixEdits: (text: string, options: LintOptions) => Edit[];
  readonly offeredFixes: (text: string, options: LintOptions) => (problem: Problem) => readonly OfferedFix[];
  /** What others are to know of a report; `document` is the name that findings lead to. */
  readonly summarise: (text: string, document: string, options: LintOptions) => ReportSummary;
  readonly rules: readonly Rule[];
}

/** A draft's bytes and where they come from. */
export interface Draft {
  readonly path: string;
  readonly absolute: string | undefined;
  readonly named: boolean;
  /** As in Found. */
  readonly leadsOut?: true;
  readonly bytes: Uint8Array;
}

export interface Checked {
  readonly file: FileResult;
  /** With a fix asked for: the text before and after, and the bytes to write. */
  readonly mended?: {
    readonly before: string;
    readonly after: string;
    /** Undefined when the text cannot be written back without loss. */
    readonly bytes: Uint8Array | undefined;
  };
}

/** A draft saved on Windows stays one: no fix may leave a lone line feed in it. */
function keepLineEnds(before: string, after: string): string {
  const windows = before.includes('\r\n') && !/(?<!\r)\n/.test(before);
  return windows ? after.replace(/(?<!\r)\n/g, '\r\n') : after;
}

/** A file is replaced only if its original bytes survive a round trip through the decoder and encoder. */
function bytesOf(original: Uint8Array, decoded: Decoded, after: string): Uint8Array | undefined {
  const same = encode(decoded);
  if (!same || Buffer.compare(same, original) !== 0) return undefined;
  return encode({ ...decoded, text: after });
}

export interface CheckOptions {
  readonly fix: boolean;
  readonly quiet: boolean;
  /** Where entries of the configuration that match nothing stand. */
  readonly stale?: ReportSettings['stale'];
  readonly packPlaceOf?: ReportSettings['packPlaceOf'];
}

/** With --quiet the errors alone. */
export const shownOf = ({ problems }: LintResult, quiet: boolean): LintResult['problems'] =>
  quiet ? problems.filter(({ severity }) => severity === 'error') : problems;

/** A .docx is a zip archive, a .doc or .wps a compound file; no text begins like either. */
export const isWordFile = ({ path, bytes: [first, second, third, fourth] }: Draft): boolean =>
  /\.docx$/i.test(path) ||
  (first === 0x50 && second === 0x4b && third === 3 && fourth === 4) ||
  (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0);

/** Checks one draft and, when asked, fixes it. Never throws. */
export function check(
  { path, absolute, named, bytes }: Draft,
  engine: Engine,
  options: LintOptions,
  { fix, quiet, stale = () => [], packPlaceOf }: CheckOptions,
): Checked {
  const decoded = decode(bytes);
  if (typeof decoded === 'string') return { file: { kind: 'not-read', path, reason: decoded, named } };
  if (!engine.isReport(decoded.text)) return { file: { kind: 'not-report', path, named } };

  const mend = (): { text: string; applied: number; bytes: Uint8Array | undefined } => {
    const fixed = engine.fix(decoded.text, options);
    const text = keepLineEnds(decoded.text, fixed.text);
    return { text, applied: fixed.applied, bytes: text === decoded.text ? bytes : bytesOf(bytes, decoded, text) };
  };
  const mended = fix ? mend() : undefined;
  const text = mended?.bytes ? mended.text : decoded.text;
  const result = engine.lint(text, options);
  return {
    file: {
      kind: 'report',
      path,
      absolute,
      encoding: decoded.encoding,
      text,
      result,
      shown: shownOf(result, quiet),
      fixesOf: engine.offeredFixes(text, options),
      locate: locator(text),
      fixed: mended?.bytes ? mended.applied : 0,
      staleIgnores: stale(result.staleIgnores),
      relations: options.relations,
      packPlaceOf,
    },
    ...(mended && { mended: { before: decoded.text, after: mended.text, bytes: mended.bytes } }),
  };
}
