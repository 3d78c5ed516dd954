import { isMasked, masksOf } from '../../report/masks.ts';
import type { Prose } from '../../report/report.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { type Hit, hitAt, hitsOf, replaceBy } from '../wording.ts';
import { SLIPS, type Slip } from './slips.ts';

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
  *check({ prose }) {
    let clean = true;
    for (const slip of SLIPS) {
      for (const hit of hitsOfSlip(prose, slip)) {
        clean = false;
        yield failed('错别字', {
          messageId: 'slip',
          span: hit.span,
          data: { text: hit.text, to: slip.to },
          ...(slip.severity && { severity: slip.severity }),
          fixes: [replaceBy(hit, slip.to)],
        });
      }
    }
    if (clean) yield passed('错别字');
  },
});

/** Titles are quoted as they were published, so slips there stay. */
function* hitsOfSlip(prose: readonly Prose[], { cue, pattern }: Slip): Generator<Hit> {
  if (pattern) {
    yield* hitsOf(prose, pattern, { cue, avoid: ['book-title', 'url', 'email'] });
    return;
  }
  for (const paragraph of prose) {
    for (let at = paragraph.text.indexOf(cue); at >= 0; at = paragraph.text.indexOf(cue, at + 1)) {
      const end = at + cue.length;
      const masked = isMasked(masksOf(paragraph.masks, ['book-title']), at, end);
      if (!masked) yield hitAt(paragraph, at, end);
    }
  }
}
