// Runs inside a VS Code that is in the browser alone: no Node, no server, files of a virtual file system.
import * as vscode from 'vscode';

const TIMEOUT_MS = 30_000;

async function until<T>(ask: () => T | PromiseLike<T>, good: (answer: T) => boolean, what: string): Promise<T> {
  for (const end = Date.now() + TIMEOUT_MS; ; await new Promise((done) => setTimeout(done, 100))) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(answer)}`);
  }
}

const equal = (actual: unknown, expected: unknown, what: string): void => {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
};

const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

const alarms = (uri: vscode.Uri): string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === 'nianbao' && severity <= vscode.DiagnosticSeverity.Warning)
    .map((diagnostic) => `${ruleOf(diagnostic)} ${diagnostic.range.start.line + 1}`)
    .sort();

const fileUri = (path: string): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
};

const TOTALS = ['table/broken-total 51', 'table/broken-total 51'];
const UNIT = ['table/not-a-number 16'];
const WORDS = ['text/untranslated 59', 'text/untranslated 59'];

async function findingsAndFix(): Promise<void> {
  const document = await vscode.workspace.openTextDocument(fileUri('pipe-rows.txt'));
  equal(document.uri.scheme === 'file', false, 'the file system is a virtual one');
  await vscode.window.showTextDocument(document);
  const expected = [...TOTALS, ...UNIT, ...WORDS];
  await until(
    () => alarms(document.uri),
    (now) => now.join() === expected.join(),
    'findings',
  );

  const total = new vscode.Range(50, 8, 50, 9);
  const title = '将「（七）总计」自然人列由 0 改为 3，「（七）总计」总计列由 0 改为 3';
  const actions = await until(
    async () =>
      (await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
        'vscode.executeCodeActionProvider',
        document.uri,
        total,
        vscode.CodeActionKind.QuickFix.value,
      )) ?? [],
    (offered) => offered.some((action) => action.title === title),
    'quick fixes',
  );
  const edit = actions.find((action) => action.title === title)?.edit;
  if (!edit || !(await vscode.workspace.applyEdit(edit))) throw new Error('the fix was not applied');
  equal(document.lineAt(50).text, '（七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |', 'the line');
  await until(
    () => alarms(document.uri),
    (now) => now.join() === [...UNIT, ...WORDS].join(),
    'findings after the fix',
  );
}

/** The settings file is read by the editor for the server, which reaches no files here. */
async function settingsFile(): Promise<void> {
  const document = await vscode.workspace.openTextDocument(fileUri('pipe-rows.txt'));
  const config = fileUri('.nianbao.json');
  await vscode.workspace.fs.writeFile(config, new TextEncoder().encode('{ "rules": { "text": "off" } }'));
  await until(
    () => alarms(document.uri),
    (now) => now.join() === UNIT.join(),
    'findings under a settings file',
  );
  await vscode.workspace.fs.delete(config);
}

async function wholeWorkspace(): Promise<void> {
  await vscode.commands.executeCommand('nianbao.checkWorkspace');
  equal(alarms(fileUri('pipe-cells.txt')), ['structure/heading-number 3', 'table/label 93'], 'a file that is not open');
  equal(alarms(fileUri('meeting-notes.txt')), [], 'a file that is no report');
}

async function newReportAndPage(): Promise<void> {
  const answers = { issuer: '青溪县林业局', type: 'department', year: 2025, markdown: true };
  await vscode.commands.executeCommand('nianbao.newReport', answers);
  const document = vscode.window.activeTextEditor?.document;
  equal(document?.lineAt(0).text, '# 青溪县林业局2025年政府信息公开工作年度报告', 'the title');
  const page = fileUri('page.html');
  await vscode.commands.executeCommand('nianbao.saveReportView', page);
  const html = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
  equal(html.includes('青溪县林业局2025年政府信息公开工作年度报告'), true, 'the page names the report');
}

/** Throws when one of them fails. */
export async function run(): Promise<void> {
  const tests = { findingsAndFix, settingsFile, wholeWorkspace, newReportAndPage };
  for (const [name, test] of Object.entries(tests)) {
    await test();
    console.log(`passed: ${name}`);
  }
}
