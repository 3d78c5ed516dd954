import { ASPECTS, overviewOf } from '../../facts/aspects.ts';
import { allClaimsOf, readingValue } from '../../facts/claims/claims.ts';
import { cellId } from '../../forms/index.ts';
import { paragraphFact } from '../../report/fact.ts';
import { cellIn, sectionIn } from '../../report/find.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Report } from '../../report/report.ts';
import { CASE_MEASURES } from '../../text/measures.ts';
import { NUMBER_SOURCE } from '../../text/numerals.ts';
import { SENTENCE_END } from '../../text/sentences.ts';
import { type Span, span } from '../../text/span.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';
import { requestsSentence } from '../support/requests-sentence.ts';
import { TO_FILL_IN } from '../support/skeleton.ts';

const SUBJECT = '总体情况写明依申请公开的数量';

const COUNTED = new RegExp(
  `申请[^${SENTENCE_END}]{0,30}?${NUMBER_SOURCE}\\s?[${CASE_MEASURES}]|[\\d０-９]\\s?[${CASE_MEASURES}][^${SENTENCE_END}]{0,12}申请`,
);
const countsRequests = paragraphFact(({ text }) => text.includes('申请') && COUNTED.test(text));
/** The number may be what is still to come. */
const isOpen = paragraphFact(({ text }) => text.includes(TO_FILL_IN));

/** A table that counts requests, and an overview that says not a word of how many. */
export default defineRule({
  meta: {
    id: 'consistency/requests-not-reported',
    title: { zh: '总体情况没有写申请数量', en: 'The overview gives no number of requests' },
    severity: 'hint',
    basis: '国办公开办函〔2021〕30号（一）：总体情况包括依申请公开',
    fix: 'suggestion',
    messages: {
      missing: {
        zh: '表格中本年新收申请 {count} 件，总体情况没有写明数量。',
        en: 'The table counts {count} new requests; the overview does not mention how many.',
      },
    },
  },
  *check(report) {
    const received = cellIn(report, cellId('requests', 'new', 'total'));
    const overview = sectionIn(report, 1);
    if (!received || !overview || typeof received.value !== 'object') {
      yield notChecked(SUBJECT, overview ? 'table-missing' : 'section-missing');
      return;
    }
    const stated =
      allClaimsOf(report).some(({ subject }) => subject.of === 'requests') ||
      // Any number of requests, in whatever words, is a report of them.
      report.prose.some(({ section, content }) => section === 1 && countsRequests(content));
    if (received.value.units === 0 || stated) yield passed(SUBJECT);
    else if (report.prose.some(({ section, content }) => section === 1 && isOpen(content))) {
      yield notChecked(SUBJECT, 'not-filled-in');
    } else {
      yield failed(SUBJECT, {
        messageId: 'missing',
        span: overview.heading.span,
        data: { count: received.value.units },
        related: [{ span: received.span, message: { zh: '本年新收总计', en: 'new requests in all' } }],
        fixes: stateRequests(report),
      });
    }
  },
});

/** The sentence that reports state every year, with the table's numbers, at the end of the paragraph on requests. */
function stateRequests(report: Report): Fix[] {
  const [received, carriedIn, concluded, carriedOut] = ['new', 'carriedIn', 'resultTotal', 'carriedOut'].map((row) =>
    readingValue(report, [cellId('requests', row, 'total')]),
  );
  const own = overviewOf(report);
  const paragraph = own.find(({ text }) => ON_REQUESTS?.test(text)) ?? own.at(-1);
  if (!paragraph || report.year === undefined) return [];
  if (received === undefined || carriedIn === undefined || concluded === undefined || carriedOut === undefined) {
    return [];
  }
  const sentence = requestsSentence(report.year, { received, carriedIn, concluded, carriedOut }).join('');
  const { text } = paragraph;
  const end = text.trimEnd().length;
  const stop = SENTENCE_END.includes(text.charAt(end - 1)) ? '' : '。';
  return [
    {
      title: { zh: `补上“${sentence}”`, en: `Add “${sentence}”` },
      edits: [{ span: endOf(spanIn(paragraph, end - 1, end)), newText: `${stop}${sentence}` }],
      kind: 'suggestion',
      preferred: true,
    },
  ];
}

const ON_REQUESTS = ASPECTS.find(({ name }) => name === '依申请公开')?.head;

const endOf = ({ end }: Span): Span => span(end, end);
