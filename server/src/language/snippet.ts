/** A piece of text to insert: as it is, or a hole that waits for its author with something in it. */
export type Piece = string | { readonly hole: string };

/** For clients without snippets. */
export const plainText = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.hole)).join('');

/** Holes with the same content are one hole: a year is filled in once. The cursor ends behind the text. */
export function snippetText(pieces: readonly Piece[]): string {
  const holes: string[] = [];
  const text = pieces.map((piece) => {
    if (typeof piece === 'string') return escapeSnippet(piece);
    const known = holes.indexOf(piece.hole);
    if (piece.hole !== '0' && known >= 0) return `\${${known + 1}}`;
    holes.push(piece.hole);
    return `\${${holes.length}:${escapeSnippet(piece.hole)}}`;
  });
  return text.join('');
}

const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
