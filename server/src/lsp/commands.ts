import type { Connection, ExecuteCommandParams } from 'vscode-languageserver';
import { tableFixes } from '../language/code-lens.ts';
import { refactorEdits } from '../language/refactor.ts';
import { type Checker, viewOf } from './checker.ts';
import type { WriteContext } from './config-edit.ts';
import type { Guard } from './guard.ts';
import { ignoreEdit } from './ignore.ts';
import { nameBodyEdit } from './name-body.ts';
import { ALLOW_TERM, CHECK_LARGE, FIX_TABLE, IGNORE, NAME_BODY, REVIEW_CHANGES } from './protocol.ts';
import { actionData } from './refactor-actions.ts';
import { reviewChanges } from './review-changes.ts';

export interface CommandContext {
  readonly checker: Checker;
  readonly allowTerm: (uri: string, term: string) => void;
  /** @returns false when it is no text that waits to be asked for. */
  readonly checkLarge: (uri: string) => boolean;
  /** As it is when the command comes. */
  readonly write: () => WriteContext;
}

const textIn = (argument: unknown, key: string): string | undefined => {
  const value: unknown = typeof argument === 'object' && argument !== null ? Reflect.get(argument, key) : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** The server's own commands. One with wrong arguments does nothing and answers null. */
export function serveCommands(connection: Connection, guard: Guard, context: CommandContext): void {
  /** @returns was it written? A finding that has gone meanwhile, or a file that was changed, is left alone. */
  async function ignore(uri: string, fingerprint: string, reason: string): Promise<boolean> {
    const checked = await context.checker.check(uri);
    const problem = checked?.result?.problems.find((each) => each.fingerprint === fingerprint);
    const edit = checked && problem && ignoreEdit(checked, problem, reason, context.write());
    return edit !== undefined && (await connection.workspace.applyEdit(edit)).applied;
  }

  async function nameBody(uri: string, name: string): Promise<boolean> {
    const checked = await context.checker.check(uri);
    const edit = checked && nameBodyEdit(checked, name, context.write().features);
    return edit !== undefined && (await connection.workspace.applyEdit(edit)).applied;
  }

  /** Answers with what stands in the table now, which may be another text than the lens was drawn on. */
  async function fixTable(uri: string, id: string): Promise<boolean> {
    const checked = await context.checker.check(uri);
    const table = Object.values(checked?.report?.tables ?? {}).find((each) => each.id === id);
    if (!checked?.result || !table) return false;
    return reviewChanges(connection, context.write().features, checked, tableFixes(checked.result, table));
  }

  async function refactor(argument: unknown): Promise<boolean | null> {
    const data = actionData(argument);
    const checked = data && (await context.checker.check(data.uri));
    const view = checked && viewOf(checked);
    if (!view) return null;
    return reviewChanges(connection, context.write().features, checked, refactorEdits(view, data.id) ?? []);
  }

  connection.onExecuteCommand(
    guard.request(
      'command',
      (): boolean | null => null,
      async ({ command, arguments: [argument] = [] }: ExecuteCommandParams) => {
        const uri = textIn(argument, 'uri');
        if (uri === undefined) return null;
        if (command === REVIEW_CHANGES) return refactor(argument);
        if (command === CHECK_LARGE) return context.checkLarge(uri);
        const term = textIn(argument, 'term');
        if (command === ALLOW_TERM && term !== undefined) context.allowTerm(uri, term);
        const table = textIn(argument, 'table');
        if (command === FIX_TABLE && table !== undefined) return fixTable(uri, table);
        const name = textIn(argument, 'name');
        if (command === NAME_BODY && name !== undefined) return nameBody(uri, name);
        const fingerprint = textIn(argument, 'fingerprint');
        const reason = textIn(argument, 'reason');
        if (command !== IGNORE || fingerprint === undefined || reason === undefined) return null;
        return ignore(uri, fingerprint, reason);
      },
    ),
  );
}
