/** What a measure word is followed by when its number was never filled in. */
const CLAUSE_END = '(?=[，。、；：,;:）)]|$)';

const BLANK = '[ \\u00a0\\u3000]';

/** `清理失效信息  条`: the source of a pattern for the blanks left for a number, with the measure word behind them. */
export const UNFILLED = `(?<=[\\u4e00-\\u9fff])${BLANK}{2,20}(?:条|件|次|份|个|期|篇|人次|人|场|项|万元|元|年|月|日)${CLAUSE_END}`;

/** One blank, as which a web page shows several, before a word that needs a number: too little to report. */
export const PERHAPS_UNFILLED = `${BLANK}{1,20}(?:条|件|次|份|篇|人次|场|万元)${CLAUSE_END}`;
