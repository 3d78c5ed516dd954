import { byParagraph, hitsOf, search } from '../../facts/search/search.ts';
import { formOfYear } from '../../forms/index.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

const FULL = '政府信息公开平台建设';
/** The full name anywhere, or the short one as an item's own: （四）平台建设情况。 A sentence may speak of platforms. */
const NAMES = search(
  /(?<=^[（(]\s?[一二三四五六七八九十]\s?[）)]\s?)平台建设(?=(?:情况|方面)?\s?(?:[。：:，,]|$))|政府信息公开平台建设/g,
  { avoid: [] },
);

/** The fourth aspect has a long name in the current notice; the short one is that of the 2020 notices. */
export default defineRule({
  meta: {
    id: 'structure/aspect-name',
    title: { zh: '方面的名称与通知不同', en: 'An aspect goes by a shorter name' },
    severity: 'hint',
    basis: '国办公开办函〔2021〕30号（一）总体情况：政府信息公开平台建设',
    fix: 'safe',
    messages: {
      short: {
        zh: '“平台建设”在通知中的全称是“政府信息公开平台建设”。',
        en: 'The notice names this aspect 政府信息公开平台建设 in full.',
      },
    },
  },
  *check(report) {
    const subject = '“政府信息公开平台建设”的名称';
    if (report.year === undefined) {
      yield notChecked(subject, 'year-unknown');
      return;
    }
    if (!formOfYear(report.forms, report.year).overview.byName) return;
    for (const [paragraph, [name]] of byParagraph(hitsOf(report, NAMES))) {
      if (paragraph.section !== 1 || !name) continue;
      if (name.text === FULL) {
        yield passed(subject);
        continue;
      }
      const { span } = name;
      yield failed(subject, {
        messageId: 'short',
        span,
        fixes: [
          {
            title: { zh: `改为“${FULL}”`, en: `Change to “${FULL}”` },
            edits: [{ span, newText: FULL }],
            kind: 'safe',
            preferred: true,
          },
        ],
      });
    }
  },
});
