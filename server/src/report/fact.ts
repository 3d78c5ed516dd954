import { once } from '../text/once.ts';
import type { ProseContent, Report } from './report.ts';

/**
 * A fact of a report: computed on first use and cached with the report, however many rules and editor features ask. For
 * constants of a module: `export const rowsOf = reportFact((report) => …)`.
 */
export const reportFact = <T>(workOut: (report: Report) => T): ((report: Report) => T) => once(workOut);

/**
 * A fact of a paragraph. It may depend on the paragraph's text alone, not on its place: a paragraph that an edit leaves
 * unchanged keeps its facts in the next version of the draft.
 */
export const paragraphFact = <T>(workOut: (content: ProseContent) => T): ((content: ProseContent) => T) =>
  once(workOut);
