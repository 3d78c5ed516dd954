import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Problem } from '../check/lint.ts';
import { say } from '../language/words.ts';
import { nameBody } from '../rules/support/title-line.ts';
import type { Checked } from './checker.ts';
import type { ClientFeatures } from './client-features.ts';
import { workspaceEdit } from './edits.ts';
import { ASK_NAME, type AskNameArguments } from './protocol.ts';

/** Those that a title with the body's name fixes. */
const ASKS_FOR_NAME: ReadonlySet<Problem['rule']> = new Set(['structure/missing-title', 'structure/missing-agency']);

/** For trying whether there is a place for it; the name itself comes from the user. */
const ANY_NAME = '某县某局';

/** Where nothing in the draft tells the body's name, the client asks for it. One action, whichever finding asks. */
export function nameBodyActions(checked: Checked, found: Checked['shown'], features: ClientFeatures): CodeAction[] {
  const asking = [...found].filter(([problem]) => ASKS_FOR_NAME.has(problem.rule) && problem.fixes.length === 0);
  const { document, report, settings } = checked;
  if (asking.length === 0 || !features.options.asksNames || !report || !nameBody(report, ANY_NAME)) return [];
  const title = say(
    settings.lint.locale ?? 'zh',
    '填写机关名称，在文首写明标题…',
    'Enter the name of the issuing body for the title…',
  );
  const argument: AskNameArguments = { uri: document.uri };
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: asking.map(([, diagnostic]) => diagnostic),
      command: { title, command: ASK_NAME, arguments: [argument] },
    },
  ];
}

/** @param name as it was entered; line breaks and blanks at its ends are no part of a name. */
export function nameBodyEdit(checked: Checked, name: string, features: ClientFeatures): WorkspaceEdit | undefined {
  const { document, version, report } = checked;
  const issuer = name.replace(/\s+/g, ' ').trim();
  const edit = report && issuer !== '' ? nameBody(report, issuer) : undefined;
  return edit && workspaceEdit(document, version, [edit], features);
}
