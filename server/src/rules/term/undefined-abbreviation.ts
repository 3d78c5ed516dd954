import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Edit } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { insertAt } from '../support/wording.ts';

const SUBJECT = '“《条例》”的简称说明';
const SHORT = search(/《条例》/g, { avoid: [] });
const FULL = search(/《中华人民共和国政府信息公开条例》(?:\s?[（(][^（）()]{0,24}[）)])?/g, {
  avoid: [],
});
/** （以下简称《条例》）, （下称“条例”）, 以下统称条例 */
const DEFINED = search(/(?:简称|下称|统称)\s?(?:为)?[：:]?\s?[“"《]{0,2}\s?条例/g, {
  avoid: [],
});

/** 《条例》 is a short name; a reader from outside learns it where the full title first stands. */
export default defineRule({
  meta: {
    id: 'term/undefined-abbreviation',
    title: { zh: '简称未作说明', en: 'A short name that was never introduced' },
    severity: 'hint',
    basis: '党政机关公文格式（GB/T 9704—2012）的通行写法：首次出现用全称并注明简称',
    fix: 'suggestion',
    messages: {
      undefined: {
        zh: '“《条例》”首次使用前没有注明“以下简称《条例》”。',
        en: '《条例》 is used without having been introduced (以下简称《条例》).',
      },
      early: {
        zh: '“《条例》”在此处已经使用，“以下简称《条例》”到后面才注明。',
        en: '《条例》 is used here, and introduced only further down.',
      },
    },
  },
  *check(report) {
    const [used] = hitsOf(report, SHORT);
    const [defined] = hitsOf(report, DEFINED);
    if (!used || (defined && defined.span.start < used.span.start)) {
      yield passed(SUBJECT);
      return;
    }
    const [full] = hitsOf(report, FULL);
    yield failed(SUBJECT, {
      messageId: defined ? 'early' : 'undefined',
      span: used.span,
      fixes: full && full.span.start < used.span.start ? [introduce(full)] : [],
    });
  },
});

const introduce = (full: Hit): Fix => ({
  title: {
    zh: '在全称之后补上“以下简称《条例》”',
    en: 'Insert “以下简称《条例》” after the full title',
  },
  edits: [introduction(full)],
  kind: 'suggestion',
  preferred: true,
});

/** （国务院令第711号） is followed by no second bracket: the short name goes into the first. */
function introduction({ paragraph, text, end, span }: Hit): Edit {
  if (!/[）)]$/.test(text)) return insertAt(span.end, '（以下简称《条例》）');
  return insertAt(spanIn(paragraph, end - 1, end - 1).end, '，以下简称《条例》');
}
