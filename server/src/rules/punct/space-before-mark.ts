import { hitsOf, search } from '../../facts/search/search.ts';
import { defineRule } from '../rule.ts';
import { before, isSentence } from '../support/wording.ts';
import { onceAFile } from './once.ts';

const BLANK = search(/[ \u00a0\u3000]{1,8}(?=[，。；：、！？）》”】〕])/g, {
  avoid: ['url', 'email'],
});
/** An empty pair of brackets （ ） is a place to fill in. */
const OPENING = /[\s（(《“【〔]$/;

/** 效能 。 for 效能。 */
export default defineRule({
  meta: {
    id: 'punct/space-before-mark',
    title: { zh: '标点前有空格', en: 'A blank before a mark' },
    severity: 'hint',
    basis: 'GB/T 15834—2011 5.1',
    fix: 'safe',
    messages: {
      blank: { zh: '标点前有多余的空格（共 {count} 处）。', en: 'There are blanks before marks ({count}).' },
    },
  },
  *check(report) {
    const hits = hitsOf(report, BLANK).filter(
      (hit) => isSentence(hit.paragraph) && hit.start > 0 && !OPENING.test(before(hit, 1)),
    );
    yield* onceAFile(
      '标点前的空格',
      'blank',
      hits.map((hit) => ({ hit, newText: '' })),
      (count) => ({ zh: `删去 ${count} 处空格`, en: `Delete ${count} blanks` }),
    );
  },
});
