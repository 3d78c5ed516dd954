import { formOfYear } from '../../forms/index.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

const FULL = '政府信息公开平台建设';
/** In both. */
const NAME = '平台建设';
/** （四）平台建设情况。 — the item's own name, not a sentence that speaks of platforms. */
const SHORT = /^([（(]\s?[一二三四五六七八九十]\s?[）)]\s?)平台建设(?=(?:情况|方面)?\s?(?:[。：:，,]|$))/;

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
    for (const paragraph of report.prose) {
      if (paragraph.section !== 1 || !paragraph.text.includes(NAME)) continue;
      const match = SHORT.exec(paragraph.text);
      if (match?.[1] === undefined) {
        if (paragraph.text.includes(FULL)) yield passed(subject);
        continue;
      }
      const at = spanIn(paragraph, match[1].length, match[0].length);
      yield failed(subject, {
        messageId: 'short',
        span: at,
        fixes: [
          {
            title: { zh: `改为“${FULL}”`, en: `Change to “${FULL}”` },
            edits: [{ span: at, newText: FULL }],
            kind: 'safe',
            preferred: true,
          },
        ],
      });
    }
  },
});
