import { hitsOf, search } from '../../facts/search/search.ts';
import { defineRule } from '../rule.ts';
import { onceAFile } from './once.ts';

/** 2013-2015年, 1-3月: from one time to another. */
const TIMES = search(/(?<=(?<![\d.\-/A-Za-z])\d{1,4}\s?[年月日]?\s?)[-－](?=\s?\d{1,4}\s?[年月日](?![\d-]))/g);
/** 3-5个工作日, 10-20%: from one amount to another. */
const AMOUNTS = search(
  /(?<=(?<![\d.\-/A-Za-z])\d{1,5}%?\s?)[-－](?=\s?\d{1,5}\s?(?:个|名|人|天|次|项|件|条|份|倍|%|％|万|元|小时|分钟|工作日)(?![\d-]))/g,
);

/** Ranges are written with — between times and ～ between amounts. */
export default defineRule({
  meta: {
    id: 'punct/range',
    title: { zh: '数值或时间的起止用了短横线', en: 'A hyphen in a range' },
    severity: 'hint',
    basis: 'GB/T 15834—2011 4.13.3：时间、地域的起止用一字线“—”，数值范围用浪纹线“～”',
    fix: 'suggestion',
    messages: {
      range: {
        zh: '起止用了短横线（共 {count} 处）；时间用“—”，数值用“～”。',
        en: '{count} ranges have a hyphen; times take —, amounts take ～.',
      },
    },
  },
  *check(report) {
    const mends = [
      ...hitsOf(report, TIMES).map((hit) => ({ hit, newText: '—' })),
      ...hitsOf(report, AMOUNTS).map((hit) => ({ hit, newText: '～' })),
    ];
    yield* onceAFile(
      '起止符号',
      'range',
      mends,
      (count) => ({ zh: `改正 ${count} 处起止符号`, en: `Correct ${count} ranges` }),
      'suggestion',
    );
  },
});
