import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { say } from '../language/words.ts';
import type { Edit } from '../text/span.ts';
import type { Checked } from './checker.ts';
import type { ClientFeatures } from './client-features.ts';
import { notedEdit, workspaceEdit } from './edits.ts';
import { CHOOSE_CHANGES, type ChooseChangesParams, type ChooseChangesResult } from './protocol.ts';

/**
 * Shows changes that write numbers, each named by its cell and all of them chosen, and makes those that are confirmed.
 * A client that cannot ask is sent all of them as an edit whose parts wait for a yes.
 * @returns was anything written?
 */
export async function reviewChanges(
  connection: Connection,
  features: ClientFeatures,
  { document, version, settings }: Checked,
  edits: readonly (Edit & { readonly note?: string })[],
): Promise<boolean> {
  if (edits.length === 0) return false;
  if (features.options.choosesChanges !== true) {
    return (await connection.workspace.applyEdit(notedEdit(document, version, edits, features))).applied;
  }
  const params: ChooseChangesParams = { changes: edits.map(({ note = '' }) => note) };
  const chosen = await connection.sendRequest<ChooseChangesResult>(CHOOSE_CHANGES, params);
  if (!chosen || chosen.length === 0) return false;
  const wanted = edits.filter((_, index) => chosen.includes(index));
  const isSame = document.version === version;
  const edit = workspaceEdit(document, version, wanted, features);
  if (isSame && (await connection.workspace.applyEdit(edit)).applied) return true;
  const locale = settings.lint.locale ?? 'zh';
  const message = say(
    locale,
    '没有写入：文稿在此期间已改动，请再试一次。',
    'Nothing was written: the text has changed meanwhile. Please try again.',
  );
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  return false;
}
