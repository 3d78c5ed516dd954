import { BLANK, DIGIT, ODD, PIPE, TAB } from '../../../text/characters.ts';
import { endsAtPipes, type Lines } from '../../lines/lines.ts';
import { isDelimiterRow } from './delimiter-row.ts';
import { OPEN_CELL } from './open-cell.ts';
import { numbersAtEnd } from './row-end.ts';

/** Three numbers in a line: no layout with one cell a line has that. */
const NUMBER_ROW = 3;
/** This many blanks before a number keep it in its column. */
const COLUMN_GAP = 3;
/** Anchored, so that a long cell is examined once. */
const TWO_FIELDS = /^[|\s]*[^|\s][^|]*\|[|\s]*[^|\s]/;
const STARTS_WITH_DIGIT = /^\d[\d.]*\s/;
/** What stands where a number goes: a number is still to come, or there is none. */
const NO_NUMBER = new RegExp(`(?<=\\s)(?:${OPEN_CELL}|[/／－—-])(?=\\s|$)`, 'g');
const LONE_PIPES = /^\|[|\s]*$/;

/** What a stretch of table lines looks like: the numbers by which layouts tell whether it is theirs. */
export interface Survey {
  readonly text: string;
  readonly lines: Lines;
  /** What only one layout has. Nothing is counted from there on. */
  readonly sign: 'pipe-run' | 'delimiter-row' | undefined;
  /** Lines that hold anything. */
  readonly filled: number;
  /** Lines with a pipe. */
  readonly piped: number;
  /** Of these, with text on both sides of one. */
  readonly pipedRows: number;
  /** Of these, with nothing but pipes. */
  readonly lonePipes: number;
  /** Lines without pipes, but with a tab. */
  readonly tabbedRows: number;
  /** Lines with neither that end in three numbers or more. */
  readonly numberRows: number;
  /** Such lines with fewer numbers, separated by blanks from each other or from a label. */
  readonly spacedRows: number;
  /** Such lines with a wide gap before the last number. */
  readonly columns: number;
}

/** One pass over the lines. */
export function survey(text: string, lines: Lines): Survey {
  const seen = {
    filled: 0,
    piped: 0,
    pipedRows: 0,
    lonePipes: 0,
    tabbedRows: 0,
    numberRows: 0,
    spacedRows: 0,
    columns: 0,
  };
  for (let index = 0; index < lines.length; index++) {
    if (lines.isEmpty(index)) continue;
    seen.filled++;
    if (endsAtPipes(text, lines, index)) return { text, lines, sign: 'pipe-run', ...seen };
    const chars = lines.chars(index);
    if ((chars & (PIPE | BLANK | ODD)) === 0) continue;
    const raw = text.slice(lines.from(index), lines.to(index));
    if (chars & PIPE) {
      if (isDelimiterRow(text, lines, index)) return { text, lines, sign: 'delimiter-row', ...seen };
      seen.piped++;
      if (LONE_PIPES.test(raw)) seen.lonePipes++;
      else if (TWO_FIELDS.test(raw)) seen.pipedRows++;
    } else if (chars & TAB) seen.tabbedRows++;
    else if ((chars & DIGIT) !== 0 || raw.endsWith(OPEN_CELL)) {
      const said = raw.replace(NO_NUMBER, '0');
      const { numbers, gap } = numbersAtEnd(said);
      // The first number of a line has no blank before it.
      if (numbers + Number(STARTS_WITH_DIGIT.test(said)) >= NUMBER_ROW) seen.numberRows++;
      else if (/[0-9０-９]\s+[0-9０-９]/.test(said) || /[^\s\d]\s+\d[\d.]*$/.test(said)) seen.spacedRows++;
      if (gap >= COLUMN_GAP) seen.columns++;
    }
  }
  return { text, lines, sign: undefined, ...seen };
}
