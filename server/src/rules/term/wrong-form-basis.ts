import { lookup, placesOf } from '../../facts/search/lookup.ts';
import type { KnownDocument } from '../../forms/documents.ts';
import { formOfYear, oldestForm, STATUTORY_FORMS, yearsOf } from '../../forms/index.ts';
import { masksIn } from '../../report/prose/masks.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose } from '../../report/report.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';
import { hitAt, replaceBy } from '../support/wording.ts';
import { CITATION_CUES, type Citation, citationsIn, sameNumber } from './citations.ts';

const SUBJECT = '编制所依据的格式文件';
const CITATIONS = lookup(citationsIn, { cues: CITATION_CUES });

/** …30号自2021年度起、…60号于2019、2020年度. */
const NOTICES = [...STATUTORY_FORMS]
  .reverse()
  .map((form) => {
    const years = yearsOf(form, STATUTORY_FORMS);
    return `${form.notice.number}${years.endsWith('起') ? '自' : '于'}${years}`;
  })
  .join('、');

/** The report cites the notice of another form. */
export default defineRule({
  meta: {
    id: 'term/wrong-form-basis',
    title: { zh: '所引格式文件不适用于报告年度', en: 'The notice cited is not the one for this report year' },
    severity: 'warning',
    basis: `${NOTICES}适用`,
    fix: 'suggestion',
    messages: {
      wrong: {
        zh: '{year} 年度报告适用“{right}”，此处引用的是“{found}”。',
        en: 'The report for {year} follows {right}; {found} is cited.',
      },
    },
  },
  *check(report) {
    const { year } = report;
    if (year === undefined) {
      yield notChecked(SUBJECT, 'year-unknown');
      return;
    }
    const { forms } = report;
    if (year < oldestForm(forms).since) return;
    const { notice: right } = formOfYear(forms, year);
    const notices = forms.map(({ notice }) => notice);
    // The right title with the other notice's number is a wrong number: term/document-number-fact says so.
    const isOf = (document: KnownDocument) => (citation: Citation) =>
      document.parts !== undefined &&
      sameNumber(document.parts, citation.number) &&
      !(
        citation.title !== undefined &&
        notices.some((other) => other !== document && other.cited.test(citation.title ?? ''))
      );
    const places = placesOf(report, CITATIONS);
    const wrongIn = (found: readonly Citation[]) =>
      notices.flatMap((wrong) => {
        const citation = wrong === right ? undefined : found.find(isOf(wrong));
        return citation ? [{ citation, wrong }] : [];
      })[0];
    const first = places.find(({ found }) => wrongIn(found));
    const cited = first && wrongIn(first.found);
    // Where both are cited, one of them is history.
    if (!first || !cited || places.some(({ found }) => found.some(isOf(right)))) {
      yield passed(SUBJECT);
      return;
    }
    const { paragraph } = first;
    const { citation, wrong } = cited;
    yield failed(SUBJECT, {
      messageId: 'wrong',
      span: spanIn(paragraph, citation.start, citation.end),
      data: { year, right: right.number, found: wrong.number },
      fixes: [mend(paragraph, citation, right, wrong)],
    });
  },
});

/** With the title that stands before the number, when that is the other notice's. */
function mend(paragraph: Prose, citation: Citation, right: KnownDocument, wrong: KnownDocument): Fix {
  const { title } = citation;
  const hit = hitAt(paragraph, citation.start, citation.end);
  if (title === undefined || !wrong.cited.test(title)) return replaceBy(hit, right.number);
  const start = paragraph.text.lastIndexOf('》', hit.start);
  const mask = masksIn(paragraph.content).find(({ kind, span }) => kind === 'book-title' && span.end === start + 1);
  if (!mask) return replaceBy(hit, right.number);
  const whole = hitAt(paragraph, mask.span.start, hit.end);
  const between = paragraph.text.slice(mask.span.end, hit.start);
  return replaceBy(whole, `《${right.issuer}${right.title}》${between}${right.number}`);
}
