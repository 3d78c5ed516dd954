import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Edit, Span } from '../text/span.ts';

export const toRange = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

/** Positions outside the text come back as its beginning or end. */
export const toSpan = (document: TextDocument, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
});

export const toTextEdit = (document: TextDocument, { span, newText }: Edit): TextEdit => ({
  range: toRange(document, span),
  newText,
});

/** Both ends count: the cursor stands behind a word as often as in it, and a blank cell is empty. */
export const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;
