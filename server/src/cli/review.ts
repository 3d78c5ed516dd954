import { existsSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { readRegularFile } from '../disk/read-file.ts';
import type { Edit } from '../text/span.ts';
import type { Reviewed, WordDraft } from '../word/bundle.ts';
import type { ReviewCommand } from './args.ts';
import { type Engine, shownOf } from './check.ts';
import { LARGEST_DRAFT } from './file-check.ts';
import { type Found, findFiles } from './files.ts';
import { messagesIn } from './messages.ts';
import { writeOutput } from './output.ts';
import { errorCode } from './result.ts';
import type { ReportSettings } from './settings.ts';
import { SettingsSource } from './settings.ts';

/** What a review needs of the program around it. */
export interface ReviewWorld {
  readonly cwd: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly engine: () => Promise<Engine>;
  readonly now?: () => Date;
}

/** `nianbao-lint review`: each finding a comment in a copy of the document, each safe fix a tracked change. */
export async function review(command: ReviewCommand, world: ReviewWorld): Promise<number> {
  return new Review(command, world, await world.engine()).all();
}

class Review {
  readonly #command: ReviewCommand;
  readonly #world: ReviewWorld;
  readonly #engine: Engine;
  #failed = false;
  #written = 0;

  constructor(command: ReviewCommand, world: ReviewWorld, engine: Engine) {
    this.#command = command;
    this.#world = world;
    this.#engine = engine;
  }

  async all(): Promise<number> {
    const { options } = this.#command;
    const settings = new SettingsSource(this.#world.cwd, options.config, options.locale);
    const files = findFiles(options.paths, this.#world.cwd).filter((found) => found.named || isWord(found));
    const intoFolder = this.#intoFolder(files);
    for (const found of files) await this.#one(found, intoFolder, async (path) => settings.of(path));
    for (const { text } of settings.complaints) this.#world.stderr(`${text}\n`);
    if (this.#written === 0 && !this.#failed) this.#fail(messagesIn(options.locale).noReport);
    return this.#failed ? 2 : 0;
  }

  /** One named document goes to the named file; a folder, or several documents, into a folder. */
  #intoFolder(files: readonly Found[]): boolean {
    const output = resolve(this.#world.cwd, this.#command.output);
    const isFolder = existsSync(output) && statSync(output).isDirectory();
    return isFolder || files.length > 1 || files.some(({ named }) => !named);
  }

  async #one(found: Found, intoFolder: boolean, settingsOf: (path: string) => Promise<ReportSettings>): Promise<void> {
    const { options, changes } = this.#command;
    const say = messagesIn(options.locale);
    if (found.kind !== 'file') {
      this.#fail(found.kind === 'stdin' ? say.cannotRead('-', 'binary') : say.cannotRead(found.path, found.reason));
      return;
    }
    const { readWord, remarkOn, reviewWord, reviewDate } = await import('../word/bundle.ts');
    let bytes: Uint8Array;
    try {
      bytes = readRegularFile(found.absolute, LARGEST_DRAFT);
    } catch (error) {
      this.#fail(say.cannotRead(found.path, errorCode(error)));
      return;
    }
    const word = readWord(bytes);
    if (typeof word === 'string') return this.#fail(say.cannotRead(found.path, word));
    if (!this.#engine.isReport(word.text)) {
      this.#world.stderr(`${say.notReport(found.path)}\n`);
      this.#failed ||= found.named;
      return;
    }
    const { options: lintOptions } = await settingsOf(found.absolute);
    const all = {
      ...lintOptions,
      locale: options.locale,
      fileName: basename(found.path),
      ...(options.year !== undefined && { year: options.year }),
    };
    const problems = shownOf(this.#engine.lint(word.text, all), options.quiet);
    const remarks = problems.map((problem) => remarkOn(problem, options.locale, changes));
    const edits = changes === 'none' ? [] : this.#edits(word, all);
    const today = `${(this.#world.now?.() ?? new Date()).toISOString().slice(0, 19)}Z`;
    this.#write(found, intoFolder, (before) =>
      reviewWord(word, { remarks, edits, changes, date: (before && reviewDate(before)) ?? today }),
    );
  }

  #edits({ text }: WordDraft, options: Parameters<Engine['lint']>[1]): Edit[] {
    return this.#engine.fixEdits(text, options);
  }

  /** @param make the document, under the date of the one that is there already. */
  #write(
    { path, absolute }: Found & { kind: 'file' },
    intoFolder: boolean,
    make: (before: Uint8Array | undefined) => Reviewed,
  ): void {
    const { options, output, force } = this.#command;
    const say = messagesIn(options.locale);
    const target = intoFolder ? join(output, this.#inside(path)) : output;
    let said = '';
    const refusal = writeOutput(resolve(this.#world.cwd, target), absolute, force, (before) => {
      const { bytes, comments, changes } = make(before);
      said = say.reviewed(comments, changes);
      return bytes;
    });
    if (refusal) {
      this.#fail(say.cannotWrite(target, refusal));
      return;
    }
    this.#written++;
    if (!options.quiet) this.#world.stdout(`${path} → ${target}：${said}\n`);
  }

  /** A document keeps its place below the folder that was named. */
  #inside(path: string): string {
    const root = this.#command.options.paths.find((named) => path.startsWith(`${named.replace(/\/$/, '')}/`));
    return root ? relative(root, path) : basename(path);
  }

  #fail(message: string): void {
    this.#failed = true;
    this.#world.stderr(`${message}\n`);
  }
}

const isWord = (found: Found): boolean => found.kind !== 'stdin' && /\.doc[xm]$/i.test(found.path);
