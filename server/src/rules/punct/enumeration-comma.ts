import { hitsOf, search } from '../../facts/search/search.ts';
import { defineRule } from '../rule.ts';
import { onceAFile } from './once.ts';

/** 《A》、《B》. Where （国务院令第711号） stands between title and mark, the mark is right. */
const BETWEEN = search(/(?<=》)\s?、\s?(?=《)|(?<=”)\s?、\s?(?=“)/g, {
  avoid: [],
});

/** Titles and quotations that follow one another need no 、 between. */
export default defineRule({
  meta: {
    id: 'punct/enumeration-comma',
    title: { zh: '并列的书名号、引号之间多用顿号', en: 'A needless 、 between titles or quotations' },
    severity: 'hint',
    basis: 'GB/T 15834—2011 4.5.3.5：标有引号、书名号的并列成分之间通常不用顿号',
    fix: 'safe',
    messages: {
      between: {
        zh: '并列的书名号或引号之间不用顿号（共 {count} 处）。',
        en: 'No 、 is needed between titles or quotations ({count}).',
      },
    },
  },
  *check(report) {
    const hits = hitsOf(report, BETWEEN);
    yield* onceAFile(
      '顿号',
      'between',
      hits.map((hit) => ({ hit, newText: '' })),
      (count) => ({ zh: `删去 ${count} 处顿号`, en: `Delete ${count} marks` }),
    );
  },
});
