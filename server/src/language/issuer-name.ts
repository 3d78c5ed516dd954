import { partsOfName } from '../report/issuer.ts';
import type { Report } from '../report/report.ts';
import { type Span, span } from '../text/span.ts';

/** The issuer's name and its place's name, wherever they stand in the text. */

/** A place of a name; its pieces are separated where the draft breaks the line in the middle of it. */
export interface NamePlace {
  readonly span: Span;
  readonly pieces: readonly Span[];
}

export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** Blanks that a hard wrap or a title over several lines puts between two characters. */
const GAP = '[\\s\\u3000]{0,6}';

const escaped = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

export function nameSpans({ text }: Report, name: string): NamePlace[] {
  const characters = [...name];
  if (characters.length < 2) return [];
  const pattern = new RegExp(characters.map(escaped).join(GAP), 'g');
  return [...text.matchAll(pattern)].map((match) => ({
    span: span(match.index, match.index + match[0].length),
    pieces: [...match[0].matchAll(/[^\s\u3000]+/g)].map((piece) => {
      const start = match.index + piece.index;
      return span(start, start + piece[0].length);
    }),
  }));
}

/** The whole name where the whole name stands, else the place's name: 青溪县 in 青溪县门户网站. */
export function nameAt(report: Report, offset: number): Name | undefined {
  const whole = report.issuer?.name;
  if (!whole) return undefined;
  const { place } = partsOfName(whole);
  for (const text of place.length >= 2 && place !== whole ? [whole, place] : [whole]) {
    const found = nameSpans(report, text).find((each) => each.span.start <= offset && offset <= each.span.end);
    if (found) return { text, span: found.span };
  }
  return undefined;
}
