import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import { documentNumbers } from '../../text/document-numbers.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { after } from '../support/wording.ts';

/** 国办发[2021]30号: short name of the organ, bracketed year, serial number. 〔〕 are right and not looked for. */
const NUMBER = /[\u4e00-\u9fff]{2,16}\s?([（(【［[﹝〔])\s?((?:19|20)\d{2})\s?([）)】］\]﹞〕])\s?第?\s?\d{1,5}\s?号/g;
/** Most drafts have no year in other brackets. */
const WRONG_BRACKET = /[（(【［[﹝]\s?(?:19|20)\d{2}|(?:19|20)\d{2}\s?[）)】］\]﹞]/;
const NUMBERS = search(({ text }) => (WRONG_BRACKET.test(text) ? documentNumbers(text, NUMBER) : []), {
  from: [/\d\s?号/],
  avoid: ['url', 'email'],
});
/** 文化路（2024）12号楼 is no document; 人民法院 number their cases in （）: （2024）云01行初12号 has the year first. */
const NO_DOCUMENT = /^(?:楼|院|门|线|地块|宗地|车|令)/;

/** The year of a document number stands in 〔〕. */
export default defineRule({
  meta: {
    id: 'punct/docnum-bracket',
    title: { zh: '发文字号的年份未用六角括号', en: 'The year of a document number is not in 〔〕' },
    severity: 'warning',
    basis: 'GB/T 9704—2012 7.2.5：年份应标全称，用六角括号“〔〕”括入',
    fix: 'safe',
    messages: {
      bracket: {
        zh: '发文字号“{found}”的年份应使用六角括号“〔{year}〕”。',
        en: 'The year in “{found}” should stand in 〔{year}〕.',
      },
    },
  },
  *check(report) {
    let clean = true;
    for (const hit of hitsOf(report, NUMBERS)) {
      const [open = '', year = '', close = ''] = hit.groups;
      if ((open === '〔' && close === '〕') || NO_DOCUMENT.test(after(hit, 2))) continue;
      clean = false;
      yield failed('发文字号的括号', {
        messageId: 'bracket',
        span: hit.span,
        data: { found: hit.text, year },
        fixes: [bracket(hit, open, close, year)],
      });
    }
    if (clean) yield passed('发文字号的括号');
  },
});

/** Only the two brackets change: the year and the blanks beside it stay where they are. */
function bracket({ paragraph, text, start }: Hit, open: string, close: string, year: string): Fix {
  const first = start + text.lastIndexOf(open, text.indexOf(year));
  const second = start + text.indexOf(close, text.indexOf(year));
  return {
    title: { zh: `改为“〔${year}〕”`, en: `Change to “〔${year}〕”` },
    edits: [
      { span: spanIn(paragraph, first, first + 1), newText: '〔' },
      { span: spanIn(paragraph, second, second + 1), newText: '〕' },
    ],
    kind: 'safe',
    preferred: true,
  };
}
