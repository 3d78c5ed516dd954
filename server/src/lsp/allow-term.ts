import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { allowTerm } from '../config/edit.ts';
import type { Bilingual, Locale } from '../rules/rule.ts';
import type { Checked } from './checker.ts';
import { configEdit, type Wanted, type WriteContext } from './config-edit.ts';
import { ALLOW_TERM, type AllowTermArguments } from './protocol.ts';

const TITLES: Readonly<Record<'report' | 'workspace' | 'session', (term: string) => Bilingual>> = {
  report: (term) => ({ zh: `在本报告中允许“${term}”`, en: `Allow “${term}” in this report` }),
  workspace: (term) => ({ zh: `在本工作区允许“${term}”`, en: `Allow “${term}” in this workspace` }),
  session: (term) => ({ zh: `本次编辑期间允许“${term}”`, en: `Allow “${term}” until this document is closed` }),
};

/** Ways to say that a foreign word is meant: written down where that can be done, else for this editing session. */
export function allowTermActions(
  checked: Checked,
  term: string,
  diagnostic: Diagnostic,
  locale: Locale,
  context: WriteContext,
): CodeAction[] {
  const action = (kind: keyof typeof TITLES): CodeAction => ({
    title: TITLES[kind](term)[locale],
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
  });
  const scopes: readonly Wanted[] = [
    { scope: 'report', change: (report) => allowTerm(term, report) },
    { scope: 'workspace', change: allowTerm(term) },
  ];
  const written = scopes.flatMap((wanted) => {
    const edit = configEdit(checked, wanted, context);
    return edit ? [{ ...action(wanted.scope), edit }] : [];
  });
  if (written.length > 0) return written;
  const argument: AllowTermArguments = { uri: checked.document.uri, term };
  const session = action('session');
  return [{ ...session, command: { title: session.title, command: ALLOW_TERM, arguments: [argument] } }];
}
