import type { CliOptions } from './args.ts';
import type { Engine } from './check.ts';
import { FileCheck, type Said } from './file-check.ts';
import type { Formatter } from './formats/format.ts';
import { loadFormat } from './formats/load.ts';
import { type Messages, messagesIn } from './messages.ts';
import { type CheckedReport, type FileResult, isFailure, type Summary, summaryOf } from './result.ts';
import type { KnownReport, Task } from './task.ts';
import type { Work } from './threads.ts';

/** The result of everything that concerns one file alone. It can be sent from one thread to another. */
export interface FileOutcome {
  readonly said: readonly Said[];
  readonly summary: Summary;
  /** What the format makes of it. */
  readonly part: unknown;
}

export type TaskOutcome = FileOutcome | { readonly known: KnownReport | undefined };

/** Files are read, checked, fixed, counted and put into words one by one; any thread may do it. */
export type FileWork = Work<Task, TaskOutcome>;

export interface WorkSettings {
  readonly options: CliOptions;
  readonly cwd: string;
  readonly colour: boolean;
}

/** Standard output holds the fixed text or the difference alone, ready for a pipe; results go to standard error. */
export const isAside = ({ fix, paths }: CliOptions): boolean =>
  fix === 'diff' || (fix === 'write' && paths.includes('-'));

export async function formatterFor({ options, cwd, colour }: WorkSettings, engine: Engine): Promise<Formatter> {
  const { format, locale, quiet, checks, fix, maxWarnings } = options;
  const create = await loadFormat(format);
  const isPlain = !colour || isAside(options);
  const wrote = fix === 'write';
  return create({ locale, cwd, quiet, checks, colour: !isPlain, wrote, maxWarnings, rules: engine.rules });
}

export function fileWork(
  { options, cwd }: WorkSettings,
  engine: Engine,
  formatter: Formatter,
  stdin: AsyncIterable<Uint8Array>,
): FileWork {
  const files = new FileCheck(options, cwd, engine, stdin);
  const say = messagesIn(options.locale);
  const outcomeOf = (file: FileResult, said: readonly Said[]): FileOutcome => ({
    said: [...said, ...noticesOf(file, say, options.quiet)],
    summary: summaryOf(file),
    part: formatter.part(file),
  });
  return {
    async one(task) {
      if (task.kind === 'read') return { known: await files.known(task.found) };
      const { file, said } = await files.one(task.found, task.relations);
      return outcomeOf(file, said);
    },
    lost({ kind, found }) {
      if (kind === 'read') return { known: undefined };
      const path = found.kind === 'stdin' ? '-' : found.path;
      return outcomeOf({ kind: 'not-read', path, reason: 'internal', named: true }, []);
    },
  };
}

/** What a person must know whatever the format: a file he named, or one that should have been read, was not checked. */
function noticesOf(file: FileResult, say: Messages, quiet: boolean): Said[] {
  const notice = (text: string, broken: boolean): Said => ({ to: 'stderr', text: `${text}\n`, broken });
  if (file.kind === 'not-report') return file.named ? [notice(say.notReport(file.path), false)] : [];
  if (file.kind === 'not-read') return isFailure(file) ? [notice(say.cannotRead(file.path, file.reason), true)] : [];
  if (quiet) return [];
  const stale = file.staleIgnores.map(({ config, line, column, message }) =>
    notice(`${config}:${line}:${column} ${message}`, false),
  );
  return [...besideOf(file, say).map((text) => notice(text, false)), ...stale];
}

/** A document's revisions are read as accepted; a table that is a picture looks like one that is missing. */
function besideOf({ path, beside, result }: CheckedReport, say: Messages): string[] {
  if (!beside) return [];
  const { revisions, pictures } = beside;
  const isMissing = result.problems.some(({ rule }) => rule === 'table/missing-table');
  return [
    ...(revisions > 0 ? [say.revisions(path, revisions)] : []),
    ...(pictures > 0 && isMissing ? [say.pictures(path, pictures)] : []),
  ];
}
