import { once } from '../text/once.ts';
import type { ProseContent, Report } from './report.ts';

/**
 * A fact of a report: worked out when it is first asked for and then remembered with the report, however many rules
 * and editor features ask. For constants of a module: `export const rowsOf = reportFact((report) => …)`.
 */
export const reportFact = <T>(workOut: (report: Report) => T): ((report: Report) => T) => once(workOut);

/**
 * A fact of what a paragraph says. It may depend on the paragraph's text alone, not on where that stands: a paragraph
 * that an edit leaves as it is keeps its facts in the next version of the draft.
 */
export const paragraphFact = <T>(workOut: (content: ProseContent) => T): ((content: ProseContent) => T) =>
  once(workOut);
