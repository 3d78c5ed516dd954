import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { say } from '../language/words.ts';
import type { Locale } from '../rules/rule.ts';
import { SOURCE } from './diagnostics.ts';
import { CHECK_LARGE, type CheckLargeArguments } from './protocol.ts';

/**
 * In characters: a hundred reports. A check of a text this large takes a third of a second, too long at each key. A
 * longer text is checked on request.
 */
const LARGEST_LIVE = 1_000_000;

export const isLarge = (document: TextDocument): boolean => document.getText().length > LARGEST_LIVE;

/** Takes the place of findings for an unchecked text: an empty list would look as if there were none. */
export const largeNotice = (locale: Locale): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Information,
  source: SOURCE,
  message: say(
    locale,
    '文本超过 100 万字符，没有自动核对。请用此处的快速修复“核对这份大文本”或命令“检查当前报告”，改动后再核对。',
    'The text has more than a million characters and was not checked by itself. Use the quick fix “Check this large text” here, or the command “Check the current report”; again after a change.',
  ),
});

export function checkLargeAction(uri: string, diagnostic: Diagnostic, locale: Locale): CodeAction {
  const title = say(locale, '核对这份大文本', 'Check this large text');
  const argument: CheckLargeArguments = { uri };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command: CHECK_LARGE, arguments: [argument] },
  };
}
