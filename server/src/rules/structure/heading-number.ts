import { FORM_NOTICES } from '../../forms/index.ts';
import { fold } from '../../text/fold.ts';
import { itemNumber } from '../../text/ordinals.ts';
import { span } from '../../text/span.ts';
import { defineRule, failed, passed } from '../rule.ts';

/** 一、 第一部分 1. all number section one. */
const numberOf = (ordinal: string): number => itemNumber(/[一二三四五六]|\d/.exec(fold(ordinal))?.[0] ?? '');

/** A section's heading carries the ordinal that the template prints before it. */
export default defineRule({
  meta: {
    id: 'structure/heading-number',
    title: { zh: '一级标题的序号缺失或有误', en: 'A section heading lacks its number or has the wrong one' },
    severity: 'warning',
    basis: `${FORM_NOTICES}所附格式：六个部分的标题`,
    fix: 'safe',
    messages: {
      missing: {
        zh: '第{ordinal}部分的标题“{title}”缺少序号“{ordinal}、”。',
        en: 'The heading “{title}” lacks its number “{ordinal}、”.',
      },
      wrong: {
        zh: '标题“{title}”的序号应为“{ordinal}、”，现为“{found}”。',
        en: 'The heading “{title}” should be numbered “{ordinal}、”, not “{found}”.',
      },
    },
  },
  *check(report) {
    for (const { heading, number } of report.sections) {
      const ordinal = report.form.sections[number - 1]?.ordinal ?? '';
      const subject = `第${ordinal}部分的标题`;
      const text = heading.ordinal?.text ?? '';
      const isBare = heading.ordinal !== undefined && !/[部分、.．，,:：]/.test(text);
      if (text.startsWith(ordinal) && !isBare) {
        yield passed(subject, heading.span);
        continue;
      }
      const data = { ordinal, title: heading.title, found: heading.ordinal?.text.trim() ?? '' };
      const newText = `${ordinal}、`;
      if (!heading.ordinal) {
        const at = heading.titleSpan.start;
        yield failed(subject, {
          messageId: 'missing',
          span: heading.span,
          data,
          fixes: [
            {
              title: { zh: `补上序号“${newText}”`, en: `Insert “${newText}”` },
              edits: [{ span: span(at, at), newText }],
              kind: 'safe',
              preferred: true,
            },
          ],
        });
      } else if (isBare || numberOf(heading.ordinal.text) !== number) {
        yield failed(subject, {
          messageId: 'wrong',
          span: heading.span,
          data,
          fixes: [
            {
              title: { zh: `将序号改为“${newText}”`, en: `Change the number to “${newText}”` },
              edits: [{ span: heading.ordinal.span, newText }],
              // An Arabic ordinal is a digit, and fix-all changes no digit.
              kind: /\d/.test(fold(heading.ordinal.text)) ? 'suggestion' : 'safe',
              preferred: true,
            },
          ],
        });
      } else yield passed(subject, heading.span);
    }
  },
});
