import { paragraphFact } from '../../report/fact.ts';
import type { ProseContent } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';

/** One item of a numbered list in prose, in offsets of its paragraph. */
export interface Item {
  readonly at: number;
  readonly number: number;
}

export const ITEM_STYLES = ['is', 'bracket', 'arabic'] as const;
export type ItemStyle = (typeof ITEM_STYLES)[number];

const NUMERALS = '一二三四五六七八九十';

function toItem({ index, 1: mark = '' }: RegExpExecArray): Item {
  const numeral = NUMERALS.indexOf(mark);
  return { at: index, number: numeral >= 0 ? numeral + 1 : Number(mark) };
}

const itemsBy = (pattern: RegExp): ((content: ProseContent) => readonly Item[]) =>
  paragraphFact(({ text }) => matchesIn(text, pattern).map(toItem));

/** What stands before an item is asked last: few places have its number. */
const FINDS: Readonly<Record<ItemStyle, (content: ProseContent) => readonly Item[]>> = {
  is: itemsBy(/第?([一二三四五六七八九十])(?<=(?:^|[。；;，,：:、！!\s])第?\1)[是要](?!否)/g),
  bracket: itemsBy(/[（(](?<=(?:^|[。；;：:\s])[（(])\s?([一二三四五六七八九十])\s?[）)]/g),
  arabic: itemsBy(/(\d{1,2})(?<=(?:^|[。；;：:\s])\1)\s?[.．、](?!\d)/g),
};

/** The items of one style in a paragraph, in order. */
export const itemsIn = (content: ProseContent, style: ItemStyle): readonly Item[] => FINDS[style](content);
