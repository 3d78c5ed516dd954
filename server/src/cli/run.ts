import type { Worker } from 'node:worker_threads';
import { type CliOptions, readArguments, UsageError } from './args.ts';
import type { Engine } from './check.ts';
import { FileCheck, type FileOutcome } from './file-check.ts';
import { type Found, findFiles } from './files.ts';
import { type ExitStatus, loadFormat } from './formats/format.ts';
import { type Messages, messagesIn } from './messages.ts';
import { noProgress, type Progress, progressBar } from './progress.ts';
import { addToSummary, emptySummary, type FileResult, isFailure } from './result.ts';
import { checkOnThreads, threadsFor, type WorkerTask } from './threads.ts';

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
  /** Does somebody watch standard error on a terminal? Then a long run shows how far it is. */
  readonly watched?: boolean;
  /** How many threads the machine runs at once, and how one is started. Without it there is this thread only. */
  readonly threads?: { readonly cores: () => number; readonly start: (task: WorkerTask) => Worker };
  /** Called at the end of a run that checked a report. */
  readonly checked?: () => void;
}

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

/** Fewer files are done before anybody has read how far it is. */
const WORTH_A_BAR = 40;

class Run {
  readonly #options: CliOptions;
  readonly #world: Surroundings;
  readonly #say: Messages;
  readonly #summary = emptySummary();
  /** Each thread reads the settings files for itself; what is wrong in one is said once. */
  readonly #complaints = new Set<string>();
  #progress: Progress = noProgress;
  /** Something could not be read, written or understood. */
  #broken = false;

  constructor(options: CliOptions, world: Surroundings) {
    this.#options = options;
    this.#world = world;
    this.#say = messagesIn(options.locale);
  }

  async all(): Promise<number> {
    const { fix, paths, format, quiet, locale, maxWarnings } = this.#options;
    const { cwd, colour } = this.#world;
    const engine = await this.#world.engine();
    const create = await loadFormat(format);
    // Standard output then holds the mended text or the difference alone, ready for a pipe.
    const aside = fix === 'diff' || (fix === 'write' && paths.includes('-'));
    const print = aside ? this.#stderr : this.#stdout;
    const formatter = create({
      locale,
      cwd,
      quiet,
      colour: colour && !aside,
      wrote: fix === 'write',
      maxWarnings,
      rules: engine.rules,
    });
    const files = findFiles(paths, cwd);
    if (this.#world.watched && files.length > WORTH_A_BAR) {
      this.#progress = progressBar(files.length, this.#world.stderr);
    }
    let done = 0;
    for await (const { file, said } of this.#check(files, engine)) {
      for (const { to, text, ...rest } of said) {
        if (to === 'stdout') this.#stdout(text);
        else this.#complainOnce(text, 'broken' in rest && rest.broken);
      }
      addToSummary(this.#summary, file);
      this.#notice(file);
      const text = formatter.file(file);
      if (text) print(text);
      this.#progress.at(++done);
    }
    this.#progress.clear();
    if (this.#summary.reports === 0) this.#complain(this.#say.noReport);
    const status = this.#status();
    const text = formatter.end(this.#summary, status);
    if (text) print(text);
    if (this.#summary.reports > 0) this.#world.checked?.();
    if (!this.#world.stopped()) return status;
    this.#world.stderr(`${this.#say.stopped}\n`);
    return 130;
  }

  async *#check(files: readonly Found[], engine: Engine): AsyncGenerator<FileOutcome> {
    const { cwd, stdin, stopped, threads } = this.#world;
    const own = new FileCheck(this.#options, cwd, engine, stdin);
    const alone = !threads || files.some(({ kind }) => kind === 'stdin');
    const wanted = alone ? 1 : (this.#options.threads ?? threadsFor(files.length, threads.cores()));
    if (threads && Math.min(wanted, files.length) > 1) {
      const task: WorkerTask = { options: this.#options, cwd };
      const workers = Math.min(wanted, files.length) - 1;
      yield* checkOnThreads(files, own, { workers, start: () => threads.start(task), stopped });
      return;
    }
    for (const found of files) {
      if (stopped()) return;
      yield await own.one(found);
      // Lets Ctrl+C through between two files, and never while one is being written.
      if (this.#options.fix === 'write') await new Promise(setImmediate);
    }
  }

  readonly #stdout = (chunk: string | Uint8Array): void => {
    this.#progress.clear();
    this.#world.stdout(chunk);
  };

  readonly #stderr = (chunk: string): void => {
    this.#progress.clear();
    this.#world.stderr(chunk);
  };

  #status(): ExitStatus {
    const { problems } = this.#summary;
    if (this.#broken) return 2;
    return problems.error > 0 || problems.warning > (this.#options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
  }

  #complain(message: string): void {
    this.#broken = true;
    this.#stderr(`${message}\n`);
  }

  #complainOnce(text: string, broken: boolean): void {
    this.#broken ||= broken;
    if (this.#complaints.has(text)) return;
    this.#complaints.add(text);
    this.#stderr(text);
  }

  /** What a person must know whatever the format: a file he named, or one that should have been read, was not checked. */
  #notice(file: FileResult): void {
    if (file.kind === 'not-report' && file.named) this.#stderr(`${this.#say.notReport(file.path)}\n`);
    if (file.kind === 'report' && !this.#options.quiet) {
      for (const { config, line, column, message } of file.staleIgnores) {
        this.#stderr(`${config}:${line}:${column} ${message}\n`);
      }
    }
    if (file.kind === 'not-read' && isFailure(file)) this.#complain(this.#say.cannotRead(file.path, file.reason));
  }
}
