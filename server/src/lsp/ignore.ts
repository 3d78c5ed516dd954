import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver-types';
import { ignoreCommentEdit } from '../check/ignores/write.ts';
import type { Problem } from '../check/lint.ts';
import { addIgnore, switchOff } from '../config/edit.ts';
import { REASON_PLACEHOLDER } from '../report/lines/comments.ts';
import type { Bilingual, Locale } from '../rules/rule.ts';
import type { Checked } from './checker.ts';
import { configEdit, type Wanted, type WriteContext } from './config-edit.ts';
import { workspaceEdit } from './edits.ts';
import { IGNORE_HERE, type IgnoreHereArguments } from './protocol.ts';

const IGNORE_TITLE = (title: string): Bilingual => ({
  zh: `在此忽略：${title}（写明理由）`,
  en: `Ignore here: ${title} (give a reason)`,
});

const OFF_TITLES: Readonly<Record<Wanted['scope'], (rule: string) => Bilingual>> = {
  report: (rule) => ({
    zh: `在本报告中关闭${rule || '此规则'}`,
    en: `Switch ${rule || 'this rule'} off in this report`,
  }),
  workspace: (rule) => ({
    zh: `在本工作区关闭${rule || '此规则'}`,
    en: `Switch ${rule || 'this rule'} off in this workspace`,
  }),
};

/** Quotation marks inside others are single ones. */
const quoted = (title: string): string => `“${title.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'))}”`;

/** What the entry keeps of the message, for the person who reads the configuration file later. */
const LONGEST_NOTE = 60;
const shortened = (message: string): string => {
  const chars = [...message];
  return chars.length > LONGEST_NOTE ? `${chars.slice(0, LONGEST_NOTE - 1).join('')}…` : message;
};

/** Ignores one finding: by a comment in Markdown and HTML, else by an entry in the configuration file. */
export function ignoreEdit(
  checked: Checked,
  problem: Problem,
  reason: string,
  context: WriteContext,
): WorkspaceEdit | undefined {
  const { document, version, report } = checked;
  const comment = report && ignoreCommentEdit(report, problem, reason);
  if (comment) return workspaceEdit(document, version, [comment], context.features);
  const { rule, fingerprint, message } = problem;
  const change = (file: string) => addIgnore({ file, rule, fingerprint, reason, text: shortened(message) });
  return configEdit(checked, { scope: 'report', change }, context);
}

/** The actions that ignore: each finding, then its rule in this report, then its rule everywhere. */
export function ignoreActions(
  checked: Checked,
  shown: Checked['shown'],
  locale: Locale,
  context: WriteContext,
): CodeAction[] {
  const action = (title: Bilingual, diagnostics: Diagnostic[]): CodeAction => ({
    title: title[locale],
    kind: CodeActionKind.QuickFix,
    diagnostics,
  });
  // A finding about an ignore cannot itself be ignored.
  const findings = [...shown].filter(([problem]) => !problem.rule.startsWith('config/'));
  const here = findings.flatMap(([problem, diagnostic]) => {
    const edit = ignoreEdit(checked, problem, REASON_PLACEHOLDER[locale], context);
    return edit ? [ignoring(action(IGNORE_TITLE(problem.title), [diagnostic]), edit, checked, problem, context)] : [];
  });
  const rules = [...new Set(findings.map(([problem]) => problem.rule))];
  const off = rules.flatMap((rule) => {
    const members = findings.filter(([problem]) => problem.rule === rule);
    // With findings of several rules at one place, “this rule” would say nothing.
    const name = rules.length > 1 ? quoted(members[0]?.[0].title ?? '') : '';
    const scopes: readonly Wanted[] = [
      { scope: 'report', change: (report) => switchOff(rule, report) },
      { scope: 'workspace', change: switchOff(rule) },
    ];
    return scopes.flatMap((wanted) => {
      const edit = configEdit(checked, wanted, context);
      const diagnostics = members.map(([, diagnostic]) => diagnostic);
      return edit ? [{ ...action(OFF_TITLES[wanted.scope](name), diagnostics), edit }] : [];
    });
  });
  return [...here, ...(here.length === 0 ? unsavedActions(checked, findings, locale, context) : []), ...off];
}

const UNSAVED_TITLE: Bilingual = { zh: '在此忽略（文稿尚未保存）…', en: 'Ignore here (the draft is not saved yet)…' };
const UNSAVED: Bilingual = {
  zh: '忽略和理由记在文稿所在文件夹的设置文件中，请先保存文稿。',
  en: 'What is ignored, and why, is written into a file beside the draft: save the draft first.',
};

/** A draft without a file has no place for the reason. That is said, once for all findings at the place. */
function unsavedActions(
  { document }: Checked,
  findings: readonly (readonly [Problem, Diagnostic])[],
  locale: Locale,
  { features }: WriteContext,
): CodeAction[] {
  const [first] = findings;
  if (!first || !document.uri.startsWith('untitled:')) return [];
  const title = UNSAVED_TITLE[locale];
  const diagnostics = findings.map(([, diagnostic]) => diagnostic);
  const action: CodeAction = { title, kind: CodeActionKind.QuickFix, diagnostics };
  if (features.options.asksReasons === true) {
    const [{ fingerprint, title: named }] = first;
    const argument: IgnoreHereArguments = { uri: document.uri, fingerprint, title: named, unsaved: true };
    return [{ ...action, command: { title, command: IGNORE_HERE, arguments: [argument] } }];
  }
  return features.showsDisabled ? [{ ...action, disabled: { reason: UNSAVED[locale] } }] : [];
}

/** A client that can ask for the reason does so first; for others a placeholder is written. */
function ignoring(
  action: CodeAction,
  edit: WorkspaceEdit,
  { document }: Checked,
  { fingerprint, title }: Problem,
  { features }: WriteContext,
): CodeAction {
  if (features.options.asksReasons !== true) return { ...action, edit };
  const argument: IgnoreHereArguments = { uri: document.uri, fingerprint, title };
  return { ...action, command: { title: action.title, command: IGNORE_HERE, arguments: [argument] } };
}
