import { applyEdits, type Edit } from '../../text/span.ts';
import { readWord, type WordDraft } from '../word.ts';
import { reviewWord } from './review.ts';

/** Why a text cannot be written back: lines were added or taken away, or what was changed Word works out itself. */
export type WriteBackRefusal = 'lines' | 'fixed';

/**
 * Write a text that was changed back into the document that it was read from. All or nothing: what cannot be written as
 * it stands is refused.
 * @param changes `track`: as revisions of this program; `accept`: at once.
 * @param date ISO 8601, to the second.
 */
export function writeBack(
  draft: WordDraft,
  text: string,
  changes: 'track' | 'accept',
  date: string,
): Uint8Array | WriteBackRefusal {
  const edits = editsBetween(draft.text, text);
  if (!edits) return 'lines';
  const { bytes, left } = reviewWord(draft, { remarks: [], edits, changes, date });
  if (left > 0) return 'fixed';
  const written = readWord(bytes);
  return typeof written !== 'string' && written.text === applyEdits(draft.text, edits).text ? bytes : 'fixed';
}

/** The changes of one text to another with as many lines, cell by cell; blank lines at the end count for nothing. */
export function editsBetween(before: string, after: string): Edit[] | undefined {
  const old = before.replace(/\n+$/, '').split('\n');
  const now = after.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  if (old.length !== now.length) return undefined;
  const edits: Edit[] = [];
  let at = 0;
  for (const [index, line] of old.entries()) {
    const own = now[index] ?? '';
    if (line !== own) {
      const cells = line.split('\t');
      const written = own.split('\t');
      if (cells.length !== written.length) return undefined;
      let from = at;
      for (const [column, cell] of cells.entries()) {
        edits.push(...changesOf(cell, written[column] ?? '', from));
        from += cell.length + 1;
      }
    }
    at += line.length + 1;
  }
  return edits;
}

/** A table of lengths of so many places is worth what it tells: two changes in a paragraph stay two. */
const MOST_PLACES = 4_000_000;

function changesOf(before: string, after: string, offset: number): Edit[] {
  if (before === after) return [];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  // A character of two units is changed as a whole.
  if (/[\ud800-\udbff]/.test(before.charAt(start - 1))) start--;
  if (/[\udc00-\udfff]/.test(before.charAt(before.length - end))) end--;
  const old = [...before.slice(start, before.length - end)];
  const now = [...after.slice(start, after.length - end)];
  if (old.length * now.length > MOST_PLACES) {
    const span = { start: offset + start, end: offset + before.length - end };
    return [{ span, newText: now.join('') }];
  }
  return scriptOf(old, now, offset + start);
}

/** The shortest script of deletions and insertions. */
function scriptOf(old: readonly string[], now: readonly string[], offset: number): Edit[] {
  const longest = commonLengths(old, now);
  const edits: Edit[] = [];
  let [row, column, place] = [0, 0, offset];
  const isCommon = (): boolean => row < old.length && old[row] === now[column];
  while (row < old.length || column < now.length) {
    const start = place;
    let newText = '';
    while (!isCommon() && (row < old.length || column < now.length)) {
      const inserts = row === old.length || longest(row, column + 1) > longest(row + 1, column);
      if (inserts && column < now.length) newText += now[column++];
      else place += old[row++]?.length ?? 0;
    }
    if (place > start || newText !== '') edits.push({ span: { start, end: place }, newText });
    while (isCommon()) {
      place += old[row++]?.length ?? 0;
      column++;
    }
  }
  return edits;
}

/** @returns how long the longest common subsequence is of what is left from two places on. */
function commonLengths(old: readonly string[], now: readonly string[]): (row: number, column: number) => number {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return at;
}
