import type { CellKind } from '../forms/index.ts';
import { type Decimal, isWhole, parseDecimal } from '../text/decimal.ts';
import { fold } from '../text/fold.ts';
import { isPlaceholder, type RawCell, shownText } from './cells/layout.ts';
import type { CellValue } from './report.ts';

/** A number, then perhaps a unit or a note: 297万元, 22（其中修订16件）, +123, 96171.6. */
const NUMBER = /^([+-]?[\d,]+(?:\.\d+)?)(.*)$/;

export interface ReadValue {
  readonly value: CellValue;
  readonly suffix?: string;
}

/** What stands in a cell. Counts are whole numbers: 2.5 件 is no number here. */
export function readValue(text: string, cell: RawCell, kind: CellKind): ReadValue {
  if (cell.kind === 'blank') return { value: 'blank' };
  const raw = shownText(text, cell);
  // The common case by far: one ASCII digit.
  if (raw.length === 1 && raw >= '0' && raw <= '9') return { value: { units: raw.charCodeAt(0) - 48, scale: 0 } };
  if (isPlaceholder(raw)) return { value: 'placeholder' };
  const match = NUMBER.exec(fold(raw).replace('−', '-'));
  const number: Decimal | undefined = match?.[1] === undefined ? undefined : parseDecimal(match[1]);
  if (!number || (kind !== 'amount' && !isWhole(number))) return { value: 'not-a-number' };
  return match?.[2] ? { value: number, suffix: match[2] } : { value: number };
}
