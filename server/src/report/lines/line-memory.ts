import { changeBetween } from '../../text/change.ts';
import { Lines, splitLine, splitLines } from './lines.ts';

/** The lines of a draft's last version, of which the next has nearly all, wherever they stand in it. */
export class LineMemory {
  #text = '';
  #lines: Lines | undefined;

  of(text: string): Lines {
    const lines = this.#lines ? splitAgain(text, this.#text, this.#lines) : splitLines(text);
    this.#text = text;
    this.#lines = lines;
    return lines;
  }
}

/**
 * What stands before the line of the first change and after the line of the last one is taken over with its verdicts.
 * A line feed ends a line whatever stands before it, so lines are told apart by line feeds alone.
 */
function splitAgain(text: string, before: string, known: Lines): Lines {
  const change = changeBetween(before, text);
  if (!change) return known;
  const { start, end, grown: moved } = change;
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end + moved);
  const to = feed < 0 ? text.length + 1 : feed + 1;
  const first = known.firstFrom(from);
  const rest = known.firstFrom(to - moved);
  const lines = Lines.withRoom(first + (known.length - rest) + SOME_LINES);
  lines.take(known, 0, first, 0);
  for (let at = from; at < to; ) at = splitLine(text, at, lines);
  lines.take(known, rest, known.length, moved);
  return lines;
}

/** An edit changes one line or two. */
const SOME_LINES = 8;
