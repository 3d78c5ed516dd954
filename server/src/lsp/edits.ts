import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  CreateFile,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Edit } from '../text/span.ts';
import { isHere } from '../text/span.ts';
import type { ClientFeatures } from './client-features.ts';
import { toTextEdit } from './ranges.ts';

/**
 * Edits on one document. They name its version, so that a client refuses them when the document has changed since.
 * @param version null for a file that is not open.
 */
export function workspaceEdit(
  document: TextDocument,
  version: number | null,
  edits: readonly Edit[],
  { versionedEdits }: Pick<ClientFeatures, 'versionedEdits'>,
): WorkspaceEdit {
  const textEdits = edits.filter(isHere).map((edit) => toTextEdit(document, edit));
  if (!versionedEdits) return { changes: { [document.uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version }, edits: textEdits }] };
}

/** Edits that say what they write: a client that can shows each of them and waits for a yes. */
export function notedEdit(
  document: TextDocument,
  version: number,
  edits: readonly (Edit & { readonly note?: string })[],
  features: Pick<ClientFeatures, 'versionedEdits' | 'annotatedEdits'>,
): WorkspaceEdit {
  if (!features.annotatedEdits || edits.every(({ note }) => note === undefined)) {
    return workspaceEdit(document, version, edits, features);
  }
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const textEdits = edits.map((edit, index): TextEdit | AnnotatedTextEdit => {
    if (edit.note === undefined) return toTextEdit(document, edit);
    const annotationId = `n${index}`;
    changeAnnotations[annotationId] = { label: edit.note, needsConfirmation: true };
    return { ...toTextEdit(document, edit), annotationId };
  });
  return { changeAnnotations, documentChanges: [{ textDocument: { uri: document.uri, version }, edits: textEdits }] };
}

/** A new file with a text. The client refuses it when a file of that name has come to be there meanwhile. */
export function newFileEdit(uri: string, text: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  const insert: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start, end: start }, newText: text }],
  };
  return { documentChanges: [CreateFile.create(uri, { ignoreIfExists: false, overwrite: false }), insert] };
}
