import { isHighSurrogate, isLowSurrogate } from '../../text/characters.ts';
import { countWhile } from '../../text/ordered.ts';
import { type Span, span } from '../../text/span.ts';
import type { Piece, Prose } from '../report.ts';

/** The draft's span of `text.slice(start, end)` of a paragraph. */
export function spanIn(paragraph: Prose, start: number, end: number): Span {
  const { pieces } = paragraph;
  if (pieces.length === 0) return span(paragraph.span.start + start, paragraph.span.start + end);
  const from = startIn(paragraph, start);
  return span(from, end > start ? Math.max(from, endIn(paragraph, end - 1)) : from);
}

/** The draft's span of a paragraph's first characters, at most `length`, none of them halved. */
export function spanOfHead(paragraph: Prose, length: number): Span {
  const { text } = paragraph;
  const end = Math.min(length, text.length);
  const halves = isHighSurrogate(text.charCodeAt(end - 1)) && isLowSurrogate(text.charCodeAt(end));
  return spanIn(paragraph, 0, halves ? end - 1 : end);
}

/** Where the character at an offset of the paragraph begins in the draft; behind the last one the paragraph ends. */
function startIn({ pieces, text, span: whole }: Prose, at: number): number {
  const index = pieceAt(pieces, at);
  const piece = pieces[index];
  if (!piece || at >= text.length) return whole.end;
  return isVerbatim(pieces, index, text.length) ? piece.start + at - piece.at : piece.start;
}

/** Where it ends. */
function endIn({ pieces, text, span: whole }: Prose, at: number): number {
  const index = pieceAt(pieces, at);
  const piece = pieces[index];
  if (!piece || at >= text.length) return whole.end;
  return isVerbatim(pieces, index, text.length) ? piece.start + at - piece.at + 1 : piece.end;
}

const pieceAt = (pieces: readonly Piece[], at: number): number =>
  countWhile(pieces.length, (index) => (pieces[index]?.at ?? 0) <= at) - 1;

/**
 * Whether the piece is as long in the draft as in the paragraph. An HTML entity is longer than the character it stands
 * for.
 */
function isVerbatim(pieces: readonly Piece[], index: number, length: number): boolean {
  const piece = pieces[index];
  return piece !== undefined && (pieces[index + 1]?.at ?? length) - piece.at === piece.end - piece.start;
}
