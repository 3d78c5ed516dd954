import type { ProseContent } from '../report/prose-content.ts';
import type { Report } from '../report/report.ts';
import { BLANK, pairsOf } from '../text/cues.ts';
import { type Lookup, lookup, type Place, placesOf } from './lookup.ts';

/** One item of a numbered list in prose, in offsets of its paragraph. */
export interface Item {
  readonly at: number;
  readonly number: number;
}

export const ITEM_STYLES = ['is', 'bracket', 'arabic'] as const;
export type ItemStyle = (typeof ITEM_STYLES)[number];

const NUMERALS = '一二三四五六七八九十';

const itemsBy = (pattern: RegExp, cues: Iterable<string>): Lookup<Item> =>
  lookup(({ text }: ProseContent) => [...text.matchAll(pattern)].map(toItem), { cues });

function toItem({ index, 1: mark = '' }: RegExpExecArray): Item {
  const numeral = NUMERALS.indexOf(mark);
  return { at: index, number: numeral >= 0 ? numeral + 1 : Number(mark) };
}

/** What stands before an item is asked last: few places have its number. */
const ITEMS: Readonly<Record<ItemStyle, Lookup<Item>>> = {
  is: itemsBy(
    /第?([一二三四五六七八九十])(?<=(?:^|[。；;，,：:、！!\s])第?\1)[是要](?!否)/g,
    pairsOf(NUMERALS, '是要'),
  ),
  bracket: itemsBy(
    /[（(](?<=(?:^|[。；;：:\s])[（(])\s?([一二三四五六七八九十])\s?[）)]/g,
    pairsOf('（(', NUMERALS + BLANK),
  ),
  arabic: itemsBy(/(\d{1,2})(?<=(?:^|[。；;：:\s])\1)\s?[.．、](?!\d)/g, pairsOf('0123456789', `.．、${BLANK}`)),
};

/** The paragraphs that have items of one style, in order. */
export const itemsOf = (report: Report, style: ItemStyle): readonly Place<Item>[] => placesOf(report, ITEMS[style]);
