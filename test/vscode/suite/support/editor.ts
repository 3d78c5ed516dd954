import * as assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';

const TIMEOUT_MS = 15_000;

/** Asks again and again until the answer will do. Throws with the last answer when none does. */
export async function until<T>(ask: () => T | Promise<T>, good: (answer: T) => boolean, what: string): Promise<T> {
  for (const end = Date.now() + TIMEOUT_MS; ; await delay(50)) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(answer)}`);
  }
}

/** A file of the temporary workspace, where fixtures/ and samples/ have been copied. */
export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document);
  return document;
}

export const open = async (path: string): Promise<vscode.TextDocument> =>
  show(await vscode.workspace.openTextDocument(fileUri(path)));

export const openText = async (content: string, language: string): Promise<vscode.TextDocument> =>
  show(await vscode.workspace.openTextDocument({ content, language }));

/** Closes every editor, throwing away what was changed. */
export async function closeAll(): Promise<void> {
  for (const { isDirty } of vscode.workspace.textDocuments) {
    if (isDirty) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'nianbao');

export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** `error table/broken-total 45:9 “0”`: severity, rule, line and column counted from 1, the text underlined. */
export const describe = (document: vscode.TextDocument, diagnostic: vscode.Diagnostic): string => {
  const { start } = diagnostic.range;
  const place = `${start.line + 1}:${start.character + 1}`;
  return `${SEVERITIES[diagnostic.severity]} ${ruleOf(diagnostic)} ${place} “${document.getText(diagnostic.range)}”`;
};

/** The errors and warnings of a document in the order of the text, as `describe` writes them. */
export const alarms = (document: vscode.TextDocument): string[] =>
  ours(document.uri)
    .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
    .sort((a, b) => a.range.start.compareTo(b.range.start) || ruleOf(a).localeCompare(ruleOf(b)))
    .map((diagnostic) => describe(document, diagnostic));

/** Waits until exactly these errors and warnings are shown; else fails with the difference. */
export async function expectAlarms(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  await until(
    () => alarms(document),
    (now) => now.join('\n') === expected.join('\n'),
    '',
  ).catch(() => undefined);
  assert.deepEqual(alarms(document), expected);
}

/** Waits for a finding of a rule; of several, the first in the text. */
export async function finding(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  const found = await until(
    () => ours(document.uri).filter((diagnostic) => ruleOf(diagnostic) === rule),
    (all) => all.length > 0,
    `no ${rule} in ${document.uri.path}`,
  );
  const [first] = found.sort((a, b) => a.range.start.compareTo(b.range.start));
  assert.ok(first);
  return first;
}

/** The actions of a kind that the editor offers at a place. It may answer with none just after a finding has come up. */
export const codeActions = (
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> =>
  until(
    async () =>
      (await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kind.value,
      )) ?? [],
    (actions) => actions.length > 0,
    `no ${kind.value} in ${document.uri.path} at line ${range.start.line + 1}`,
  );

export const quickFixes = (document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> =>
  codeActions(document, range, vscode.CodeActionKind.QuickFix);

/** Applies the quick fix of that exact title, as choosing it in the menu does. */
export async function applyQuickFix(document: vscode.TextDocument, range: vscode.Range, title: string): Promise<void> {
  const actions = await quickFixes(document, range);
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `「${title}」 is offered, among ${JSON.stringify(actions.map((one) => one.title))}`);
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit is accepted');
  const { command } = action;
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
