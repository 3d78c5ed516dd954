import type { WordDocument } from './document.ts';
import { ListNumbers } from './numbering.ts';
import { WordPackage } from './package.ts';
import { type Projection, project } from './projection.ts';
import { readDocument } from './read-document.ts';
import { type RefusalReason, Refused } from './refusal.ts';

export interface WordDraft extends Projection {
  readonly document: WordDocument;
  readonly parts: WordPackage;
}

/** More text than any report has; what is read must also be checked within seconds. */
const LONGEST_TEXT = 1_000_000;

/** Read a .docx. Never throws: what cannot be read is refused with a reason that a person can act on. */
export function readWord(bytes: Uint8Array): WordDraft | RefusalReason {
  try {
    const parts = WordPackage.open(bytes);
    const numbers = new ListNumbers(parts.text(parts.beside('numbering.xml')), parts.text(parts.beside('styles.xml')));
    const document = readDocument(parts.document, numbers);
    const projection = project(document);
    if (projection.text.length > LONGEST_TEXT) return 'too-large';
    return { ...projection, document, parts };
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    return 'damaged';
  }
}
