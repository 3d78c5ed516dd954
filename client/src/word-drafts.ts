import * as vscode from 'vscode';
import type { WordDraft } from '../../server/src/word/bundle.ts';
import { displayLanguage } from './display-language.ts';

const { t } = vscode.l10n;

/** A Word document as the text that it shows: `nianbao-docx:/folder/报告.docx.txt`, its query the scheme of the file. */
export const WORD_SCHEME = 'nianbao-docx';
export const WORD_VIEW = 'nianbao.word';

const ENDING = /(\.docx)\.txt$/i;

const draftUri = (file: vscode.Uri): vscode.Uri =>
  file.with({ scheme: WORD_SCHEME, path: `${file.path}.txt`, query: file.scheme === 'file' ? '' : file.scheme });

/** The file behind a draft; of anything else (settings beside it) the same file in its own scheme. */
const fileUri = (uri: vscode.Uri): vscode.Uri =>
  uri.with({ scheme: uri.query || 'file', path: uri.path.replace(ENDING, '$1'), query: '' });

const wordBundle = () => import('../../server/src/word/bundle.ts');

interface Known {
  readonly bytes: Uint8Array;
  readonly draft: WordDraft;
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/**
 * Word documents as drafts that are opened, checked, mended and saved like any text. What is saved is written into the
 * document that is there, and only as far as it can be: else the save fails with the reason, and nothing is written.
 * Files are reached through the editor, so that virtual file systems and browsers have the same.
 */
export class WordDrafts implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  /** What was read last, by the draft's address: a file that holds something else by now is not written. */
  readonly #known = new Map<string, Known>();

  /** The file's own time and size, by which the editor sees that somebody else has changed it. */
  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return vscode.workspace.fs.stat(fileUri(uri));
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const bytes = await vscode.workspace.fs.readFile(fileUri(uri));
    if (!ENDING.test(uri.path)) return bytes;
    const draft = await read(bytes);
    this.#known.set(uri.toString(), { bytes, draft });
    return new TextEncoder().encode(draft.text);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const file = fileUri(uri);
    if (!ENDING.test(uri.path)) throw vscode.FileSystemError.NoPermissions(uri);
    const { writeBack } = await wordBundle();
    const bytes = await vscode.workspace.fs.readFile(file);
    const known = this.#known.get(uri.toString()) ?? { bytes, draft: await read(bytes) };
    if (!isSame(known.bytes, bytes))
      throw unavailable(
        t(
          'The document was changed by another program meanwhile. Nothing was written; copy your changes, and open it again.',
        ),
      );
    const tracks = vscode.workspace.getConfiguration('nianbao', uri).get('wordChanges') !== 'inPlace';
    const date = `${new Date().toISOString().slice(0, 19)}Z`;
    const text = new TextDecoder().decode(content);
    const written = writeBack(known.draft, text, tracks ? 'track' : 'accept', date);
    if (written === 'lines')
      throw unavailable(
        t(
          'Paragraphs, rows or cells were added or taken away, which only Word can do in the document. Nothing was written.',
        ),
      );
    if (written === 'fixed')
      throw unavailable(
        t(
          'A change stands in an automatic number, in a field, or where two paragraphs meet, which only Word can change. Nothing was written.',
        ),
      );
    await vscode.workspace.fs.writeFile(file, written);
    this.#known.set(uri.toString(), { bytes: written, draft: await read(written) });
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    const file = fileUri(uri);
    const folder = vscode.Uri.joinPath(file, '..');
    const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/[[\]{}*?]/g, '?');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
    const tell = (type: vscode.FileChangeType) => () => this.#changed.fire([{ type, uri }]);
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(tell(vscode.FileChangeType.Changed)),
      watcher.onDidCreate(tell(vscode.FileChangeType.Changed)),
      watcher.onDidDelete(tell(vscode.FileChangeType.Deleted)),
    );
  }

  readDirectory(uri: vscode.Uri): Thenable<[string, vscode.FileType][]> {
    return vscode.workspace.fs.readDirectory(fileUri(uri));
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

const unavailable = (message: string): vscode.FileSystemError => vscode.FileSystemError.Unavailable(message);

async function read(bytes: Uint8Array): Promise<WordDraft> {
  const { readWord, REFUSALS } = await wordBundle();
  const draft = readWord(bytes);
  if (typeof draft === 'string') throw unavailable(REFUSALS[draft][displayLanguage()]);
  return draft;
}

/** The draft in an editor. @param file the Word document; asked for when it is left out. */
export async function openWord(file: unknown): Promise<void> {
  const chosen = file instanceof vscode.Uri ? file : await chooseFile();
  if (!chosen) return;
  try {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draftUri(chosen)), { preview: false });
  } catch (error) {
    void vscode.window.showErrorMessage(reasonOf(error));
  }
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({ filters: { Word: ['docx'] } });
  return chosen?.[0];
}

/** The editor puts words of its own around what a file system says. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A document that is opened from the explorer, or dropped into the editor, becomes its draft. */
const editor: vscode.CustomReadonlyEditorProvider = {
  openCustomDocument: (uri) => ({ uri, dispose() {} }),
  async resolveCustomEditor({ uri }, panel) {
    await openWord(uri);
    panel.dispose();
  },
};

export const registerWord = (): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(WORD_SCHEME, new WordDrafts(), { isCaseSensitive: true }),
    vscode.window.registerCustomEditorProvider(WORD_VIEW, editor),
  );
