import { headingOf } from '../../forms/index.ts';
import type { Report, Section } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { sliceOf } from '../../text/span.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

const PROSE_SECTIONS = [1, 5, 6] as const;
/** A line by itself: a pattern that ran on over line breaks would read a run of blank lines once for each of them. */
const PAGE_NUMBERS = /^[^\S\r\n\u2028\u2029]*[-–—－─]{1,2}\s?\d{1,3}\s?[-–—－─]{1,2}[^\S\r\n\u2028\u2029]*$/gm;
/** 无。 暂无 本年度无 不存在问题 / */
const NOTHING =
  /^(?:本年度|本单位|我[局镇乡县市区办委])?(?:暂?无|没有|\/|-+|不存在|无存在)(?:任何|明显|突出|重大)?(?:主要)?(?:的)?(?:存在)?(?:问题)?(?:及改进情况)?$/;

const SAYS = /[\u4e00-\u9fff]/;
/** A character that is in none of these answers. */
const SAYS_MORE = /(?![本年度单位我局镇乡县市区办委暂无没有不存在任何明显突出重大主要的问题及改进情况])[\u4e00-\u9fff]/;

/** Every section says something. 无 is an answer in section six only: 条例第五十条第（四）项 asks for problems. */
export default defineRule({
  meta: {
    id: 'structure/empty-section',
    title: { zh: '部分没有内容', en: 'A section has no content' },
    severity: 'warning',
    basis: '条例第五十条第（四）项：政府信息公开工作存在的主要问题及改进情况',
    fix: 'none',
    messages: {
      empty: { zh: '“{heading}”下没有内容。', en: 'There is nothing under “{heading}”.' },
      none: {
        zh: '“{heading}”只写了“{found}”。存在的问题和改进情况是法定内容，应如实填写。',
        en: '“{heading}” only says “{found}”; problems and improvements are statutory content.',
      },
      noneOverview: {
        zh: '“{heading}”只写了“{found}”。',
        en: '“{heading}” only says “{found}”.',
      },
    },
  },
  *check(report) {
    for (const number of PROSE_SECTIONS) {
      const form = report.form.sections[number - 1];
      if (!form) continue;
      const heading = headingOf(form);
      const sections = report.sections.filter((section) => section.number === number);
      const [first] = sections;
      if (!first) {
        yield notChecked(heading, 'section-missing');
        continue;
      }
      if (says(report, first, number === 6 ? SAYS : SAYS_MORE)) {
        yield passed(heading);
        continue;
      }
      const said = firstContent(report, sections);
      const severity = number === 5 ? 'error' : 'warning';
      const nothing = said.replace(/[。.,，；;]+$/, '');
      if (said === '') {
        yield failed(heading, { messageId: 'empty', span: first.heading.span, data: { heading }, severity });
      } else if (number !== 6 && NOTHING.test(nothing)) {
        yield failed(heading, {
          messageId: number === 5 ? 'none' : 'noneOverview',
          span: first.heading.span,
          data: { heading, found: nothing },
          severity,
        });
      } else yield passed(heading);
    }
  },
});

/** Most sections say so much in their first words that nothing needs to be joined and folded. */
const says = ({ prose }: Report, { number, span }: Section, what: RegExp): boolean =>
  prose.some(
    (each) =>
      each.section === number && each.span.start >= span.start && each.span.end <= span.end && what.test(each.text),
  );

/** What the first of them says that says anything: prose, folded; where there is none, whatever else stands there. */
function firstContent(report: Report, sections: readonly Section[]): string {
  const own = report.prose.filter(({ section }) => section === sections[0]?.number);
  let next = 0;
  for (const { span } of sections) {
    while ((own[next]?.span.start ?? Number.POSITIVE_INFINITY) < span.start) next++;
    const first = next;
    while ((own[next]?.span.end ?? Number.POSITIVE_INFINITY) <= span.end) next++;
    const said = fold(
      own
        .slice(first, next)
        .map(({ text }) => text)
        .join(''),
    );
    if (said !== '') return said;
  }
  for (const section of sections) {
    const rest = restOf(report, section);
    if (rest !== '') return rest;
  }
  return '';
}

/** What stands in a section without being prose, page numbers left out. */
function restOf(report: Report, { heading, span: { end } }: Section): string {
  const rest = sliceOf(report.text, { start: heading.span.end, end }).replace(/<[^<>]{0,300}>|&nbsp;/g, '');
  return fold(rest.replace(/^[*#：:。]+/, '').replace(PAGE_NUMBERS, ''));
}
