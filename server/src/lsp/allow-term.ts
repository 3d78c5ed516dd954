import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver-types';
import { allowTermEdits, newConfigText } from '../config/allow-term.ts';
import { CONFIG_NAME } from '../config/config.ts';
import type { Bilingual, Locale } from '../rules/rule.ts';
import type { Checked } from './checker.ts';
import type { ClientFeatures } from './client-features.ts';
import { newFileEdit, workspaceEdit } from './edits.ts';
import { ALLOW_TERM, type AllowTermArguments } from './protocol.ts';
import { foldersAbove, join, pathBelow } from './uris.ts';

type Scope = 'report' | 'workspace';

const TITLES: Readonly<Record<Scope | 'session', (term: string) => Bilingual>> = {
  report: (term) => ({ zh: `在本报告中允许“${term}”`, en: `Allow “${term}” in this report` }),
  workspace: (term) => ({ zh: `在本工作区允许“${term}”`, en: `Allow “${term}” in this workspace` }),
  session: (term) => ({ zh: `本次编辑期间允许“${term}”`, en: `Allow “${term}” until this document is closed` }),
};

export interface AllowTermContext {
  readonly features: ClientFeatures;
  readonly folders: readonly string[];
  /** Can files in this place be read? If not, there may be a configuration file that we must not write over. */
  readonly canRead: (uri: string) => boolean;
}

/** Where the permission is written: the configuration file in effect, else a new one for the whole workspace folder. */
function permission(
  checked: Checked,
  term: string,
  scope: Scope,
  context: AllowTermContext,
): WorkspaceEdit | undefined {
  const { document, settings } = checked;
  const { features, folders, canRead } = context;
  const beside = foldersAbove(document.uri)[0];
  const home =
    (settings.config && foldersAbove(settings.config.document.uri)[0]) ??
    folders.find((folder) => pathBelow(folder, document.uri) !== undefined) ??
    beside ??
    folders[0];
  if (home === undefined || !canRead(home)) return undefined;
  const reportPath = scope === 'report' ? pathBelow(home, document.uri) : undefined;
  if (scope === 'report' && reportPath === undefined) return undefined;
  if (!settings.config) {
    if (!features.versionedEdits || !features.createsFiles) return undefined;
    return newFileEdit(join(home, CONFIG_NAME), newConfigText(term, reportPath));
  }
  const edits = allowTermEdits(settings.config.document.getText(), term, reportPath);
  return edits && workspaceEdit(settings.config.document, settings.config.version, edits, features);
}

/** Ways to say that a foreign word is meant: written down where that can be done, else for this editing session. */
export function allowTermActions(
  checked: Checked,
  term: string,
  diagnostic: Diagnostic,
  locale: Locale,
  context: AllowTermContext,
): CodeAction[] {
  const action = (kind: keyof typeof TITLES): CodeAction => ({
    title: TITLES[kind](term)[locale],
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
  });
  const written = (['report', 'workspace'] as const).flatMap((scope) => {
    const edit = permission(checked, term, scope, context);
    return edit ? [{ ...action(scope), edit }] : [];
  });
  if (written.length > 0) return written;
  const argument: AllowTermArguments = { uri: checked.document.uri, term };
  const session = action('session');
  return [{ ...session, command: { title: session.title, command: ALLOW_TERM, arguments: [argument] } }];
}
