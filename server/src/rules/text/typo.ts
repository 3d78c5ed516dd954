import { lexical } from '../../facts/search/lexical.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { hitsOf, replaceBy } from '../support/wording.ts';
import { SLIPS, type Slip } from './slips.ts';

const toPattern = ({ cue, pattern }: Slip): RegExp => pattern ?? new RegExp(cue, 'g');

/** Titles are quoted as they were published, so slips there stay. */
const LEXICAL = SLIPS.map((slip) => ({
  ...slip,
  places: lexical(toPattern(slip), {
    cues: [slip.cue],
    avoid: slip.pattern ? ['book-title', 'url', 'email'] : ['book-title'],
  }),
}));

/** Slips that are known and always wrong. */
export default defineRule({
  meta: {
    id: 'text/typo',
    title: { zh: '常见错别字', en: 'A known slip of the pen' },
    severity: 'warning',
    basis: '现代汉语词典；第一批异形词整理表',
    fix: 'suggestion',
    messages: {
      slip: { zh: '“{text}”应为“{to}”。', en: '“{text}” should read “{to}”.' },
    },
  },
  *check(report) {
    let clean = true;
    for (const { to, severity, places } of LEXICAL) {
      for (const hit of hitsOf(report, places)) {
        clean = false;
        yield failed('错别字', {
          messageId: 'slip',
          span: hit.span,
          data: { text: hit.text, to },
          ...(severity && { severity }),
          fixes: [replaceBy(hit, to)],
        });
      }
    }
    if (clean) yield passed('错别字');
  },
});
