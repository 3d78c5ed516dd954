/**
 * Measure words: 12 件, 3 条. The form counts cases and documents in 件. Prose uses other words for the same things, and
 * also counts issues, articles and events.
 */

/** For what the form counts, as a character class: 件, and what drafts write instead. */
export const CASE_MEASURES = '件条宗份次个例起部';

/** For anything that reports count. */
export const MEASURES = `${CASE_MEASURES}期篇场项`;

/** The source of a pattern for a measure word. */
export const MEASURE = `[${MEASURES}]`;
