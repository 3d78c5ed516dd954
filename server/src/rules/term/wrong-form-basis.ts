import { CITATIONS, type Citation, sameNumber } from '../../facts/citations.ts';
import { type Hit, hitAt, hitsOf } from '../../facts/search/search.ts';
import type { KnownDocument } from '../../forms/documents.ts';
import { formOfYear, oldestForm, STATUTORY_FORMS, yearsOf } from '../../forms/index.ts';
import { masksIn } from '../../report/prose/masks.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';
import { replaceBy } from '../support/wording.ts';

const SUBJECT = '编制所依据的格式文件';

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
    const citations = hitsOf(report, CITATIONS);
    const others = notices.filter((notice) => notice !== right);
    const first = citations.find((citation) => others.some((other) => isOf(other)(citation)));
    const wrong = first && others.find((other) => isOf(other)(first));
    // Where both are cited, one of them is history.
    if (!first || !wrong || citations.some(isOf(right))) {
      yield passed(SUBJECT);
      return;
    }
    yield failed(SUBJECT, {
      messageId: 'wrong',
      span: first.span,
      data: { year, right: right.number, found: wrong.number },
      fixes: [mend(first, right, wrong)],
    });
  },
});

/** With the title that stands before the number, when that is the other notice's. */
function mend(hit: Hit<Citation>, right: KnownDocument, wrong: KnownDocument): Fix {
  const { title, paragraph } = hit;
  if (title === undefined || !wrong.cited.test(title)) return replaceBy(hit, right.number);
  const start = paragraph.text.lastIndexOf('》', hit.start);
  const mask = masksIn(paragraph.content).find(({ kind, span }) => kind === 'book-title' && span.end === start + 1);
  if (!mask) return replaceBy(hit, right.number);
  const whole = hitAt(paragraph, mask.span.start, hit.end);
  const between = paragraph.text.slice(mask.span.end, hit.start);
  return replaceBy(whole, `《${right.issuer}${right.title}》${between}${right.number}`);
}
