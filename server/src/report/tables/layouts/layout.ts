import type { Grid } from '../../../forms/grid.ts';
import { isHan } from '../../../text/characters.ts';
import { isWholeNumber } from '../../../text/decimal.ts';
import { CASE_MEASURES } from '../../../text/measures.ts';
import { ONE_TO_TEN } from '../../../text/ordinals.ts';
import type { Lines } from '../../lines/lines.ts';
import type { Cells } from './cells.ts';
import type { Survey } from './survey.ts';

/**
 * A layout: how to recognise it, how to read its cells, how to write a table that looks like it, and what else depends
 * on it. One file a layout; `index.ts` lists them.
 */
export interface Layout<Id extends string = string> {
  readonly id: Id;
  /**
   * The name under which a table can be converted to it. Left out for layouts that a paste has damaged: they are read,
   * not offered.
   */
  readonly offered?: { readonly zh: string; readonly en: string };
  /** A row is one line: what follows a value in its line is a value too, and an empty line ends nothing. */
  readonly rowALine: boolean;
  /** A cell may be broken over several lines. */
  readonly wraps: boolean;
  /** An empty cell leaves a trace. Where it leaves none, blanks part the cells. */
  readonly showsBlanks: boolean;
  /** The places that a merged cell covers are written as empty cells. */
  readonly showsMerged: boolean;
  /** The table is tags, read as the text that they show: its line ends and blanks say nothing. */
  readonly markup: boolean;
  /** The format of texts (report/source) that writes its tables so. Left out where plain text does. */
  readonly format?: 'markdown' | 'html';
  /** An empty line has to stand before and after the table. */
  readonly standsApart: boolean;
  /** Whether lines look like this layout. The layouts are asked in the order of their list. */
  fits(seen: Survey): boolean;
  /** Cells in reading order. `lines` are a table's lines without prose and page numbers. */
  read(text: string, lines: Lines): Cells;
  /** What parts two value cells of a row. */
  readonly between: string;
  /** Lines without line breaks. */
  write(grid: Grid): string[];
  /** Rows for a table that is there already; left out where a table is nothing but its rows. */
  writeRows?(grid: Grid): string[];
  /**
   * The lines of a table with other blanks around their cells, one for each. Left out where blanks say something
   * (columns of a PDF), or where the table is damaged so that nothing in it is sure.
   */
  tidy?(lines: readonly string[]): string[];
}

/** Keeps the id as a type, so that the list of layouts tells which ids there are. */
export const defineLayout = <const Id extends string>(layout: Layout<Id>): Layout<Id> => layout;

const PLACEHOLDER = /^(?:[/／\-—–－―─]{1,3}|无|[×xX]|[nN]\/[aA])$/;
const NUMBERED_LABEL = /^\d{1,2}\s?[、.．](?!\d)/;
const STARTS_WITH_DIGIT = /^[+\-−－]?[0-9０-９]/;
/** 零, 两件, O, l0, ?: what somebody wrote where a number goes. 正、 or 业 alone is a piece of a wrapped label. */
const NON_NUMBER = new RegExp(
  `^(?:[减增加负]\\s?[\\d０-９]{1,9}|[零〇一二两三四五六七八九十百]{1,4}[${CASE_MEASURES}]?|[A-Za-z?？*＊]{1,3}|暂无|[待未]填写?|[零壹贰叁肆伍陆柒捌玖拾佰仟万]{1,9}|` +
    `(?:大?约|近|超过?|不足|至少)\\s?[\\d０-９]{1,9}[余多]?[${CASE_MEASURES}]?)$`,
);
/** The ordinals of a label printed one character a line: 三 / 、 / 本 / 年. */
const VERTICAL = new RegExp(`^[${ONE_TO_TEN}]$`);

/** 七, 7.: the ordinal of a label, or a number that was written otherwise than in digits. Where it stands tells. */
const ORDINAL_OR_NUMBER = new RegExp(`^(?:[${ONE_TO_TEN}]|\\d{1,4}\\s?[、.．])$`);

export const mayStandForNumber = (cell: string): boolean => ORDINAL_OR_NUMBER.test(cell);

const OPEN = /^[待未]填写?$/;

/** Whether a cell says that its number is still to come. */
export const isOpen = (text: string): boolean => OPEN.test(text);

export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);

/** Whether the text of a non-blank cell is a label or stands in a number's place. */
export function kindOf(cell: string): 'label' | 'value' {
  if (STARTS_WITH_DIGIT.test(cell)) return NUMBERED_LABEL.test(cell) ? 'label' : 'value';
  if (PLACEHOLDER.test(cell)) return 'value';
  return NON_NUMBER.test(cell) && !VERTICAL.test(cell) ? 'value' : 'label';
}

/** The Chinese characters with which a value may begin. */
const MAY_BEGIN_VALUE = '减增加负零一二两三四五六七八九十百千暂待未无壹贰叁肆伍陆柒捌玖拾大约近超不至';

/** `kindOf` a stretch of a text. Nearly every cell is a digit or begins with a character of a name. */
export function kindAt(text: string, start: number, end: number): 'label' | 'value' {
  const first = text.charCodeAt(start);
  if (isHan(first)) {
    if (!MAY_BEGIN_VALUE.includes(text.charAt(start))) return 'label';
  } else if (isWholeNumber(text, start, end)) return 'value';
  return kindOf(text.slice(start, end));
}
