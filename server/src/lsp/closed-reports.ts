import { TextDocument } from 'vscode-languageserver-textdocument';
import { summaryOf } from '../relations/summary.ts';
import { formatOfFile } from '../report/source/index.ts';
import type { Neighbours } from './neighbours.ts';
import type { Engine, Runtime } from './runtime.ts';
import type { Settings } from './settings.ts';

export interface ClosedReportsContext {
  readonly runtime: Runtime;
  readonly engine: Engine;
  readonly settings: Settings;
  readonly neighbours: Neighbours;
  readonly folders: () => readonly string[];
  readonly isOpen: (uri: string) => boolean;
  readonly canRead: (uri: string) => boolean;
  /** Called now and then while files become known, and at the end. */
  readonly onKnown: () => void;
}

/** A county's reports of many years. */
const MOST_FILES = 6_000;
/** After so many files what is open is looked at again. */
const BATCH = 50;

/**
 * Reads the reports that lie in the workspace and are not open, one after the other between other work, and keeps their
 * summaries. A file is read again only when it has changed.
 */
export class ClosedReports {
  readonly #context: ClosedReportsContext;
  readonly #stamps = new Map<string, string>();
  #running = false;
  #again = false;
  #ended = false;

  constructor(context: ClosedReportsContext) {
    this.#context = context;
  }

  end(): void {
    this.#ended = true;
  }

  /** Look at all files of the workspace; while that goes on, once more at its end. */
  async look(): Promise<void> {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#again && !this.#ended) {
        this.#again = false;
        await this.#lookOnce();
      }
    } finally {
      this.#running = false;
    }
  }

  /** The settings have changed: what a report is taken for may have, too. */
  forget(): void {
    this.#stamps.clear();
  }

  /** A file was written, or is no longer open. */
  async changed(uri: string): Promise<void> {
    this.#stamps.delete(uri);
    await this.#read(uri, '');
    this.#context.onKnown();
  }

  removed(uri: string): void {
    this.#stamps.delete(uri);
    if (!this.#context.isOpen(uri)) this.#context.neighbours.delete(uri);
    this.#context.onKnown();
  }

  async #lookOnce(): Promise<void> {
    const { runtime, folders, neighbours, isOpen, onKnown } = this.#context;
    const there = new Set<string>();
    let read = 0;
    for (const folder of folders()) {
      for (const { uri, stamp } of (await runtime.listFiles?.(folder, MOST_FILES)) ?? []) {
        if (this.#ended) return;
        there.add(uri);
        if (this.#stamps.get(uri) === stamp) continue;
        await this.#read(uri, stamp);
        if (++read % BATCH === 0) onKnown();
        await this.#pause();
      }
    }
    for (const uri of [...this.#stamps.keys()]) {
      if (there.has(uri)) continue;
      this.#stamps.delete(uri);
      if (!isOpen(uri)) neighbours.delete(uri);
    }
    onKnown();
  }

  async #read(uri: string, stamp: string): Promise<void> {
    const { runtime, engine, settings, neighbours, isOpen, canRead } = this.#context;
    if (isOpen(uri)) return;
    const text = canRead(uri) ? await runtime.readFile(uri) : undefined;
    this.#stamps.set(uri, stamp);
    if (text === undefined || !engine.isReport(text)) {
      if (!isOpen(uri)) neighbours.delete(uri);
      return;
    }
    const document = TextDocument.create(uri, formatOfFile(uri)?.languages[0] ?? 'plaintext', 0, text);
    const { read, relations } = await settings.of(document);
    // It may have been opened meanwhile, and what is open is the newer state.
    if (isOpen(uri)) return;
    settings.closed(uri);
    neighbours.set(summaryOf(engine.read(text, read), uri), relations);
  }

  /** Whoever types comes first. */
  #pause(): Promise<void> {
    return new Promise((resolve) => void this.#context.runtime.timer.setTimeout(resolve, 1));
  }
}
