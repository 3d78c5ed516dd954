import type { Wordings } from '../../forms/plan.ts';
import { isHighSurrogate } from '../../text/characters.ts';
import { foldLabel } from '../../text/fold.ts';
import { similarity } from '../../text/similar.ts';
import { type Span, span } from '../../text/span.ts';
import type { Label } from '../report.ts';
import type { PlacedMatch } from './align.ts';
import type { RawCell } from './layouts/index.ts';
import type { PlacedRun } from './runs.ts';

const SIMILAR_ENOUGH = 0.7;
/** In a PDF's text a whole line of head cells is one piece; only the long note in the corner can be compared. */
const NEARLY_THE_SAME = 0.9;

const ITEM = /^第.{1,4}条第.{1,4}项$/;

/** The label of a matched row: the end of its run's labels, with the exact characters in the draft. */
export function rowLabel(text: string, match: PlacedMatch, next: Pick<PlacedRun, 'key'> | undefined): Label {
  const { row, run, how, found } = match;
  const place = tailSpan(text, run, found.length);
  const split = found.length > (run.parts.at(-1)?.length ?? 0);
  const isSplit =
    (how === 'same' && split) || (how === 'truncated' && goesOn(match, next)) || (split && interleaved(match));
  return {
    span: place,
    raw: text.slice(place.start, place.end),
    expected: row.row.label,
    match: isSplit ? 'split' : how,
  };
}

/** The rest of a wrapped label stands after the numbers, as where a PDF centres them on the label's middle line. */
const goesOn = ({ row, found }: PlacedMatch, next: Pick<PlacedRun, 'key'> | undefined): boolean =>
  next?.key.startsWith(row.label.slice(found.length)) === true;

/** In columns copied line by line, pieces of the merged label to the left (他处理) stand between those of the label. */
function interleaved({ row, run, found }: PlacedMatch): boolean {
  const groups = [...row.groups.keys()];
  const isPiece = (part: string): boolean => groups.some((group) => group.startsWith(part) || group.endsWith(part));
  // A letter alone is one of the tall label's, whatever row it has come to stand in.
  if (
    run.parts
      .filter((part) => part.length > 1 && !isPiece(part))
      .join('')
      .endsWith(row.label)
  )
    return true;
  const own = run.parts.filter((part) => !isPiece(part)).join('');
  const from = own.lastIndexOf(row.label.slice(0, 4));
  return from >= 0 && found.length > 4 && row.label.startsWith(own.slice(from));
}

/** The span of the last `length` folded characters of a run's labels. */
function tailSpan(text: string, { labels, parts }: PlacedRun, length: number): Span {
  let left = length;
  let end = -1;
  for (let index = labels.length - 1; index >= 0; index--) {
    const cell = labels[index];
    const part = parts[index];
    if (!cell || part === undefined) break;
    if (end < 0) end = cell.end;
    if (part.length > left) return span(foldedEnd(text, cell, left), end);
    left -= part.length;
    if (left === 0) return span(cell.start, end);
  }
  return span(labels[0]?.start ?? 0, Math.max(end, 0));
}

/** Where the last `length` folded characters of one cell begin. */
function foldedEnd(text: string, cell: RawCell, length: number): number {
  let at = cell.end;
  for (let left = length; at > cell.start && left > 0; ) {
    at--;
    left -= foldLabel(text.charAt(at)).length;
  }
  return isHighSurrogate(text.charCodeAt(at - 1)) ? at - 1 : at;
}

/**
 * Head cells and merged group labels beside the wordings that the form prints there.
 * @param count so many of the run's labels are looked at.
 * @param wrapping whether the layout breaks cells over lines, so that a piece of a label is no slip.
 * @returns those that are not the form's, in text order. Unknown texts (notes of the draft's own) are left alone.
 */
export function compareLabels(
  text: string,
  { labels, parts }: PlacedRun,
  count: number,
  expected: Wordings,
  wrapping: boolean,
): Label[] {
  const found: Label[] = [];
  for (let index = 0; index < count; index++) {
    const cell = labels[index];
    const part = parts[index];
    if (!cell || !part || expected.has(part)) continue;
    const next = index + 1 < count ? (parts[index + 1] ?? '') : '';
    if (expected.has(part + next)) {
      index++; // Broken over two cells: 总 / 计.
      continue;
    }
    const near = nearest(part, parts.slice(0, count), expected, wrapping);
    if (near) found.push({ span: span(cell.start, cell.end), raw: text.slice(cell.start, cell.end), ...near });
  }
  return found;
}

function nearest(
  part: string,
  present: readonly string[],
  expected: Wordings,
  wrapping: boolean,
): Pick<Label, 'expected' | 'match'> | undefined {
  // An item of an article stands alone in its cell, whole.
  const enough = wrapping && !ITEM.test(part) ? NEARLY_THE_SAME : SIMILAR_ENOUGH;
  let best: { label: string; score: number } | undefined;
  for (const [key, label] of expected) {
    if (part.length >= 2 && key.startsWith(part)) {
      // 商业企 / … / 业 in a PDF: the rest of the label stands somewhere else in the head.
      if (wrapping || present.includes(key.slice(part.length))) return undefined;
      return { expected: label, match: 'truncated' };
    }
    if (part.length >= 2 && key.endsWith(part)) return undefined;
    const score = part.length >= 3 ? similarity(part, key, enough) : 0;
    if (score >= enough && score > (best?.score ?? 0)) best = { label, score };
  }
  return best && { expected: best.label, match: 'differs' };
}
