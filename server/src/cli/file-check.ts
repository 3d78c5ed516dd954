import { basename, resolve } from 'node:path';
import { readRegularFile } from '../disk/read-file.ts';
import type { LintOptions } from '../index.ts';
import type { Relations } from '../relations/relations.ts';
import { formatOfFile } from '../report/source/index.ts';
import { decode } from '../text/decode.ts';
import type { CliOptions } from './args.ts';
import { type Checked, check, type Draft, type Engine, isWordFile } from './check.ts';
import type { Found } from './files.ts';
import { type Messages, messagesIn } from './messages.ts';
import { errorCode, type FileResult, type NotRead } from './result.ts';
import { type ReportSettings, SettingsSource } from './settings.ts';
import type { KnownReport } from './task.ts';

/** A message beside a file's result. It can be sent from one thread to another. */
export type Said =
  | { readonly to: 'stdout'; readonly text: string | Uint8Array }
  /** `once`: it concerns many files, and each thread meets it by itself. */
  | { readonly to: 'stderr'; readonly text: string; readonly broken: boolean; readonly once?: true };

/** A report that was read for more than its check. */
export interface OpenedReport extends KnownReport {
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
  readonly options: LintOptions;
  readonly draft: Draft;
}

/** A draft has some ten thousand characters; this limit leaves room for anything that might be one. */
export const LARGEST_DRAFT = 64 * 1024 * 1024;

/** Reads, checks and, when asked, fixes one file after the other. Writes nothing but the fixed files. */
export class FileCheck {
  readonly #options: CliOptions;
  readonly #cwd: string;
  readonly #stdin: AsyncIterable<Uint8Array>;
  readonly #engine: Engine;
  readonly #say: Messages;
  readonly #settings: SettingsSource;
  #complaintsSaid = 0;
  #said: Said[] = [];

  constructor(options: CliOptions, cwd: string, engine: Engine, stdin: AsyncIterable<Uint8Array>) {
    this.#options = options;
    this.#cwd = cwd;
    this.#engine = engine;
    this.#stdin = stdin;
    this.#say = messagesIn(options.locale);
    this.#settings = new SettingsSource(cwd, options.config, options.locale);
  }

  /** One at a time. A fault of the program in one file must not take the results of all others with it. */
  async one(
    found: Found,
    relations?: Relations,
  ): Promise<{ readonly file: FileResult; readonly said: readonly Said[] }> {
    this.#said = [];
    let file: FileResult;
    try {
      file = await this.#checkOne(found, relations);
    } catch (error) {
      const path = found.kind === 'stdin' ? '-' : found.path;
      file = { kind: 'not-read', path, reason: 'internal', named: true };
      // The stack that a maintainer needs, and nothing of the draft.
      this.#complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    return { file, said: this.#said };
  }

  /** What other reports need to know of one. Whatever is to be said of the file is said when it is checked. */
  async known(found: Found): Promise<KnownReport | undefined> {
    const opened = await this.open(found);
    return opened && { summary: opened.summary, settings: opened.settings };
  }

  /** A report with what is known of it; undefined when the file cannot be read or is none. */
  async open(found: Found): Promise<OpenedReport | undefined> {
    if (found.kind !== 'file') return undefined;
    try {
      const draft = this.#readFile(found);
      const text = 'kind' in draft ? undefined : await textOf(draft);
      if ('kind' in draft || text === undefined || !this.#engine.isReport(text)) return undefined;
      const { options: settings, relations } = await this.#settings.of(found.absolute);
      const options = this.#optionsOf(found.path, settings);
      const summary = this.#engine.summarise(text, found.path, options);
      return { path: found.path, absolute: found.absolute, text, options, summary, settings: relations, draft };
    } catch {
      return undefined;
    }
  }

  #complain(text: string): void {
    this.#said.push({ to: 'stderr', text: `${text}\n`, broken: true, once: true });
  }

  async #checkOne(found: Found, relations: Relations | undefined): Promise<FileResult> {
    const draft = found.kind === 'stdin' ? await this.#readStdin() : this.#readFile(found);
    if ('kind' in draft) return draft;
    if (isWordFile(draft)) return this.#checkWord(draft, relations);
    const { options: settings, ...beside } = await this.#settingsOf(draft);
    const options = { ...settings, relations };
    const { quiet } = this.#options;
    const fix = this.#options.fix !== 'none';
    const checked = check(draft, this.#engine, options, { fix, quiet, ...beside });
    if (!fix) return checked.file;
    const kept = await this.#deliver(draft, checked);
    if (kept) return checked.file;
    return check(draft, this.#engine, options, { fix: false, quiet, ...beside }).file;
  }

  /** A document is checked as the text that it shows. `review` writes into it; a fix of its text alone would lose its looks. */
  async #checkWord(draft: Draft, relations: Relations | undefined): Promise<FileResult> {
    const { options: settings, ...beside } = await this.#settingsOf(draft);
    const options = { ...settings, relations };
    const { checkWord } = await import('./word-check.ts');
    const file = await checkWord(draft, this.#engine, options, { quiet: this.#options.quiet, ...beside });
    if (this.#options.fix !== 'none' && file.kind === 'report')
      this.#complain(this.#say.cannotWrite(draft.path, 'word-fix'));
    return file;
  }

  #readFile(found: Exclude<Found, { kind: 'stdin' }>): Draft | NotRead {
    if (found.kind === 'not-read') return found;
    const { kind: _, ...file } = found;
    const { path, absolute, named } = file;
    try {
      return { ...file, bytes: readRegularFile(absolute, LARGEST_DRAFT) };
    } catch (error) {
      return { kind: 'not-read', path, reason: errorCode(error), named };
    }
  }

  async #readStdin(): Promise<Draft | NotRead> {
    const path = this.#options.stdinName ?? '-';
    try {
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of this.#stdin) {
        chunks.push(chunk);
        length += chunk.length;
        // Some input never ends.
        if (length > LARGEST_DRAFT) return { kind: 'not-read', path, reason: 'too-large', named: true };
      }
      return { path, absolute: undefined, named: true, bytes: Buffer.concat(chunks) };
    } catch (error) {
      return { kind: 'not-read', path, reason: errorCode(error), named: true };
    }
  }

  async #settingsOf({ path, absolute }: Draft): Promise<Omit<ReportSettings, 'options'> & { options: LintOptions }> {
    const named = absolute ?? resolve(this.#cwd, path);
    const { options, ...beside } = await this.#settings.of(named);
    for (const { text, serious } of this.#settings.complaints.slice(this.#complaintsSaid)) {
      if (serious) this.#complain(text);
      else if (!this.#options.quiet) this.#said.push({ to: 'stderr', text: `${text}\n`, broken: false, once: true });
    }
    this.#complaintsSaid = this.#settings.complaints.length;
    return { options: this.#optionsOf(path, options), ...beside };
  }

  #optionsOf(path: string, settings: ReportSettings['options']): LintOptions {
    const year = this.#options.year ?? settings.year;
    const format = formatOfFile(path)?.id;
    return {
      ...settings,
      locale: this.#options.locale,
      ...(path !== '-' && { fileName: basename(path) }),
      ...(year !== undefined && { year }),
      ...(format && { format }),
    };
  }

  /** @returns false when the fixed text stays undelivered, so that the findings must be those of the original. */
  async #deliver({ path, absolute, bytes, leadsOut }: Draft, { mended }: Checked): Promise<boolean> {
    const changed = mended !== undefined && mended.before !== mended.after;
    if (this.#options.fix === 'diff') {
      const { unifiedDiff } = await import('./diff.ts');
      if (changed) this.#said.push({ to: 'stdout', text: unifiedDiff(path, mended.before, mended.after) });
      return true;
    }
    const writable = changed ? mended.bytes : undefined;
    if (changed && !writable) this.#complain(this.#say.cannotWrite(path, 'unencodable'));
    // A filter passes on its input even when that is no report: an editor would lose the text otherwise.
    if (absolute === undefined) this.#said.push({ to: 'stdout', text: writable ?? bytes });
    if (absolute === undefined || !writable) return true;
    const { replaceFile } = await import('./write.ts');
    const refusal = leadsOut ? 'outside' : replaceFile(absolute, bytes, writable);
    if (refusal === undefined) return true;
    this.#complain(this.#say.cannotWrite(path, refusal));
    return false;
  }
}

/** What a draft shows, as far as it is text. */
async function textOf(draft: Draft): Promise<string | undefined> {
  if (isWordFile(draft)) {
    const { readWord } = await import('../word/bundle.ts');
    const word = readWord(draft.bytes);
    return typeof word === 'string' ? undefined : word.text;
  }
  const decoded = decode(draft.bytes);
  return typeof decoded === 'string' ? undefined : decoded.text;
}
