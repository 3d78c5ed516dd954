import { foldLabel } from '../text/fold.ts';
import { similarity } from '../text/similar.ts';
import { type Span, span } from '../text/span.ts';
import type { Match } from './align.ts';
import type { RawCell } from './cells/index.ts';
import type { Label } from './report.ts';
import type { Run } from './runs.ts';

const SIMILAR_ENOUGH = 0.7;
/** In a PDF's text a whole line of head cells is one piece; only the long note in the corner can be compared. */
const NEARLY_THE_SAME = 0.9;

/** The label of a matched row: the end of its run's labels, with the exact characters in the draft. */
export function rowLabel(text: string, match: Match, next: Run | undefined): Label {
  const { row, run, how, found } = match;
  const place = tailSpan(text, run, found.length);
  const split = found.length > (run.parts.at(-1)?.length ?? 0);
  const isSplit =
    (how === 'same' && split) || (how === 'truncated' && goesOn(match, next)) || (split && interleaved(match));
  return {
    span: place,
    raw: text.slice(place.start, place.end),
    expected: row.label,
    match: isSplit ? 'split' : how,
  };
}

/** The rest of a wrapped label stands after the numbers, as where a PDF centres them on the label's middle line. */
const goesOn = ({ row, found }: Match, next: Run | undefined): boolean =>
  next?.key.startsWith(foldLabel(row.label).slice(found.length)) === true;

/** In columns copied line by line, pieces of the merged label to the left (他处理) stand between those of the label. */
function interleaved({ row, run, found }: Match): boolean {
  const groups = (row.under ?? []).map(foldLabel);
  const isPiece = (part: string): boolean => groups.some((group) => group.startsWith(part) || group.endsWith(part));
  const own = run.parts.filter((part) => !isPiece(part)).join('');
  const label = foldLabel(row.label);
  const from = own.lastIndexOf(label.slice(0, 4));
  return from >= 0 && found.length > 4 && label.startsWith(own.slice(from));
}

/** The span of the last `length` folded characters of a run's labels. */
function tailSpan(text: string, { labels, parts }: Run, length: number): Span {
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
  return at;
}

/**
 * Head cells and merged group labels beside the wordings that the form prints there.
 * @param wrapping whether the layout breaks cells over lines, so that a piece of a label is no slip.
 * @returns those that are not the form's, in text order. Unknown texts (notes of the draft's own) are left alone.
 */
export function compareLabels(
  text: string,
  cells: readonly RawCell[],
  parts: readonly string[],
  expected: readonly string[],
  wrapping: boolean,
): Label[] {
  const wanted = new Map(expected.map((label) => [foldLabel(label), label]));
  const present = new Set(parts);
  const labels: Label[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    const part = parts[index];
    if (!cell || !part || wanted.has(part)) continue;
    if (wanted.has(part + (parts[index + 1] ?? ''))) {
      index++; // Broken over two cells: 总 / 计.
      continue;
    }
    const near = nearest(part, present, wanted, wrapping);
    if (near) labels.push({ span: span(cell.start, cell.end), raw: text.slice(cell.start, cell.end), ...near });
  }
  return labels;
}

function nearest(
  part: string,
  present: ReadonlySet<string>,
  wanted: ReadonlyMap<string, string>,
  wrapping: boolean,
): Pick<Label, 'expected' | 'match'> | undefined {
  let best: { label: string; score: number } | undefined;
  for (const [key, label] of wanted) {
    if (part.length >= 2 && key.startsWith(part)) {
      // 商业企 / … / 业 in a PDF: the rest of the label stands somewhere else in the head.
      if (wrapping || present.has(key.slice(part.length))) return undefined;
      return { expected: label, match: 'truncated' };
    }
    if (part.length >= 2 && key.endsWith(part)) return undefined;
    const score = part.length >= 3 ? similarity(part, key) : 0;
    if (score > (best?.score ?? 0)) best = { label, score };
  }
  return best && best.score >= (wrapping ? NEARLY_THE_SAME : SIMILAR_ENOUGH)
    ? { expected: best.label, match: 'differs' }
    : undefined;
}
