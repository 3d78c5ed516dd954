/** Half-open UTF-16 offsets into the draft: the units of `TextDocument.positionAt`, so no other conversion exists. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replace the text of `span` by `newText`. An empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const sliceOf = (text: string, { start, end }: Span): string => text.slice(start, end);

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Do two edits touch the same characters, or insert at the same place? */
const collide = (a: Edit, b: Edit): boolean => overlaps(a.span, b.span) || a.span.start === b.span.start;

/**
 * Apply edits to a text. Edits that overlap an earlier one (in text order) are left out: a later run finds them again.
 * @returns the new text and how many edits took effect.
 */
export function applyEdits(text: string, edits: readonly Edit[]): { text: string; applied: number } {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let at = 0;
  let applied = 0;
  let previous: Edit | undefined;
  for (const edit of sorted) {
    if (previous && (collide(previous, edit) || edit.span.start < at)) continue;
    parts.push(text.slice(at, edit.span.start), edit.newText);
    at = edit.span.end;
    applied++;
    previous = edit;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), applied };
}
