import type { Relations } from '../../relations/relations.ts';
import { type Said, saidIn, spanOfSaid } from '../../relations/said.ts';
import type { ReportSummary, SentenceMark } from '../../relations/summary.ts';
import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Related } from '../rule.ts';
import { toReport } from './other-report.ts';

/** The sentence of last year's report that one of this year's repeats, years and all. */
export function repeatedIn({ sentences }: ReportSummary, { hash, years, size }: Said): SentenceMark | undefined {
  // What little is left of a short sentence many say in the same words.
  if (size < 8 || years.length === 0) return undefined;
  return sentences.find((mark) => mark.hash === hash && mark.years.join() === years.join());
}

/** Where last year's report has the sentence around a place, the same year in it. */
export function lastYearsWords(report: Report, relations: Relations | undefined, { start, end }: Span): Related[] {
  const prior = relations?.prior;
  if (!prior) return [];
  const said = saidIn(report).find((each) => {
    const place = spanOfSaid(each);
    return place.start <= start && end <= place.end;
  });
  const mark = said && repeatedIn(prior, said);
  return mark ? [toReport(prior, mark)] : [];
}
