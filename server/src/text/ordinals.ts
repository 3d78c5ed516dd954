/**
 * How Chinese prose numbers its items: （一） and 一、 by GB/T 9704, 1. below them, 一是…二是… in running text. Every pattern
 * for such a mark is built from what is defined here.
 */

/** One to ten, a character each. */
export const ONE_TO_TEN = '一二三四五六七八九十';

/** The highest number of an item in prose; no report has a longer list. */
const MOST_ITEMS = 20;

/** 一 to 二十, by their value less one. */
const NUMERALS: readonly string[] = Array.from({ length: MOST_ITEMS }, (_, index) => {
  const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
  return `${tens === 0 ? '' : `${tens === 1 ? '' : ONE_TO_TEN[tens - 1]}十`}${ones === 0 ? '' : ONE_TO_TEN[ones - 1]}`;
});

/** Pattern source for such a numeral, the longest first. Use it in a group. */
export const NUMERAL = `十[${ONE_TO_TEN.slice(0, 9)}]|二十|[${ONE_TO_TEN}]`;

/** The numeral of an item; Arabic digits beyond the last numeral. */
export const chineseNumeral = (value: number): string => NUMERALS[value - 1] ?? `${value}`;

/**
 * The value of an item's numeral or digits.
 * @returns 0 for anything else.
 */
export const itemNumber = (mark: string): number =>
  /^\d{1,2}$/.test(mark) ? Number(mark) : NUMERALS.indexOf(mark) + 1;

/** Pattern source for `（一）`. */
export const BRACKETED = `[（(]\\s?(?:${NUMERAL})\\s?[）)]`;

const BRACKETED_HEAD = new RegExp(`^${BRACKETED}`);
const ITEM_HEAD = new RegExp(`^(?:${BRACKETED}|(?:${NUMERAL})[、是]|\\d{1,2}[.．、](?!\\d))`);

/** Whether a paragraph begins with （一）. */
export const startsBracketed = (text: string): boolean => BRACKETED_HEAD.test(text);

/** Whether a line or paragraph begins as a list item (（一） 一、 一是 1.), so that it continues nothing before it. */
export const startsItem = (text: string): boolean => ITEM_HEAD.test(text);
