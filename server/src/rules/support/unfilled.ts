import { MEASURES } from '../../text/measures.ts';
import { CLAUSE_END, SENTENCE_END } from '../../text/sentences.ts';

/** What a measure word is followed by when its number was never filled in. */
const BEHIND = `(?=[${SENTENCE_END}${CLAUSE_END}）)]|$)`;

const BLANK = '[ \\u00a0\\u3000]';

/** `清理失效信息  条`: the source of a pattern for the blanks left for a number, or one as wide as a character, with the measure word behind them. */
export const UNFILLED = `(?<=[\\u4e00-\\u9fff])(?:${BLANK}{2,20}|(?<![一二三四五六七八九十百千万两几零])\\u3000)(?:[${MEASURES}人元年月日]|人次|万元)${BEHIND}`;

/** One blank, as which a web page shows several, before a word that needs a number: too little to report. */
export const PERHAPS_UNFILLED = `${BLANK}{1,20}(?:[${MEASURES}]|人次|万元)${BEHIND}`;
