import { FORM_NOTICES, type FormSection, headingOf } from '../../forms/index.ts';
import type { Section } from '../../report/report.ts';
import { defineRule, failed, passed } from '../rule.ts';

/** The six sections stand once each, in the template's order. Moving text is the author's work, so there is no fix. */
export default defineRule({
  meta: {
    id: 'structure/section-order',
    title: { zh: '部分的顺序有误或重复', en: 'Sections are out of order or repeated' },
    severity: 'warning',
    basis: `${FORM_NOTICES}所附格式：六个部分的次序`,
    fix: 'none',
    messages: {
      order: {
        zh: '“{heading}”应在“{before}”之前。',
        en: '“{heading}” should stand before “{before}”.',
      },
      repeated: {
        zh: '“{heading}”出现了两次，请删去多余的一处。',
        en: '“{heading}” stands here a second time; remove one of them.',
      },
    },
  },
  *check(report) {
    const nameOf = (section: Section): string => {
      const form: FormSection | undefined = report.form.sections[section.number - 1];
      return form ? headingOf(form) : '';
    };
    const seen = new Map<number, Section>();
    let last: Section | undefined;
    for (const section of report.sections) {
      const earlier = seen.get(section.number);
      const subject = `${nameOf(section)}的位置`;
      if (earlier) {
        yield failed(subject, {
          messageId: 'repeated',
          span: section.heading.span,
          data: { heading: nameOf(section) },
          related: [{ span: earlier.heading.span, message: { zh: '前一处', en: 'the first one' } }],
        });
        continue;
      }
      seen.set(section.number, section);
      if (last && section.number < last.number) {
        yield failed(subject, {
          messageId: 'order',
          span: section.heading.span,
          data: { heading: nameOf(section), before: nameOf(last) },
          related: [{ span: last.heading.span, message: { zh: nameOf(last), en: nameOf(last) } }],
        });
        continue;
      }
      last = section;
      yield passed(subject, section.heading.span);
    }
  },
});
