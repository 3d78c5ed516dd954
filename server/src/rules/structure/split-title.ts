import { formatOf } from '../../report/source/index.ts';
import { fold } from '../../text/fold.ts';
import { sliceOf, span } from '../../text/span.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '标题的分行';

/**
 * A title that a copy broke inside a phrase. The body on a line of its own above the rest is how official documents
 * are set, and is left alone.
 */
export default defineRule({
  meta: {
    id: 'structure/split-title',
    title: { zh: '标题被换行拆开', en: 'The title is broken over lines' },
    severity: 'hint',
    basis: '通行做法：标题为<机关名称><年份>年政府信息公开工作年度报告',
    fix: 'safe',
    messages: {
      split: {
        zh: '标题被拆成 {lines} 行，合起来是“{title}”。',
        en: 'The title is broken over {lines} lines; joined it reads “{title}”.',
      },
    },
  },
  *check(report) {
    const { title } = report;
    if (!title) {
      yield notChecked(SUBJECT, 'section-missing');
      return;
    }
    const raw = sliceOf(report.text, title.span);
    if (!/[\r\n]/.test(raw)) {
      yield passed(SUBJECT);
      return;
    }
    const parts = raw.split(/[\r\n]+/).filter((line) => line.trim() !== '');
    const inner = parts.slice(0, -1).map(fold).join('');
    if (!formatOf(report).hasLines || parts.length < 2 || inner === title.issuer) {
      yield passed(SUBJECT);
      return;
    }
    yield failed(SUBJECT, {
      messageId: 'split',
      span: title.span,
      data: { lines: parts.length, title: title.text },
      fixes: joinLines(raw, title.span.start, title.text),
    });
  },
});

/** None where the break divides a number or a line has marks of its own. */
function joinLines(raw: string, start: number, title: string): Fix[] {
  const breaks = [...raw.matchAll(/[^\S\r\n]*[\r\n]\s*/g)];
  if (
    breaks.some(({ index, 0: gap }) => /\d$/.test(raw.slice(0, index)) && /^\d/.test(raw.slice(index + gap.length)))
  ) {
    return [];
  }
  if (/[\r\n]\s*[#*]|</.test(raw)) return [];
  return [
    {
      title: { zh: `合并为一行“${title}”`, en: `Join the lines: “${title}”` },
      edits: breaks.map(({ index, 0: gap }) => ({
        span: span(start + index, start + index + gap.length),
        newText: '',
      })),
      kind: 'safe',
      preferred: true,
    },
  ];
}
