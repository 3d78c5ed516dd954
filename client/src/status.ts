import * as vscode from 'vscode';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';

/** The status item: what was found in the report at hand, and how much was checked. Hidden beside other texts. */
export interface StatusItem extends vscode.Disposable {
  update(status: StatusParams): void;
  /** The server has gone: nothing that was known holds any more. */
  clear(): void;
}

export function createStatusItem(): StatusItem {
  const item = vscode.window.createStatusBarItem('nianbao.status', vscode.StatusBarAlignment.Left, 0);
  item.name = vscode.l10n.t('Annual report check');
  item.command = 'workbench.actions.view.problems';
  const known = new Map<string, StatusParams>();

  const statusOf = (editor: vscode.TextEditor | undefined): StatusParams | undefined =>
    editor && known.get(editor.document.uri.toString());

  function show(): void {
    const active = vscode.window.activeTextEditor;
    // While a panel has the focus no text is active, but the report beside it is still the one at hand.
    const status = active
      ? statusOf(active)
      : vscode.window.visibleTextEditors.map(statusOf).find((each) => each?.report);
    void vscode.commands.executeCommand('setContext', 'nianbao.isReport', status?.report === true);
    if (!status?.report) {
      item.hide();
      return;
    }
    item.text = textOf(status);
    const lines = detailsOf(status);
    item.tooltip = tooltipOf(lines);
    item.accessibilityInformation = { label: [item.text.replace(/^\S+ /, ''), ...lines].join('. ') };
    item.show();
  }

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  );
  return {
    update(status) {
      // The server spells URIs as it was given them; parsing makes the editor's own spelling of it.
      known.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    },
    clear() {
      known.clear();
      show();
    },
    dispose() {
      listeners.dispose();
      item.dispose();
    },
  };
}

const { t } = vscode.l10n;

function countsOf({ counts }: StatusParams): string[] {
  const { error, warning, information } = counts;
  const parts: string[] = [];
  if (error > 0) parts.push(error === 1 ? t('1 error') : t('{0} errors', error));
  if (warning > 0) parts.push(warning === 1 ? t('1 warning') : t('{0} warnings', warning));
  if (information > 0) parts.push(information === 1 ? t('1 note') : t('{0} notes', information));
  return parts;
}

const yearOf = ({ year }: StatusParams): string => (year === undefined ? t('year unknown') : String(year));

function textOf(status: StatusParams): string {
  const findings = countsOf(status).join(' ');
  const form = t('{0} form', status.form ?? '');
  // “Nothing found” says little without how much was looked at.
  const result = findings || t('nothing found in {0} checks', status.checks.passed);
  return `$(checklist) ${t('Annual report {0}', yearOf(status))} · ${form} · ${result}`;
}

/** An empty list of findings says little without how much was looked at, and what could not be. */
function detailsOf(status: StatusParams): string[] {
  const { passed, failed, notChecked, ignored } = status.checks;
  return [
    t('Report year: {0}', yearOf(status)),
    t('Form: {0}', t('{0} form', status.form ?? '')),
    t('Findings: {0}', countsOf(status).join(' ') || t('none')),
    t(
      'Checks: {0}. Passed {1}, failed {2}, could not be checked {3}',
      passed + failed + notChecked + ignored,
      passed,
      failed,
      notChecked,
    ),
    ...(ignored > 0 ? [t('Ignored for a reason: {0}', ignored)] : []),
  ];
}

function tooltipOf(lines: readonly string[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString(undefined, true);
  tooltip.isTrusted = { enabledCommands: ['nianbao.showReportView', 'workbench.actions.view.problems'] };
  for (const line of lines) tooltip.appendText(line).appendMarkdown('  \n');
  const problems = `[$(list-unordered) ${t('Problems')}](command:workbench.actions.view.problems)`;
  const view = `[$(table) ${t('All checks in the report view')}](command:nianbao.showReportView)`;
  return tooltip.appendMarkdown(`\n${problems} · ${view}`);
}
