import { type Form, formsFact } from '../../forms/index.ts';
import { beforeBlanks } from '../../text/characters.ts';
import { charsIn, Lines, splitLines } from './lines.ts';

/** No paragraph of a report is this long and contains three of its headings. */
const LONG_LINE = 600;
const FEWEST_HEADINGS = 3;
/** A heading is followed by its text or the next heading; in a sentence that lists all headings, by a mark. */
const SHORTEST_SECTION = 8;

const headingsOf = formsFact((forms) => {
  const names = forms.flatMap(({ sections }) =>
    sections.map(
      ({ ordinal, title, aliases }) =>
        `${ordinal}[、.．]\\s?(?:${[title, ...aliases].sort((a, b) => b.length - a.length).join('|')})`,
    ),
  );
  return new RegExp([...new Set(names)].join('|'), 'g');
});

/** A title that is followed by text without a line break. */
const TITLE = /^[^。；|]{4,48}?政府信息公开(?:工作)?年度报告(?:[（(]20\d\d年?度?[）)])?(?=[^年》〉”的编和及])/;

/**
 * The lines of a draft. Copied from some pages and mails it has no line breaks at all; it is read as if its title and
 * its headings stood on lines of their own.
 */
export function draftLines(text: string, forms: readonly Form[]): Lines {
  const lines = splitLines(text);
  let cut: Lines | undefined;
  for (let index = 0; index < lines.length; index++) {
    const { start, end, from, to } = lines.at(index);
    const places = to - from > LONG_LINE ? cutsIn(text, from, to, forms) : [];
    if (places.length > 0 && !cut) {
      cut = Lines.withRoom(lines.length + places.length + 1);
      cut.take(lines, 0, index, 0);
    }
    if (places.length > 0 && cut) addParts(text, cut, [start, ...places, end]);
    else cut?.add(start, end, from, to, lines.chars(index));
  }
  return cut ?? lines;
}

function cutsIn(text: string, from: number, to: number, forms: readonly Form[]): number[] {
  const line = text.slice(from, to);
  const all = [...line.matchAll(headingsOf(forms))];
  const headings = all.filter(({ index, 0: heading }, at) => {
    const next = all[at + 1]?.index ?? line.length;
    const behind = next - index - heading.length;
    return behind === 0 || behind >= SHORTEST_SECTION;
  });
  if (headings.length < FEWEST_HEADINGS) return [];
  const title = TITLE.exec(line)?.[0].length;
  const places = headings.flatMap(({ index, 0: heading }) => [index, index + heading.length]);
  return [...(title === undefined ? [] : [title]), ...places]
    .map((at) => from + at)
    .filter((at) => at > from && at < to);
}

function addParts(text: string, lines: Lines, bounds: readonly number[]): void {
  for (const [index, start] of bounds.slice(0, -1).entries()) {
    const end = bounds[index + 1] ?? start;
    const from = start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0);
    const to = beforeBlanks(text, Math.min(from, end), end);
    lines.add(start, end, Math.min(from, end), to, charsIn(text, Math.min(from, end), to));
  }
}
