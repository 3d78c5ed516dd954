import { hitsOf, search } from '../../facts/search/search.ts';
import { isMasked, masksIn } from '../../report/prose/masks.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';
import { replaceBy } from '../support/wording.ts';

/**
 * 24年 for 2024年 at the head of a clause or after a word that a date follows. A length of time (建站24年, 24年来,
 * 连续3年) stands in other places or has other words behind it.
 */
const SHORT = search(
  /(\d{2})(?<=(?:^|[。；;！!，,、：:（(“]|(?<![\d.,])\s|(?:截[至止]|自|从|于|在|至|到|较|比)\s?)\1)\s?年(?=度|全年|以来|初|底|末|上半年|下半年|\s?(?:[1-9]|1[0-2])月|[，,](?!后))/g,
  { avoid: [] },
);

/** 二〇二四年 in a sentence; the date of signature may be written so. */
const NUMERALS = search(
  /二[〇○零Oo0][一二三四五六七八九〇○零Oo0][一二三四五六七八九〇○零Oo0]年(?![一二三四五六七八九十]{1,2}月)/g,
);
const DIGITS = '〇一二三四五六七八九';
const digitOf = (numeral: string): string => (DIGITS.includes(numeral) ? `${DIGITS.indexOf(numeral)}` : '0');

/** Years are written in four digits. Only the report year and its neighbours are meant by two. */
export default defineRule({
  meta: {
    id: 'date/short-year',
    title: { zh: '年份没有写全四位', en: 'A year in two digits' },
    severity: 'information',
    basis: 'GB/T 15835—2011：年份用四位数字表示',
    fix: 'suggestion',
    messages: {
      short: { zh: '“{found}年”应写全四位：“{full}年”。', en: 'Write the year in full: “{full}年”.' },
      numerals: {
        zh: '“{found}”应用阿拉伯数字写作“{full}年”。',
        en: '“{found}” should be written in Arabic digits, “{full}年”.',
      },
    },
  },
  *check(report) {
    const { year } = report;
    if (year === undefined) {
      yield notChecked('年份的写法', 'year-unknown');
      return;
    }
    let found = false;
    for (const { paragraph, start, groups } of hitsOf(report, SHORT)) {
      const [digits = ''] = groups;
      const full = [year - 1, year, year + 1].find((each) => each % 100 === Number(digits));
      const end = start + digits.length;
      if (full === undefined || isMasked(masksIn(paragraph.content), start, end)) continue;
      const span = spanIn(paragraph, start, end);
      found = true;
      yield failed('年份的写法', {
        messageId: 'short',
        span,
        data: { found: digits, full },
        fixes: [
          {
            title: { zh: `将“${digits}年”改为“${full}年”`, en: `Change “${digits}年” to “${full}年”` },
            edits: [{ span, newText: `${full}` }],
            kind: 'suggestion',
            preferred: true,
          },
        ],
      });
    }
    for (const hit of hitsOf(report, NUMERALS)) {
      const full = [...hit.text.slice(0, 4)].map(digitOf).join('');
      found = true;
      yield failed('年份的写法', {
        messageId: 'numerals',
        span: hit.span,
        // Last year's numeral was overlooked when the digits were changed.
        severity: Number(full) === year ? 'information' : 'warning',
        data: { found: hit.text, full },
        fixes: [replaceBy(hit, `${full}年`)],
      });
    }
    if (!found) yield passed('年份的写法');
  },
});
