import { hitsOf } from '../../facts/search/search.ts';
import type { Edit } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { fullMarksIn, HALF_MARKS, labelEdits } from './widths.ts';

const SUBJECT = '标点的全角半角';
/** Above this share the whole text was normalised when it was copied, and no author typed any of these marks. */
const NORMALISED = 0.9;

/** Half-width marks in Chinese prose, said once a file. */
export default defineRule({
  meta: {
    id: 'punct/halfwidth',
    title: { zh: '中文行文使用半角标点', en: 'Half-width marks in Chinese prose' },
    severity: 'hint',
    basis: 'GB/T 15834—2011 5.1',
    fix: 'safe',
    messages: {
      normalised: {
        zh: '全文的逗号、冒号、括号等都是半角（共 {count} 处），可能是复制时转换的，可一次改为全角。',
        en: 'All commas, colons and brackets are half-width ({count}), probably converted by the copy; one fix mends them.',
      },
      mixed: {
        zh: '全文有 {count} 处半角标点，与全角混用。',
        en: '{count} marks are half-width, the others full-width.',
      },
    },
  },
  *check(report) {
    const edits = hitsOf(report, HALF_MARKS).map(({ span, full }): Edit => ({ span, newText: full }));
    const [first] = edits;
    if (!first) {
      yield passed(SUBJECT);
      return;
    }
    const full = report.prose.reduce((sum, { content }) => sum + fullMarksIn(content), 0);
    // Half-width labels alone are no fault, but a text that is fixed has one width.
    const all = [...edits, ...labelEdits(report)];
    yield failed(SUBJECT, {
      messageId: edits.length > NORMALISED * (edits.length + full) ? 'normalised' : 'mixed',
      span: first.span,
      data: { count: all.length },
      fixes: [widen(all)],
    });
  },
});

const widen = (edits: readonly Edit[]): Fix => ({
  title: { zh: `将全文 ${edits.length} 处半角标点改为全角`, en: `Make all ${edits.length} marks full-width` },
  edits,
  kind: 'safe',
  preferred: true,
});
