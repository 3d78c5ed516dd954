import type { Edit, Span } from './span.ts';

/** A stretch of the first text that is still there, or newly written text. */
type Piece = Span | string;

const lengthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

const cut = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };

/** Applies edits (in order, without collisions) to a text given as pieces. */
function edited(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  const queue = [...pieces].reverse();
  let at = 0; // offset of the next piece in the text before these edits
  const copyUntil = (target: number, keep: boolean): void => {
    while (at < target) {
      const piece = queue.pop();
      if (piece === undefined) return;
      const room = Math.min(lengthOf(piece), target - at);
      if (keep) result.push(cut(piece, 0, room));
      if (room < lengthOf(piece)) queue.push(cut(piece, room, lengthOf(piece)));
      at += room;
    }
  };
  for (const { span, newText } of edits) {
    copyUntil(span.start, true);
    copyUntil(span.end, false);
    if (newText !== '') result.push(newText);
  }
  return [...result, ...queue.reverse()];
}

/** Whether the offset lies inside a surrogate pair. An editor would move an edit that starts there. */
const splitsPair = (text: string, offset: number): boolean => {
  const before = text.charCodeAt(offset - 1);
  return offset < text.length && before >= 0xd800 && before <= 0xdbff;
};

/** Trims what an edit writes back unchanged at its ends. */
function trimmed(original: string, { span, newText }: Edit): Edit {
  const old = original.slice(span.start, span.end);
  const shorter = Math.min(old.length, newText.length);
  let head = 0;
  while (head < shorter && old[head] === newText[head]) head++;
  if (splitsPair(old, head) || splitsPair(newText, head)) head--;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  if (splitsPair(old, old.length - tail) || splitsPair(newText, newText.length - tail)) tail--;
  return {
    span: { start: span.start + head, end: span.end - tail },
    newText: newText.slice(head, newText.length - tail),
  };
}

/**
 * Composes rounds of edits, each on the result of the round before, into one list of edits on the first text. Editors
 * want the smallest change: it keeps the cursor, the folding and the undo step in place.
 * @param rounds the edits of each round, in text order, without collisions.
 */
export function composeEdits(original: string, rounds: readonly (readonly Edit[])[]): Edit[] {
  const whole: Piece[] = [{ start: 0, end: original.length }];
  const pieces = rounds.reduce<readonly Piece[]>(edited, whole);
  const edits: Edit[] = [];
  let written = '';
  let at = 0;
  for (const piece of [...pieces, { start: original.length, end: original.length }]) {
    if (typeof piece === 'string') {
      written += piece;
      continue;
    }
    if (written !== '' || piece.start > at) {
      edits.push(trimmed(original, { span: { start: at, end: piece.start }, newText: written }));
      written = '';
    }
    at = piece.end;
  }
  return edits.filter(({ span, newText }) => span.start < span.end || newText !== '');
}
