import { TextDocument } from 'vscode-languageserver-textdocument';
import { mutated } from '../fuzz/mutate.ts';
import type { Random } from '../fuzz/random.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import type { ServerProcess } from './server-process.ts';

/** A draft as the client has it open. */
export interface OpenDraft {
  document: TextDocument;
  readonly original: string;
}

export const languageOf = (format: 'text' | 'markdown' | 'html'): string => (format === 'text' ? 'plaintext' : format);

/** The client's side of many open drafts: what it tells the server, and what it then holds itself. */
export class Drafts {
  readonly all: OpenDraft[] = [];
  readonly #server: ServerProcess;
  readonly #random: Random;
  #names = 0;

  constructor(server: ServerProcess, random: Random) {
    this.#server = server;
    this.#random = random;
  }

  open(folder: string, seed: number): void {
    const layout = LAYOUTS[seed % LAYOUTS.length];
    const { text, format } = draft({ seed, ...(layout && { layout }), form: seed % 3 === 0 ? '2019' : '2021' });
    this.#opened({ original: text, document: TextDocument.create(this.#name(folder), languageOf(format), 1, text) });
  }

  #name(folder: string): string {
    return `${folder}/draft-${++this.#names}.txt`;
  }

  #opened(draft: OpenDraft): void {
    const { uri, languageId, version } = draft.document;
    const text = draft.document.getText();
    this.all.push(draft);
    this.#server.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  close(draft: OpenDraft): void {
    this.all.splice(this.all.indexOf(draft), 1);
    this.#server.notify('textDocument/didClose', { textDocument: { uri: draft.document.uri } });
  }

  /** As editors do it: the old name is closed, the new one opened. */
  rename(draft: OpenDraft, folder: string): void {
    this.close(draft);
    const { languageId } = draft.document;
    this.#opened({
      ...draft,
      document: TextDocument.create(this.#name(folder), languageId, 1, draft.document.getText()),
    });
  }

  /** A stretch of the draft becomes something else, told as a range. */
  edit(draft: OpenDraft): void {
    const text = draft.document.getText();
    const start = this.#random.below(text.length + 1);
    const end = Math.min(text.length, start + this.#random.below(12));
    const newText = mutated(text.slice(start, end), this.#random, text).slice(0, 40);
    const range = { start: draft.document.positionAt(start), end: draft.document.positionAt(end) };
    this.#change(draft, [{ range, text: newText }]);
  }

  reset(draft: OpenDraft): void {
    this.#change(draft, [{ text: draft.original }]);
  }

  #change(draft: OpenDraft, contentChanges: { range?: never | object; text: string }[]): void {
    const version = draft.document.version + 1;
    const { uri, languageId } = draft.document;
    // A document of our own, so that nothing is taken over from the library that the server uses.
    draft.document = TextDocument.create(uri, languageId, version, applied(draft.document, contentChanges));
    this.#server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }
}

function applied(document: TextDocument, changes: readonly { range?: object; text: string }[]): string {
  return changes.reduce((text, { range, text: newText }) => {
    if (!range) return newText;
    const { start, end } = range as {
      start: { line: number; character: number };
      end: { line: number; character: number };
    };
    return text.slice(0, document.offsetAt(start)) + newText + text.slice(document.offsetAt(end));
  }, document.getText());
}
