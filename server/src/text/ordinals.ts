/**
 * How Chinese prose numbers its items: （一） and 一、 by GB/T 9704, 1. below them, 一是…二是… in running text.
 * Every pattern for such a mark is made of what stands here.
 */

/** One to ten, a character each. */
export const ONE_TO_TEN = '一二三四五六七八九十';

/** So far lists in prose count; no report has a longer one. */
const MOST_ITEMS = 20;

/** 一 to 二十, by their value less one. */
const NUMERALS: readonly string[] = Array.from({ length: MOST_ITEMS }, (_, index) => {
  const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
  return `${tens === 0 ? '' : `${tens === 1 ? '' : ONE_TO_TEN[tens - 1]}十`}${ones === 0 ? '' : ONE_TO_TEN[ones - 1]}`;
});

/** The source of a pattern for such a numeral, the longest first. Use in a group. */
export const NUMERAL = `十[${ONE_TO_TEN.slice(0, 9)}]|二十|[${ONE_TO_TEN}]`;

/** The numeral of an item, in Arabic digits behind the last that has one. */
export const chineseNumeral = (value: number): string => NUMERALS[value - 1] ?? `${value}`;

/** The value of an item's numeral or digits. @returns 0 for anything else. */
export const itemNumber = (mark: string): number =>
  /^\d{1,2}$/.test(mark) ? Number(mark) : NUMERALS.indexOf(mark) + 1;

/** `（一）`: the source of a pattern. */
export const BRACKETED = `[（(]\\s?(?:${NUMERAL})\\s?[）)]`;

const BRACKETED_HEAD = new RegExp(`^${BRACKETED}`);
const ITEM_HEAD = new RegExp(`^(?:${BRACKETED}|(?:${NUMERAL})[、是]|\\d{1,2}[.．、](?!\\d))`);

/** Does a paragraph begin with （一）? */
export const startsBracketed = (text: string): boolean => BRACKETED_HEAD.test(text);

/** Does a line or paragraph begin as an item of a list, （一） 一、 一是 1., so that it goes on with nothing before? */
export const startsItem = (text: string): boolean => ITEM_HEAD.test(text);
