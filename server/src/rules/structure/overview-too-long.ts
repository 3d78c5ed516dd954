import { sectionIn } from '../../report/find.ts';
import { partsOfName } from '../../report/issuer.ts';
import type { Report } from '../../report/report.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '总体情况的篇幅';
const LIMIT = 1000;

/** Provinces and cities sum up hundreds of bodies; the notices that name the limit address counties and departments. */
const isExempt = ({ issuer }: Report): boolean =>
  issuer?.kind === 'government' && (partsOfName(issuer.name).rank ?? 1) <= 2;

const lengthOf = (text: string): number => text.length - (text.match(/\s/g)?.length ?? 0);

/** Local notices want section one short. A hint: the national text that would say so could not be read. */
export default defineRule({
  meta: {
    id: 'structure/overview-too-long',
    title: { zh: '总体情况超过一千字', en: 'The overview has more than a thousand characters' },
    severity: 'hint',
    basis: '部分地方的编制通知：篇幅原则上不超过一千字',
    fix: 'none',
    messages: {
      long: {
        zh: '总体情况有 {count} 字；编制通知要求原则上不超过 {limit} 字。',
        en: 'The overview has {count} characters; compile notices ask for {limit} at most.',
      },
    },
  },
  *check(report) {
    const section = sectionIn(report, 1);
    if (!section) {
      yield notChecked(SUBJECT, 'section-missing');
      return;
    }
    if (isExempt(report)) return;
    const paragraphs = report.prose.filter((paragraph) => paragraph.section === 1);
    const withBlanks = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
    const count = withBlanks <= LIMIT ? withBlanks : paragraphs.reduce((sum, { text }) => sum + lengthOf(text), 0);
    if (count <= LIMIT) yield passed(SUBJECT);
    else {
      yield failed(SUBJECT, { messageId: 'long', span: section.heading.span, data: { count, limit: LIMIT } });
    }
  },
});
