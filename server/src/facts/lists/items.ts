import { paragraphFact } from '../../report/fact.ts';
import type { ProseContent } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';
import { itemNumber, NUMERAL } from '../../text/ordinals.ts';
import { CLAUSE_END, SENTENCE_END } from '../../text/sentences.ts';

/** One item of a numbered list in prose, in offsets of its paragraph. */
export interface Item {
  readonly at: number;
  readonly number: number;
}

export const ITEM_STYLES = ['is', 'bracket', 'arabic'] as const;
export type ItemStyle = (typeof ITEM_STYLES)[number];

const toItem = ({ index, 1: mark = '' }: RegExpExecArray): Item => ({ at: index, number: itemNumber(mark) });

const itemsBy = (pattern: RegExp): ((content: ProseContent) => readonly Item[]) =>
  paragraphFact(({ text }) => matchesIn(text, pattern).map(toItem));

/** The lookbehind comes last: few places have the item's number. */
const FINDS: Readonly<Record<ItemStyle, (content: ProseContent) => readonly Item[]>> = {
  is: itemsBy(new RegExp(`第?(${NUMERAL})(?<=(?:^|[${SENTENCE_END}${CLAUSE_END}\\s])第?\\1)[是要](?!否)`, 'g')),
  bracket: itemsBy(new RegExp(`[（(](?<=(?:^|[${SENTENCE_END}：:\\s])[（(])\\s?(${NUMERAL})\\s?[）)]`, 'g')),
  arabic: itemsBy(new RegExp(`(\\d{1,2})(?<=(?:^|[${SENTENCE_END}：:\\s])\\1)\\s?[.．、](?!\\d)`, 'g')),
};

/** The items of one style in a paragraph, in order. */
export const itemsIn = (content: ProseContent, style: ItemStyle): readonly Item[] => FINDS[style](content);
