import { readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { LintOptions } from '../index.ts';
import type { TextFormat } from '../report/report.ts';
import { type CliOptions, readArguments, UsageError } from './args.ts';
import { type Checked, check, type Draft, type Engine } from './check.ts';
import { type Found, findFiles } from './files.ts';
import { type ExitStatus, loadFormat } from './formats/format.ts';
import { type Messages, messagesIn } from './messages.ts';
import { addToSummary, emptySummary, errorCode, type FileResult, isFailure, type NotRead } from './result.ts';
import { type ReportSettings, type SettingsSource, settingsSource } from './settings.ts';

/** The outside world, so that a test can be it. */
export interface Surroundings {
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: (chunk: string | Uint8Array) => void;
  readonly stderr: (chunk: string) => void;
  /** May standard output be coloured? */
  readonly colour: boolean;
  /** True once the user asked to stop (Ctrl+C): no further file is begun. */
  readonly stopped: () => boolean;
  readonly engine: () => Promise<Engine>;
}

/** A draft has some ten thousand characters; this leaves room for anything that might be one. */
const LARGEST = 64 * 1024 * 1024;

const FORMATS: Readonly<Record<string, TextFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.htm': 'html',
  '.html': 'html',
};

/** Run the command line. Messages go out as they come; the exit status is the answer. */
export async function run(argv: readonly string[], world: Surroundings): Promise<number> {
  try {
    const command = readArguments(argv);
    if (command.kind === 'lint') return await new Run(command.options, world).all();
    if (command.kind === 'explain') {
      const [{ explain }, { rules }] = await Promise.all([import('./explain.ts'), world.engine()]);
      world.stdout(explain(command.rule, rules, command.locale));
    } else if (command.kind === 'help') world.stdout((await import('./help.ts')).helpText);
    else world.stdout(`${(await import('./version.ts')).productVersion}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.stderr(`${error.message}\nnianbao-lint --help\n`);
    return 2;
  }
}

class Run {
  readonly #options: CliOptions;
  readonly #world: Surroundings;
  readonly #say: Messages;
  readonly #settings: SettingsSource;
  readonly #summary = emptySummary();
  #complaintsSaid = 0;
  /** Something could not be read, written or understood. */
  #broken = false;

  constructor(options: CliOptions, world: Surroundings) {
    this.#options = options;
    this.#world = world;
    this.#say = messagesIn(options.locale);
    this.#settings = settingsSource(world.cwd, options.config, options.locale);
  }

  async all(): Promise<number> {
    const { fix, paths, format, quiet, locale, maxWarnings } = this.#options;
    const { cwd, colour } = this.#world;
    const engine = await this.#world.engine();
    const create = await loadFormat(format);
    // Standard output then holds the mended text or the difference alone, ready for a pipe.
    const aside = fix === 'diff' || (fix === 'write' && paths.includes('-'));
    const print = aside ? this.#world.stderr : this.#world.stdout;
    const formatter = create({
      locale,
      cwd,
      quiet,
      colour: colour && !aside,
      wrote: fix === 'write',
      maxWarnings,
      rules: engine.rules,
    });
    for (const found of findFiles(paths, cwd)) {
      if (this.#world.stopped()) break;
      const file = await this.#one(found, engine);
      addToSummary(this.#summary, file);
      this.#notice(file);
      const text = formatter.file(file);
      if (text) print(text);
      // Lets Ctrl+C through between two files, and never while one is being written.
      if (fix === 'write') await new Promise(setImmediate);
    }
    if (this.#summary.reports === 0) this.#complain(this.#say.noReport);
    const status = this.#status();
    const text = formatter.end(this.#summary, status);
    if (text) print(text);
    if (!this.#world.stopped()) return status;
    this.#world.stderr(`${this.#say.stopped}\n`);
    return 130;
  }

  #status(): ExitStatus {
    const { problems } = this.#summary;
    if (this.#broken) return 2;
    return problems.error > 0 || problems.warning > (this.#options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
  }

  #complain(message: string): void {
    this.#broken = true;
    this.#world.stderr(`${message}\n`);
  }

  /** What a person must know whatever the format: a file he named, or one that should have been read, was not checked. */
  #notice(file: FileResult): void {
    if (file.kind === 'not-report' && file.named) this.#world.stderr(`${this.#say.notReport(file.path)}\n`);
    if (file.kind === 'report' && !this.#options.quiet) {
      for (const { config, line, column, message } of file.staleIgnores) {
        this.#world.stderr(`${config}:${line}:${column} ${message}\n`);
      }
    }
    if (file.kind === 'not-read' && isFailure(file)) this.#complain(this.#say.cannotRead(file.path, file.reason));
  }

  async #one(found: Found, engine: Engine): Promise<FileResult> {
    const draft = found.kind === 'stdin' ? await this.#readStdin() : this.#readFile(found);
    if ('kind' in draft) return draft;
    const { options, stale } = await this.#settingsOf(draft);
    const { quiet } = this.#options;
    const fix = this.#options.fix !== 'none';
    const checked = check(draft, engine, options, { fix, quiet, stale });
    if (!fix) return checked.file;
    const kept = await this.#deliver(draft, checked);
    if (kept) return checked.file;
    return check(draft, engine, options, { fix: false, quiet, stale }).file;
  }

  #readFile(found: Exclude<Found, { kind: 'stdin' }>): Draft | NotRead {
    if (found.kind === 'not-read') return found;
    const { path, absolute, named } = found;
    try {
      if (statSync(absolute).size > LARGEST) return { kind: 'not-read', path, reason: 'too-large', named };
      return { path, absolute, named, bytes: readFileSync(absolute) };
    } catch (error) {
      return { kind: 'not-read', path, reason: errorCode(error), named };
    }
  }

  async #readStdin(): Promise<Draft | NotRead> {
    const path = this.#options.stdinName ?? '-';
    try {
      const chunks: Uint8Array[] = [];
      for await (const chunk of this.#world.stdin) chunks.push(chunk);
      return { path, absolute: undefined, named: true, bytes: Buffer.concat(chunks) };
    } catch (error) {
      return { kind: 'not-read', path, reason: errorCode(error), named: true };
    }
  }

  async #settingsOf({ path, absolute }: Draft): Promise<ReportSettings & { readonly options: LintOptions }> {
    const named = absolute ?? resolve(this.#world.cwd, path);
    const { options: settings, stale } = await this.#settings.of(named);
    for (const { text, serious } of this.#settings.complaints.slice(this.#complaintsSaid)) {
      if (serious) this.#complain(text);
      else if (!this.#options.quiet) this.#world.stderr(`${text}\n`);
    }
    this.#complaintsSaid = this.#settings.complaints.length;
    const year = this.#options.year ?? settings.year;
    const format = FORMATS[extname(path).toLowerCase()];
    return {
      options: {
        ...settings,
        locale: this.#options.locale,
        ...(path !== '-' && { fileName: basename(path) }),
        ...(year !== undefined && { year }),
        ...(format && { format }),
      },
      stale,
    };
  }

  /** @returns false when the mended text stays undelivered, so that the findings must be those of the original. */
  async #deliver({ path, absolute, bytes }: Draft, { mended }: Checked): Promise<boolean> {
    const changed = mended !== undefined && mended.before !== mended.after;
    if (this.#options.fix === 'diff') {
      const { unifiedDiff } = await import('./diff.ts');
      if (changed) this.#world.stdout(unifiedDiff(path, mended.before, mended.after));
      return true;
    }
    const writable = changed ? mended.bytes : undefined;
    if (changed && !writable) this.#complain(this.#say.cannotWrite(path, 'unencodable'));
    // A filter hands on what it was given even when that is no report: an editor would lose the text otherwise.
    if (absolute === undefined) this.#world.stdout(writable ?? bytes);
    if (absolute === undefined || !writable) return true;
    const { replaceFile } = await import('./write.ts');
    const refusal = replaceFile(absolute, bytes, writable);
    if (refusal === undefined) return true;
    this.#complain(this.#say.cannotWrite(path, refusal));
    return false;
  }
}
