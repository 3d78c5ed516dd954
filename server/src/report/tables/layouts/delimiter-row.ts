import { BLANK, classOf, ODD, PIPE } from '../../../text/characters.ts';
import type { Lines } from '../../lines/lines.ts';

/** `|---|:--:|` of GFM. A single dash counts between bare pipes only: ` - | - |` are cells that stand for nothing. */
const DELIMITER_ROW = /^\|?(?:\s*(?::?-{3,}:?|:-+:?|-+:)\s*(?:\||$))+$|^\|(?:-{1,2}\|)+$/;

export function isDelimiterRow(text: string, lines: Lines, index: number): boolean {
  if ((lines.chars(index) & PIPE) === 0) return false;
  const from = lines.from(index);
  const to = lines.to(index);
  for (let at = from; at < to; at++) {
    // Nearly every row says otherwise with its first character.
    const code = text.charCodeAt(at);
    if (code !== 0x7c && code !== 0x2d && code !== 0x3a && (classOf(code) & (BLANK | ODD)) === 0) return false;
  }
  return DELIMITER_ROW.test(text.slice(from, to));
}
