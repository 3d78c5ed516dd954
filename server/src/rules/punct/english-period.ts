import { hitsOf, search } from '../../facts/search/search.ts';
import { MEASURES } from '../../text/measures.ts';
import { BRACKETED, NUMERAL } from '../../text/ordinals.ts';
import { defineRule } from '../rule.ts';
import { onceAFile } from './once.ts';

/**
 * A Latin full stop that ends a Chinese sentence: at the end of the paragraph, before a closing mark, a blank or the
 * next item, and after a number with its measure word (12条.). Between characters it may stand for the dot of a name (艾力.买买提), after a numeral it numbers an item.
 */
const PERIOD = search(
  new RegExp(
    `(?<=(?:[\\u4e00-\\u9fff]{4}|\\d\\s?[万亿]?人?[${MEASURES}人元批类家])[”》）)]?)[.．](?=\\s*$|[”’]|\\s+[\\u4e00-\\u9fff（(“]|(?:${NUMERAL})是|${BRACKETED})`,
    'g',
  ),
);

/** 事项. for 事项。 */
export default defineRule({
  meta: {
    id: 'punct/english-period',
    title: { zh: '句末使用英文句点', en: 'A Latin full stop in Chinese prose' },
    severity: 'information',
    basis: 'GB/T 15834—2011 4.1：句号的形式是“。”',
    fix: 'safe',
    messages: {
      period: {
        zh: '句末用了英文句点（共 {count} 处），应为“。”。',
        en: 'A Latin full stop ends {count} sentences; it should be 。.',
      },
    },
  },
  *check(report) {
    const hits = hitsOf(report, PERIOD);
    yield* onceAFile(
      '句末标点',
      'period',
      hits.map((hit) => ({ hit, newText: '。' })),
      (count) => ({ zh: `将 ${count} 处英文句点改为“。”`, en: `Change ${count} full stops to 。` }),
    );
  },
});
