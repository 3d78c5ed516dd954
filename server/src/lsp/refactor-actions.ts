import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { fixesOfRule } from '../language/fix-rule.ts';
import { type RefactorId, refactorEdits, refactors } from '../language/refactor.ts';
import { say } from '../language/words.ts';
import { rules } from '../rules/index.ts';
import type { Span } from '../text/span.ts';
import { type Checked, type Checker, viewOf } from './checker.ts';
import type { ClientFeatures } from './client-features.ts';
import { notedEdit, workspaceEdit } from './edits.ts';
import type { Guard } from './guard.ts';
import { REVIEW_CHANGES } from './protocol.ts';

/** What comes back with a chosen action whose edit is still to be computed. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly id: RefactorId;
}

const writesNumbers = ({ does }: RefactorId): boolean => does === 'fillBlanks' || does === 'totals';

/** Undefined when it is not what an action of ours carries. */
export function actionData(value: unknown): Pick<ActionData, 'uri' | 'id'> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { uri, id }: Partial<ActionData> = value;
  return typeof uri === 'string' && typeof id === 'object' && id !== null ? { uri, id } : undefined;
}

/** Rewriting of tables and of the order of the sections. With a client that resolves actions, edits come later. */
export function refactorActions(
  checked: Checked,
  at: Span,
  wants: (kind: string) => boolean,
  features: ClientFeatures,
): CodeAction[] {
  const view = viewOf(checked);
  if (!view) return [];
  return refactors(view, at, wants).flatMap(({ title, kind, id }): CodeAction[] => {
    const data: ActionData = { uri: checked.document.uri, version: checked.version, id };
    if (features.options.choosesChanges && writesNumbers(id)) {
      return [{ title, kind, command: { title, command: REVIEW_CHANGES, arguments: [data] } }];
    }
    if (features.resolvesActions) return [{ title, kind, data }];
    const edit = editOf(checked, id, features);
    return edit ? [{ title, kind, edit }] : [];
  });
}

export function editOf(checked: Checked, id: RefactorId, features: ClientFeatures): CodeAction['edit'] {
  const view = viewOf(checked);
  const edits = view && refactorEdits(view, id);
  return edits && edits.length > 0 ? notedEdit(checked.document, checked.version, edits, features) : undefined;
}

export function serveResolve(connection: Connection, guard: Guard, checker: Checker, features: ClientFeatures): void {
  connection.onCodeActionResolve(
    guard.request(
      'code action',
      (action: CodeAction): CodeAction | ResponseError<void> => action,
      async (action, token) => {
        const data: Partial<ActionData> = action.data ?? {};
        if (typeof data.uri !== 'string' || !data.id) return action;
        const checked = await checker.check(data.uri, token);
        // Offered on another text than this: the client asks again.
        if (!checked || checked.version !== data.version) {
          return new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
        }
        const edit = editOf(checked, data.id, features);
        return edit ? { ...action, edit } : action;
      },
    ),
  );
}

/** Several findings of one rule that can be fixed safely: all of them at once. */
export function fixRuleActions(
  { document, version, result, settings }: Checked,
  found: Checked['shown'],
  features: ClientFeatures,
): CodeAction[] {
  if (!result) return [];
  return [...new Set([...found.keys()].map((problem) => problem.rule))].flatMap((rule) => {
    const { count, edits } = fixesOfRule(result, rule);
    if (count < 2) return [];
    const locale = settings.lint.locale ?? 'zh';
    const name = rules.find(({ meta }) => meta.id === rule)?.meta.title[locale] ?? rule;
    return [
      {
        title: say(locale, `修正全部 ${count} 处“${name}”`, `Fix all ${count} of “${name}”`),
        kind: CodeActionKind.QuickFix,
        diagnostics: [...found].flatMap(([problem, diagnostic]) => (problem.rule === rule ? diagnostic : [])),
        edit: workspaceEdit(document, version, edits, features),
      },
    ];
  });
}
