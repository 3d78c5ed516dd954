/**
 * Half-open UTF-16 offsets into the draft: the units of `TextDocument.positionAt`, so that no other conversion exists.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Names the document of a place in another document. */
export interface InDocument {
  /** The name under which the document was given: a file's path or address. Left out: the document at hand. */
  readonly document?: string | undefined;
}

export const isHere = ({ document }: InDocument): boolean => document === undefined;

/** Replaces the text of `span` by `newText`. An empty span inserts. */
export interface Edit extends InDocument {
  readonly span: Span;
  readonly newText: string;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const sliceOf = (text: string, { start, end }: Span): string => text.slice(start, end);

/** Whether two spans overlap or meet: a cursor at the end of a word touches the word, and some spans are empty. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether two edits touch the same characters or insert at the same place. */
const collide = (a: Edit, b: Edit): boolean => overlaps(a.span, b.span) || a.span.start === b.span.start;

/** The edits in text order, without those that overlap an earlier one: a later run finds them again. */
export function withoutCollisions(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const previous = kept.at(-1);
    if (previous && (collide(previous, edit) || edit.span.start < end)) continue;
    kept.push(edit);
    end = edit.span.end;
  }
  return kept;
}

/**
 * Applies edits to a text, without those that collide and those of other documents.
 * @returns the new text and how many edits took effect.
 */
export function applyEdits(text: string, edits: readonly Edit[]): { text: string; applied: number } {
  const kept = withoutCollisions(edits.filter(isHere));
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of kept) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), applied: kept.length };
}

/** The whole line (or lines) of a span, without the last line's break. */
export function linesOf(text: string, { start, end }: Span): Span {
  const before = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1));
  let to = end;
  while (to < text.length && text[to] !== '\n' && text[to] !== '\r') to++;
  return { start: start === 0 ? 0 : before + 1, end: to };
}
