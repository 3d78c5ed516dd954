/** What a measure word is followed by when its number was never filled in. */
const CLAUSE_END = '(?=[，。、；：,;:）)]|$)';

const MEASURE_WORD = '(?:条|件|次|份|个|期|篇|人次|人|场|项|万元|元|年|月|日)';

/** `清理失效信息  条`: the source of a pattern for the blanks left for a number, with the measure word behind them. */
export const UNFILLED = `(?<=[\\u4e00-\\u9fff])[ \\u00a0\\u3000]{2,20}${MEASURE_WORD}${CLAUSE_END}`;
