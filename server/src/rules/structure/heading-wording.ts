import { FORM_NOTICES, headingOf } from '../../forms/index.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { digitsOf } from '../support/digits.ts';

/**
 * A heading in other words than the template's. 条例第五十条 and the notices' own bodies name the sections differently,
 * so this is style: the new wording is offered and never written by fix-all.
 */
export default defineRule({
  meta: {
    id: 'structure/heading-wording',
    title: { zh: '一级标题与格式的用语不同', en: 'A section heading is worded differently from the form' },
    severity: 'hint',
    basis: `${FORM_NOTICES}所附格式：六个部分的标题`,
    fix: 'suggestion',
    messages: {
      wording: {
        zh: '标题“{found}”在格式中写作“{expected}”。',
        en: 'The form words the heading “{found}” as “{expected}”.',
      },
    },
  },
  *check(report) {
    for (const { heading, number } of report.sections) {
      const section = report.form.sections[number - 1];
      if (!section) continue;
      const subject = `“${headingOf(section)}”的用语`;
      if (heading.match === 'same') {
        yield passed(subject);
        continue;
      }
      const keepsDigits = digitsOf(heading.title) === digitsOf(section.title);
      yield failed(subject, {
        messageId: 'wording',
        span: heading.titleSpan,
        data: { found: heading.title, expected: section.title },
        fixes: keepsDigits
          ? [
              {
                title: { zh: `改为“${section.title}”`, en: `Change to “${section.title}”` },
                edits: [{ span: heading.titleSpan, newText: section.title }],
                kind: 'suggestion',
                preferred: true,
              },
            ]
          : [],
      });
    }
  },
});
