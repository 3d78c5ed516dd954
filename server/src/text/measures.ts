/**
 * Measure words: 12 件, 3 条. The form counts cases and documents in 件; prose says the same of the same things in other
 * words, and counts issues, articles and events besides.
 */

/** For what the form counts, as the characters of a class: 件, and what drafts write in its place. */
export const CASE_MEASURES = '件条宗份次个例起部';

/** For anything that reports count. */
export const MEASURES = `${CASE_MEASURES}期篇场项`;

/** The source of a pattern for a measure word. */
export const MEASURE = `[${MEASURES}]`;

/** For people and money, which no other word stands for. */
export const LONG_MEASURES: readonly string[] = ['人次', '万元'];
