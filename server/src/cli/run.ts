import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { type CliOptions, readArguments, UsageError } from './args.ts';
import type { Engine } from './check.ts';
import type { Said } from './file-check.ts';
import {
  type FileOutcome,
  type FileWork,
  fileWork,
  formatterFor,
  isAside,
  type TaskOutcome,
  type WorkSettings,
} from './file-work.ts';
import { type Found, findFiles } from './files.ts';
import type { ExitStatus, Formatter } from './formats/format.ts';
import { printableLines } from './formats/width.ts';
import { KnownReports } from './known-reports.ts';
import { type Messages, messagesIn } from './messages.ts';
import { noProgress, type Progress, progressBar } from './progress.ts';
import { addToSummary, emptySummary } from './result.ts';
import type { Task } from './task.ts';
import { onThreads, threadsFor } from './threads.ts';

/** The outside world, so that a test can be it. */
export interface Surroundings {
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: (chunk: string | Uint8Array) => void;
  readonly stderr: (chunk: string) => void;
  /** Whether standard output is a terminal. Nothing in a draft may then steer it. */
  readonly terminal?: boolean;
  /** Whether standard output may be coloured. */
  readonly colour: boolean;
  /** True once the user asked to stop (Ctrl+C): no further file is begun. */
  readonly stopped: () => boolean;
  readonly engine: () => Promise<Engine>;
  /** Whether standard error is a terminal. A long run then shows its progress. */
  readonly watched?: boolean;
  /** How many threads the machine runs at once, and how one is started. Without it there is this thread only. */
  readonly threads?: { readonly cores: () => number; readonly start: (settings: WorkSettings) => Worker };
  /** Called at the end of a run that checked a report. */
  readonly checked?: () => void;
}

/** Run the command line. Messages go out as they come; the exit status is the answer. */
export async function run(argv: readonly string[], world: Surroundings): Promise<number> {
  try {
    const command = readArguments(argv);
    if (command.kind === 'lint') return await new Run(command.options, world).all();
    const shown = (write: (text: string) => void) => (text: string) => write(printableLines(text));
    const printed = { ...world, stdout: shown(world.stdout), stderr: shown(world.stderr) };
    if (command.kind === 'review') return await (await import('./review.ts')).review(command.review, printed);
    if (command.kind === 'convert') return await (await import('./convert.ts')).convert(command.convert, printed);
    if (command.kind === 'pack-test') {
      const { testPacks } = await import('./pack-test.ts');
      return await testPacks(command.paths, command.locale, printed);
    }
    if (command.kind === 'mcp') return await serveAgents(world);
    if (command.kind === 'office') {
      const shown = (text: string): void => world.stderr(printableLines(text));
      const { office } = command;
      if (office.kind === 'rollup')
        return await (await import('./office/rollup.ts')).rollup(office, { ...world, stderr: shown });
      return await (await import('./office/compare.ts')).compare(office, { ...world, stderr: shown });
    }
    if (command.kind === 'explain') {
      const [{ explain }, { rules }] = await Promise.all([import('./explain.ts'), world.engine()]);
      world.stdout(explain(command.rule, rules, command.locale));
    } else if (command.kind === 'help') world.stdout((await import('./help.ts')).helpText);
    else world.stdout(`${(await import('../version.ts')).productVersion}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.stderr(printableLines(`${error.message}\nnianbao-lint --help\n`));
    return 2;
  }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** Each tool is a run of the command line of its own, with the same settings and the same words. */
async function serveAgents(world: Surroundings): Promise<number> {
  const { serve } = await import('./mcp/serve.ts');
  const { threads: _, checked: __, ...quiet } = world;
  const command = async (argv: readonly string[], stdin: string) => {
    let [out, err] = ['', ''];
    const decoder = new TextDecoder();
    const status = await run(argv, {
      ...quiet,
      stdin: once(stdin),
      stdout: (chunk) => {
        out += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      },
      stderr: (chunk) => {
        err += chunk;
      },
      terminal: false,
      colour: false,
      watched: false,
    });
    return { status, out, err };
  };
  await serve(world.stdin, world.stdout, command, world.cwd);
  return 0;
}

/** Temporary files of a run that was killed while it wrote. */
async function clearFoldersOf(files: readonly Found[]): Promise<void> {
  const { clearLeftOvers } = await import('./write.ts');
  const folders = new Set(files.flatMap((file) => (file.kind === 'file' ? [dirname(file.absolute)] : [])));
  for (const folder of folders) clearLeftOvers(folder);
}

/** Fewer files are done before anybody has read how far it is. */
const WORTH_A_BAR = 40;

class Run {
  readonly #options: CliOptions;
  readonly #world: Surroundings;
  readonly #say: Messages;
  readonly #summary = emptySummary();
  readonly #complaints = new Set<string>();
  #progress: Progress = noProgress;
  #done = 0;
  /** Something could not be read, written or understood. */
  #broken = false;

  constructor(options: CliOptions, world: Surroundings) {
    this.#options = options;
    this.#world = world;
    this.#say = messagesIn(options.locale);
  }

  async all(): Promise<number> {
    const { cwd, colour, stdin } = this.#world;
    const named = this.#options.config;
    if (named !== undefined && !existsSync(resolve(cwd, named))) {
      // The intended settings are unknown; a check without them would not be the one that was asked for.
      this.#complain(this.#say.noSettings(named));
      return 2;
    }
    const settings: WorkSettings = { options: this.#options, cwd, colour };
    const engine = await this.#world.engine();
    const formatter = await formatterFor(settings, engine);
    const print = isAside(this.#options) ? this.#stderr : this.#stdout;
    const files = findFiles(this.#options.paths, cwd);
    const work = fileWork(settings, engine, formatter, stdin);
    const relates = this.#options.relations && files.filter(({ kind }) => kind === 'file').length > 1;
    if (this.#world.watched && files.length > WORTH_A_BAR) {
      this.#progress = progressBar(files.length * (relates ? 2 : 1), this.#world.stderr);
    }
    const known = relates ? await this.#read(files, work, settings) : undefined;
    if (this.#options.fix === 'write') await clearFoldersOf(files);
    // Worked out as each file is begun: those of thousands at once would take more memory than all summaries.
    const tasks = files.map(
      (found): Task => ({
        kind: 'check',
        found,
        get relations() {
          return known?.of(found);
        },
      }),
    );
    for await (const outcome of this.#each(tasks, work, settings)) {
      if ('known' in outcome) continue;
      this.#take(outcome, formatter, print);
    }
    this.#progress.clear();
    return this.#end(formatter, print);
  }

  #end(formatter: Formatter, print: (chunk: string | Uint8Array) => void): number {
    if (this.#summary.reports === 0 && !this.#options.allowNoReport) this.#complain(this.#say.noReport);
    const status = this.#status();
    for (const text of formatter.end(this.#summary, status)) if (text.length > 0) print(text);
    if (this.#summary.reports > 0) this.#world.checked?.();
    if (!this.#world.stopped()) return status;
    this.#world.stderr(`${this.#say.stopped}\n`);
    return 130;
  }

  #take({ said, summary, part }: FileOutcome, formatter: Formatter, print: (text: string) => void): void {
    for (const each of said) this.#tell(each);
    addToSummary(this.#summary, summary);
    const text = formatter.add(part);
    if (text) print(text);
    this.#progress.at(++this.#done);
  }

  /** All reports are known before the first is checked. */
  async #read(files: readonly Found[], work: FileWork, settings: WorkSettings): Promise<KnownReports> {
    const known = new KnownReports(files);
    const tasks = files.map((found): Task => ({ kind: 'read', found }));
    for await (const outcome of this.#each(tasks, work, settings)) {
      if ('known' in outcome && outcome.known) known.add(outcome.known);
      this.#progress.at(++this.#done);
    }
    return known;
  }

  async *#each(tasks: readonly Task[], own: FileWork, settings: WorkSettings): AsyncGenerator<TaskOutcome> {
    const { stopped, threads } = this.#world;
    const alone = !threads || tasks.some(({ found }) => found.kind === 'stdin');
    const wanted = alone ? 1 : (this.#options.threads ?? threadsFor(tasks.length, threads.cores()));
    if (threads && Math.min(wanted, tasks.length) > 1) {
      const workers = Math.min(wanted, tasks.length) - 1;
      yield* onThreads(tasks, own, { workers, start: () => threads.start(settings), stopped });
      return;
    }
    for (const task of tasks) {
      if (stopped()) return;
      yield await own.one(task);
      // Lets Ctrl+C take effect between two files, never while one is being written.
      if (this.#options.fix === 'write') await new Promise(setImmediate);
    }
  }

  readonly #stdout = (chunk: string | Uint8Array): void => {
    this.#progress.clear();
    this.#world.stdout(chunk);
  };

  readonly #stderr = (chunk: string | Uint8Array): void => {
    this.#progress.clear();
    // File names, keys of settings and arguments come from outside.
    this.#world.stderr(printableLines(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk)));
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

  #tell(said: Said): void {
    if (said.to === 'stdout') {
      const isShown = this.#world.terminal === true && this.#options.fix === 'diff' && typeof said.text === 'string';
      this.#stdout(isShown ? printableLines(said.text) : said.text);
      return;
    }
    const { text, broken, once = false } = said;
    this.#broken ||= broken;
    if (once && this.#complaints.has(text)) return;
    if (once) this.#complaints.add(text);
    this.#stderr(text);
  }
}
