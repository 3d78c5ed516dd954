import * as vscode from 'vscode';
import { isReport } from '../../server/src/report/sniff.ts';
import { decode, type Encoding } from '../../server/src/text/decode.ts';
import { REOPEN } from './commands.ts';
import { isDraft, watchOpen } from './drafts.ts';

const { t } = vscode.l10n;

/** Stands for bytes that could not be decoded; a file that is opened in its own encoding has few or none. */
const LOST = '\ufffd';
const LARGEST = 5_000_000;

/** As the editor names encodings, and as people do. */
const NAMES: Readonly<Record<Encoding, { readonly id: string; readonly name: string }>> = {
  'utf-8': { id: 'utf8', name: 'UTF-8' },
  'utf-16le': { id: 'utf16le', name: 'UTF-16 LE' },
  'utf-16be': { id: 'utf16be', name: 'UTF-16 BE' },
  gb18030: { id: 'gb18030', name: 'GB 18030' },
};

/** Reports that the editor has opened in another encoding than theirs: what they show is no text to be checked. */
export interface Encodings extends vscode.Disposable {
  /** `GB 18030`, when the text is not what the file says. */
  wrong(document: vscode.TextDocument): string | undefined;
  /** Looks again, and tells what to do about it; false when the text is what the file says. */
  refuse(document: vscode.TextDocument): Promise<boolean>;
  reopen(uri: unknown): Promise<void>;
}

/** A text with signs of a wrong encoding is worth a look at its file. */
const looksBroken = (text: string): boolean => text.slice(0, 20_000).includes(LOST);

/** @param changed what is to be said of a document has changed */
export function watchEncodings(changed: () => void): Encodings {
  const found = new Map<string, Encoding>();
  const collection = vscode.languages.createDiagnosticCollection('nianbao-encoding');

  function set(document: vscode.TextDocument, encoding: Encoding | undefined): void {
    const key = document.uri.toString();
    if (found.get(key) === encoding) return;
    if (encoding) found.set(key, encoding);
    else found.delete(key);
    collection.set(document.uri, encoding ? [finding(encoding)] : undefined);
    changed();
  }

  async function look(document: vscode.TextDocument): Promise<void> {
    const broken = !document.isUntitled && looksBroken(document.getText());
    set(document, broken ? await reportEncoding(document) : undefined);
  }

  const reopen = async (uri: unknown): Promise<void> => {
    const address = typeof uri === 'string' ? vscode.Uri.parse(uri) : vscode.window.activeTextEditor?.document.uri;
    const encoding = address && found.get(address.toString());
    if (address && encoding) await openIn(address, NAMES[encoding].id);
  };
  const offer: vscode.CodeActionProvider = {
    provideCodeActions({ uri }, _, { diagnostics }) {
      const own = diagnostics.filter(({ source, code }) => source === SOURCE && code === CODE);
      const encoding = found.get(uri.toString());
      if (own.length === 0 || !encoding) return [];
      const action = new vscode.CodeAction(titleOf(encoding), vscode.CodeActionKind.QuickFix);
      action.diagnostics = own;
      action.isPreferred = true;
      action.command = { title: action.title, command: REOPEN, arguments: [uri.toString()] };
      return [action];
    },
  };
  const listeners = [
    collection,
    watchOpen((document) => void look(document)),
    vscode.workspace.onDidCloseTextDocument((document) => document.isClosed && set(document, undefined)),
    vscode.languages.registerCodeActionsProvider({ pattern: '**' }, offer),
  ];
  const wrong = ({ uri }: vscode.TextDocument): string | undefined => {
    const encoding = found.get(uri.toString());
    return encoding && NAMES[encoding].name;
  };
  return {
    wrong,
    reopen,
    async refuse(document) {
      await look(document);
      const encoding = found.get(document.uri.toString());
      if (!encoding) return false;
      const title = titleOf(encoding);
      const choice = await vscode.window.showWarningMessage(messageOf(encoding), title);
      if (choice === title) await reopen(document.uri.toString());
      return true;
    },
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  };
}

const SOURCE = 'nianbao';
const CODE = 'encoding';

const titleOf = (encoding: Encoding): string => t('Reopen as {0}', NAMES[encoding].name);
const messageOf = (encoding: Encoding): string =>
  t(
    'This file is written in {0} and was opened in another encoding, so its text is garbled. It has not been checked.',
    NAMES[encoding].name,
  );

function finding(encoding: Encoding): vscode.Diagnostic {
  const range = new vscode.Range(0, 0, 0, 1);
  const diagnostic = new vscode.Diagnostic(range, messageOf(encoding), vscode.DiagnosticSeverity.Information);
  diagnostic.source = SOURCE;
  diagnostic.code = CODE;
  return diagnostic;
}

/** The encoding of the file, when that makes a report of it and the editor shows something else. */
async function reportEncoding(document: vscode.TextDocument): Promise<Encoding | undefined> {
  if (!isDraft(document) || document.isDirty) return undefined;
  try {
    const { size } = await vscode.workspace.fs.stat(document.uri);
    if (size > LARGEST) return undefined;
    const decoded = decode(await vscode.workspace.fs.readFile(document.uri));
    if (typeof decoded === 'string' || decoded.text === document.getText() || !isReport(decoded.text)) return undefined;
    return decoded.encoding === 'utf-8' ? undefined : decoded.encoding;
  } catch {
    return undefined; // It has gone, or is no file.
  }
}

/** Editors before 1.100 let only a person choose an encoding. */
async function openIn(uri: vscode.Uri, encoding: string): Promise<void> {
  const open = vscode.workspace.openTextDocument as (
    uri: vscode.Uri,
    options: { encoding: string },
  ) => Thenable<vscode.TextDocument>;
  const document = await open(uri, { encoding });
  await vscode.window.showTextDocument(document);
  if (looksBroken(document.getText())) await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
}
