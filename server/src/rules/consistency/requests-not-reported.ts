import { allClaimsOf } from '../../facts/claims/claims.ts';
import { cellId } from '../../forms/index.ts';
import { paragraphFact } from '../../report/fact.ts';
import { cellIn, sectionIn } from '../../report/find.ts';
import { CASE_MEASURES } from '../../text/measures.ts';
import { NUMBER_SOURCE } from '../../text/numerals.ts';
import { SENTENCE_END } from '../../text/sentences.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';
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
    fix: 'none',
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
      });
    }
  },
});
