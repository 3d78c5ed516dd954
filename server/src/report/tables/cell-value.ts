import type { CellId, CellKind, FormColumn, FormRow } from '../../forms/index.ts';
import { isWhole, isWholeNumber, parseDecimal, whole } from '../../text/decimal.ts';
import { fold } from '../../text/fold.ts';
import { MEASURES } from '../../text/measures.ts';
import { span } from '../../text/span.ts';
import type { Cell, CellValue } from '../report.ts';
import { type RawCell, shownText } from './layouts/cells.ts';
import { isOpen, isPlaceholder } from './layouts/layout.ts';

/** What stands in a place of the table. */
export function toCell(text: string, id: CellId, row: FormRow, column: FormColumn, place: RawCell): Cell {
  const { start, end } = place;
  const raw = text.slice(start, end);
  const shown = shownText(text, place);
  const { value, suffix } = place.kind === 'blank' ? BLANK : readValue(shown, column.kind);
  return { id, row, column, span: span(start, end), raw, value, suffix };
}

interface ReadValue {
  readonly value: CellValue;
  /** What follows the number. */
  readonly suffix: string | undefined;
}

const read = (value: CellValue, suffix?: string): ReadValue => ({ value, suffix });

const BLANK = read('blank');
const PLACEHOLDER = read('placeholder');
const NO_NUMBER = read('not-a-number');
/** What nearly every cell holds. */
const DIGITS: readonly ReadValue[] = Array.from({ length: 10 }, (_, units) => read(whole(units)));

/** A number, then perhaps a unit or a note: 297万元, 22（其中修订16件）, +123, 96171.6. */
const NUMBER = /^([+-]?[\d,]+(?:\.\d+)?)(.*)$/;

/** 12 86: one number that was typed apart, or two. */
const PARTED = /[\d０-９][^\S\r\n]+[\d０-９]/;
/** 00, 012: no count is written so. */
const LEADING_ZERO = /^0\d/;
/** What may follow a number: a unit, a note in brackets or in words. 0x1F, 0% and 0? are no numbers. */
const SUFFIX = new RegExp(
  `^(?:[万亿]?元|[${MEASURES}家本])?(?:[((（【［].*|[，,;；]?(?:其中|含|包括|不含|均为|全部).*)?$`,
);

/** 128.6.0, 7. */
const MARKS_ONLY = /^[\d.,:;、。]+$/;

/** Counts are whole numbers: 2.5 件 is no number here. */
function readValue(shown: string, kind: CellKind): ReadValue {
  if (isWholeNumber(shown)) {
    if (shown.length === 1) return digit(shown);
    return LEADING_ZERO.test(shown) ? NO_NUMBER : toNumber(shown, '', kind);
  }
  if (isPlaceholder(shown)) return PLACEHOLDER;
  if (isOpen(shown)) return BLANK;
  if (PARTED.test(shown)) return NO_NUMBER;
  const [, digits = '', suffix = ''] = NUMBER.exec(fold(shown).replace('−', '-')) ?? [];
  return toNumber(digits, suffix, kind);
}

const digit = (shown: string): ReadValue => DIGITS[shown.charCodeAt(0) - 0x30] ?? NO_NUMBER;

function toNumber(digits: string, suffix: string, kind: CellKind): ReadValue {
  const isPlain = SUFFIX.test(suffix) && !MARKS_ONLY.test(suffix) && !LEADING_ZERO.test(digits);
  const number = isPlain ? parseDecimal(digits) : undefined;
  if (!number || (kind !== 'amount' && !isWhole(number))) return NO_NUMBER;
  return read(number, suffix === '' ? undefined : suffix);
}
