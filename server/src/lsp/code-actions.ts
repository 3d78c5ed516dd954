import type { CodeActionParams } from 'vscode-languageserver';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import type { Problem } from '../check/lint.ts';
import { OfferedFixes } from '../check/offered-fixes.ts';
import { type Span, touches } from '../text/span.ts';
import { allowTermActions } from './allow-term.ts';
import { type Checked, judgeOf } from './checker.ts';
import type { WriteContext } from './config-edit.ts';
import { SOURCE } from './diagnostics.ts';
import { workspaceEdit } from './edits.ts';
import { safeEditsOnce, safeEditsToTheEnd } from './fix-all.ts';
import { ignoreActions } from './ignore.ts';
import { issuerKindActions } from './issuer-kind.ts';
import { checkLargeAction } from './large.ts';
import { nameBodyActions } from './name-body.ts';
import { FIX_ALL_KIND } from './protocol.ts';
import { toSpan } from './ranges.ts';
import { fixRuleActions, refactorActions } from './refactor-actions.ts';
import type { Engine } from './runtime.ts';

const FIX_ALL_TITLE = { zh: '修正所有可安全修正的问题', en: 'Fix all problems that can be fixed safely' };

/** Kinds are a tree: whoever asks for `source` is also given `source.fixAll.nianbao`. */
const includes = (asked: string, kind: string): boolean =>
  asked === '' || kind === asked || kind.startsWith(`${asked}.`);

const samePlace = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

/** Code actions for a range, from the stored result. What is judged again are copies to which a fix was applied. */
export function codeActions(
  { range, context: { only, diagnostics } }: CodeActionParams,
  checked: Checked,
  engine: Engine,
  context: WriteContext,
): CodeAction[] {
  const { document, version, settings } = checked;
  const locale = settings.lint.locale ?? 'zh';
  const wants = (kind: string): boolean => only === undefined || only.some((asked) => includes(asked, kind));
  if (checked.waits && wants(CodeActionKind.QuickFix) && range.start.line === 0) {
    return checked.diagnostics.map((each) => checkLargeAction(document.uri, each, locale));
  }
  if (!checked.result) return [];
  const actions: CodeAction[] = [];
  const asked = toSpan(document, range);
  if (wants(CodeActionKind.QuickFix)) {
    actions.push(...quickFixes(checked, foundAt(checked, asked, diagnostics), engine, context));
  }
  actions.push(...refactorActions(checked, asked, wants, context.features));
  if (wants(FIX_ALL_KIND)) {
    // Only a request for this kind by name waits for the later rounds.
    const edits = only === undefined ? safeEditsOnce(checked) : safeEditsToTheEnd(checked, engine);
    const edit = workspaceEdit(document, version, edits, context.features);
    if (edits.length > 0) actions.push({ title: FIX_ALL_TITLE[locale], kind: FIX_ALL_KIND, edit });
  }
  return actions;
}

/** The problems that the client asks about: those whose diagnostics it names, and those in the range. */
function foundAt(checked: Checked, asked: Span, named: readonly Diagnostic[]): Checked['shown'] {
  const found = new Map<Problem, Diagnostic>();
  for (const [problem, own] of checked.shown) {
    const known = named.find((candidate) => isSame(candidate, own));
    if (known || touches(asked, problem.span)) found.set(problem, known ?? own);
  }
  return found;
}

/** Fixes of every problem come before the ways to ignore one. */
function quickFixes(checked: Checked, found: Checked['shown'], engine: Engine, context: WriteContext): CodeAction[] {
  const { report, result } = checked;
  const locale = checked.settings.lint.locale ?? 'zh';
  const judged = report && result && { report, result };
  const offered = new OfferedFixes(judged, judgeOf(checked, engine), locale);
  return [
    ...[...found].flatMap(([problem, diagnostic]) => fixesFor(problem, diagnostic, checked, offered, context)),
    ...nameBodyActions(checked, found, context.features),
    ...fixRuleActions(checked, found, context.features),
    ...ignoreActions(checked, found, locale, context),
  ];
}

function fixesFor(
  problem: Problem,
  diagnostic: Diagnostic,
  checked: Checked,
  offered: OfferedFixes,
  context: WriteContext,
): CodeAction[] {
  const { document, version, settings } = checked;
  const locale = settings.lint.locale ?? 'zh';
  const preferred = preferredFix(problem);
  const actions = offered.of(problem).map(
    ({ fix, title }): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(fix === preferred && { isPreferred: true }),
      edit: workspaceEdit(document, version, fix.edits, context.features),
    }),
  );
  if (problem.term !== undefined) {
    actions.push(...allowTermActions(checked, problem.term, diagnostic, locale, context));
  }
  if (problem.rule === 'structure/issuer-kind') {
    actions.push(...issuerKindActions(checked, diagnostic, locale, context));
  }
  return actions;
}

const isSame = (shown: Diagnostic, own: Diagnostic): boolean =>
  shown.source === SOURCE &&
  shown.code === own.code &&
  shown.message === own.message &&
  samePlace(shown.range, own.range);

/** The rule's own choice; else the only safe way. */
function preferredFix({ fixes }: Problem): Problem['fixes'][number] | undefined {
  const chosen = fixes.find((fix) => fix.preferred);
  if (chosen) return chosen;
  const safe = fixes.filter((fix) => fix.kind === 'safe' && fix.preferred !== false);
  return safe.length === 1 ? safe[0] : undefined;
}
