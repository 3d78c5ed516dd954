import type { Locale, Rule } from '../../rules/rule.ts';
import type { FileResult, Summary } from '../result.ts';

export interface FormatContext {
  readonly locale: Locale;
  /** Folder that relative addresses start from. */
  readonly cwd: string;
  readonly colour: boolean;
  readonly quiet: boolean;
  /** Whether every check is to be listed. */
  readonly checks: boolean;
  /** Whether files were written (--fix), or only a difference is shown. */
  readonly wrote: boolean;
  readonly maxWarnings: number | undefined;
  readonly rules: readonly Rule[];
}

export type ExitStatus = 0 | 1 | 2;

/**
 * Turns results into text: first what can be done with one file alone, on any thread, then what needs their order.
 * @typeParam Part what is made of one file; it can be sent from one thread to another.
 */
export interface Formatter<Part = unknown> {
  part(file: FileResult): Part;
  /** The parts of all files in their order. A format for people prints as it goes, one for programs at the end. */
  add(part: Part): string;
  end(summary: Summary, status: ExitStatus): Iterable<string | Uint8Array>;
}

export type CreateFormatter = (context: FormatContext) => Formatter;
