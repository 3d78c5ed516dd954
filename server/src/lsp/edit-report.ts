import type { Connection } from 'vscode-languageserver';
import { cellsEntered, fixChosen, tableFilled } from '../language/view-edits.ts';
import type { Edit } from '../text/span.ts';
import type { Checked, Checker } from './checker.ts';
import type { ClientFeatures } from './client-features.ts';
import { workspaceEdit } from './edits.ts';
import type { Guard } from './guard.ts';
import { EDIT_REPORT, type EditReportParams, type EditReportResult, type ViewEdit } from './protocol.ts';

/** Somebody may type in the text at the same time; who types without a pause for so long is not written over. */
const MOST_TRIES = 5;

const DONE: EditReportResult = {};
const GONE: EditReportResult = { refused: 'gone' };

/** Edits of the draft that are made in the view. */
export function serveEdits(connection: Connection, guard: Guard, checker: Checker, features: ClientFeatures): void {
  async function edit({ uri, edit }: EditReportParams): Promise<EditReportResult> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const checked = await checker.check(uri);
      const answer = checked ? editsFor(checked, edit) : GONE;
      if (!('edits' in answer)) return answer;
      if (!checked || answer.edits.length === 0) return DONE;
      const made = workspaceEdit(checked.document, checked.version, answer.edits, features);
      if ((await connection.workspace.applyEdit(made)).applied) return DONE;
    }
    return { refused: 'changed' };
  }

  connection.onRequest(
    EDIT_REPORT,
    guard.request('edit in the view', (): EditReportResult => GONE, edit),
  );
}

type Answer = EditReportResult | { readonly edits: readonly Edit[] };

function editsFor({ report, result, settings }: Checked, edit: ViewEdit): Answer {
  if (!report || !result) return GONE;
  if ('cells' in edit) return cellsEntered(report, edit.cells);
  const edits =
    'fill' in edit
      ? tableFilled(report, edit.table, edit.fill, settings.lint.locale ?? 'zh')
      : fixChosen(result, edit.fingerprint, edit.fix);
  return edits ? { edits } : GONE;
}
