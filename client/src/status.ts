import * as vscode from 'vscode';
import { allFound, checksText, foundText, resultText } from '../../server/src/check/counts.ts';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { REOPEN } from './commands.ts';
import { displayLanguage as language } from './display-language.ts';
import { createStandings, type Standing } from './standings.ts';

/** The status item: what was found in the report at hand, and how much was checked. Hidden beside other texts. */
export interface StatusItem extends vscode.Disposable {
  update(status: StatusParams): void;
  /** Something else that it shows has changed. */
  refresh(): void;
  /** The server has ended and another one is started. */
  outdated(): void;
  /** The server has ended: nothing that was known still holds. */
  clear(): void;
}

const { t } = vscode.l10n;

/**
 * @param mayCheck is this document to be checked now, by the setting `nianbao.run`?
 * @param wrongEncoding the encoding of a report's file that was opened in another one
 */
export function createStatusItem(
  mayCheck: (document: vscode.TextDocument) => boolean,
  wrongEncoding: (document: vscode.TextDocument) => string | undefined,
): StatusItem {
  const item = vscode.window.createStatusBarItem('nianbao.status', vscode.StatusBarAlignment.Left, 0);
  item.name = t('Annual report check');
  const standings = createStandings();

  const standingOf = ({ document }: vscode.TextEditor): Standing =>
    standings.of(document.uri.toString(), document.version, mayCheck(document));

  function show(): void {
    const active = vscode.window.activeTextEditor;
    // While a panel has the focus no text is active, but the report beside it is still the one at hand.
    const editors = active ? [active] : vscode.window.visibleTextEditors;
    const standing = editors.map(standingOf).find(({ state }) => state !== 'none');
    void vscode.commands.executeCommand('setContext', 'nianbao.isReport', standing !== undefined);
    // The button in a title goes by the text below it, which need not be the one with the focus.
    const reports = vscode.window.visibleTextEditors.filter((editor) => standingOf(editor).state !== 'none');
    // By path: in a remote window the editor calls a file by another scheme than its extensions do.
    const paths = reports.map(({ document }) => document.uri.fsPath);
    void vscode.commands.executeCommand('setContext', 'nianbao.reports', paths);
    const encoding = active && wrongEncoding(active.document);
    item.command = encoding ? REOPEN : 'workbench.actions.view.problems';
    if (encoding) {
      item.text = `$(warning) ${t('Annual report')} · ${t('{0}, not checked', encoding)}`;
      item.tooltip = t('The file is written in {0}. Click to open it again so that it can be read.', encoding);
      item.accessibilityInformation = { label: `${item.text.replace(/^\S+ /, '')}. ${item.tooltip}` };
      item.show();
      return;
    }
    if (!standing) {
      item.hide();
      return;
    }
    item.text = `${iconOf(standing)} ${textOf(standing)}`;
    const lines = detailsOf(standing);
    item.tooltip = tooltipOf(lines);
    item.accessibilityInformation = { label: [textOf(standing), ...lines].join('. ') };
    item.show();
  }

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.window.onDidChangeVisibleTextEditors(show),
    vscode.workspace.onDidChangeTextDocument(show),
    vscode.workspace.onDidSaveTextDocument(show),
    vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
      // The same document under another language is closed and opened, and checked anew.
      if (isClosed) standings.closed(uri.toString());
      else standings.outdated(uri.toString());
      show();
    }),
  );
  return {
    update(status) {
      // The server spells URIs as it was given them; parsing makes the editor's own spelling of it.
      const uri = vscode.Uri.parse(status.uri).toString();
      // A late notification for a closed text is dropped.
      const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri);
      if (isOpen) standings.told(uri, status);
      show();
    },
    refresh: show,
    outdated() {
      standings.outdated();
      show();
    },
    clear() {
      standings.clear();
      show();
    },
    dispose() {
      listeners.dispose();
      item.dispose();
    },
  };
}

const yearOf = ({ year }: StatusParams): string => (year === undefined ? t('year unknown') : String(year));

const iconOf = ({ state }: Standing): string => (state === 'checking' ? '$(sync~spin)' : '$(checklist)');

function textOf(standing: Standing): string {
  if (standing.state === 'checking') return `${t('Annual report')} · ${t('being checked …')}`;
  if (standing.state !== 'checked') return `${t('Annual report')} · ${t('changed, not checked yet')}`;
  const { status } = standing;
  const form = t('{0} form', status.form ?? '');
  return `${t('Annual report {0}', yearOf(status))} · ${form} · ${resultText(status.counts, language())}`;
}

/** An empty list of findings says little without how much was looked at, and what could not be. */
function detailsOf(standing: Standing): string[] {
  if (standing.state === 'changed') {
    return [t('The text has changed since it was last checked. Save it, or run “Check This Report”.')];
  }
  if (standing.state !== 'checked') return [];
  const { status } = standing;
  const { found, checks } = status.counts;
  return [
    t('Report year: {0}', yearOf(status)),
    t('Form: {0}', t('{0} form', status.form ?? '')),
    ...(allFound(found) > 0 ? [t('Findings: {0}', foundText(found, language()))] : [foundText(found, language())]),
    checksText(checks, language()),
    ...(status.paired ?? []),
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
