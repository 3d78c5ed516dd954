import { hitsOf, search } from '../../facts/search/search.ts';
import { lineStartNear } from '../../text/line.ts';
import { span } from '../../text/span.ts';
import { defineRule, failed, passed } from '../rule.ts';

/** Sentences of the template or of filling-in instructions that nobody means to publish: an exact list. */
const SENTENCES = search(
  /该部分(?:内容)?以表格形式报告[。，,]?\s?(?:(?:具体)?(?:表格)?如下[：:]?)?|[（(]\s?注\s?[：:][^（）()]{0,60}填[写报][^（）()]{0,60}[）)]|[（(]\s?(?:请在?此处?|此处)填[写报][^（）()]{0,40}[）)]/g,
  { avoid: [] },
);

/** Left-over instructions of the template. */
export default defineRule({
  meta: {
    id: 'structure/template-sentence',
    title: { zh: '模板中的说明没有删除', en: 'An instruction of the template was left in' },
    severity: 'warning',
    basis: '公开文本不应带有模板的填写说明',
    fix: 'suggestion',
    messages: {
      left: {
        zh: '“{found}”是模板的说明文字，公布前应删除。',
        en: '“{found}” is an instruction of the template; delete it before publishing.',
      },
    },
  },
  *check(report) {
    const hits = hitsOf(report, SENTENCES);
    for (const { paragraph, text, span: own } of hits) {
      const whole = text.length === paragraph.text.length;
      yield failed('模板说明文字', {
        messageId: 'left',
        span: own,
        data: { found: text },
        fixes: [
          {
            title: { zh: `删除“${text}”`, en: `Delete “${text}”` },
            edits: [{ span: whole ? wholeLine(report.text, own) : own, newText: '' }],
            kind: 'suggestion',
            preferred: true,
          },
        ],
      });
    }
    if (hits.length === 0) yield passed('模板说明文字');
  },
});

/** With its indent and its line break, so that no empty line is left. */
function wholeLine(text: string, { start, end }: { start: number; end: number }) {
  const from = lineStartNear(text, start);
  const rest = /^[^\S\r\n]*(?:\r\n|\r|\n)?/.exec(text.slice(end))?.[0].length ?? 0;
  return text.slice(from, start).trim() === '' ? span(from, end + rest) : span(start, end);
}
