import { spacesNumbers } from '../../facts/habits.ts';
import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import { documentNumbers } from '../../text/document-numbers.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { replaceBy } from '../support/wording.ts';

type Message = 'blank' | 'ordinal' | 'short-year' | 'leading-zero';

const NUMBER =
  /[\u4e00-\u9fff]{2,16}?(\s?[〔（(【［[]\s?)(\d{2}|(?:19|20)\d{2})(\s?[〕）)】］\]]\s?)(第?)(\s?\d{1,5}\s?号)(?!楼|院|门|线|地块|宗地|车)/g;
/** What every slip has in it: a year of two digits, a blank, or 第 or 0 before the serial number. */
const SLIP =
  /[〔（(【［[]\s?\d{2}\s?[〕）)】］\]]|[〔（(【［[]\s|\s[〔（(【［[]|\d\s[〕）)】］\]号]|[〕）)】］\]](?:第|\s|0)/;
const NUMBERS = search(({ text }) => (SLIP.test(text) ? documentNumbers(text, NUMBER) : []), {
  from: [/\d\s?号/],
  avoid: ['url', 'email'],
});

/** 国办函〔2020〕109号: no blank, no 第, the year in full, no leading zero. An order keeps its 第: 国务院令第711号. */
export default defineRule({
  meta: {
    id: 'punct/docnum-space',
    title: { zh: '发文字号写法不规范', en: 'An irregular document number' },
    severity: 'information',
    basis: 'GB/T 9704—2012 7.2.5：年份应标全称，发文顺序号不加“第”字，不编虚位',
    fix: 'safe',
    messages: {
      blank: { zh: '发文字号“{found}”中不应有空格。', en: 'The document number “{found}” should have no blanks.' },
      ordinal: { zh: '发文字号“{found}”的顺序号不加“第”字。', en: 'The serial number in “{found}” takes no 第.' },
      'short-year': { zh: '发文字号“{found}”的年份应写四位数。', en: 'The year in “{found}” should have four digits.' },
      'leading-zero': {
        zh: '发文字号“{found}”的顺序号不编虚位。',
        en: 'The serial number in “{found}” takes no leading zero.',
      },
    },
  },
  *check(report) {
    let clean = true;
    let isHabit: boolean | undefined;
    for (const hit of hitsOf(report, NUMBERS)) {
      const messageId = slipIn(hit);
      // In the text of a PDF every number has blanks around it; that is the copy's, not the author's.
      if (messageId === 'blank') isHabit ??= spacesNumbers(report);
      if (!messageId || (messageId === 'blank' && isHabit)) continue;
      clean = false;
      yield failed('发文字号的写法', {
        messageId,
        span: hit.span,
        // No number of a document has it; the others may be a copy’s.
        ...(messageId === 'ordinal' && { severity: 'warning' as const }),
        data: { found: hit.text },
        fixes: mend(hit, messageId, report.year),
      });
    }
    if (clean) yield passed('发文字号的写法');
  },
});

function slipIn({ groups }: Hit): Message | undefined {
  const [open = '', year = '', close = '', ordinal = '', serial = ''] = groups;
  // （12）3号 is no year: only 〔 〕 tell that a short number is one.
  if (year.length === 2) return open.includes('〔') ? 'short-year' : undefined;
  if (ordinal !== '') return 'ordinal';
  if (/^\s?0/.test(serial)) return 'leading-zero';
  return /\s/.test(open + close + serial) ? 'blank' : undefined;
}

/** With no year to go by. */
const LATEST = 2035;

/** 〔21〕 is 2021, but no document of a report for 2024 is of 2063. */
const isThisCentury = ({ groups }: Hit, reportYear = LATEST): boolean => 2000 + Number(groups[1]) <= reportYear + 1;

/** A digit that comes or goes is the author's to decide. */
function mend(hit: Hit, messageId: Message, reportYear: number | undefined): Fix[] {
  if (messageId === 'short-year') {
    if (!isThisCentury(hit, reportYear)) return [];
    return [replaceBy(hit, hit.text.replace(/(〔\s?)(?=\d\d\D)/, '$120'))];
  }
  if (messageId === 'leading-zero') return [replaceBy(hit, hit.text.replace(/0+(?=\d+\s?号$)/, ''))];
  const { paragraph, text, start } = hit;
  const pattern = messageId === 'ordinal' ? /第\s?(?=\d{1,5}\s?号$)/g : /\s/g;
  return [
    {
      title: { zh: `改为“${text.replace(pattern, '')}”`, en: `Change to “${text.replace(pattern, '')}”` },
      edits: [...text.matchAll(pattern)].map((match) => ({
        span: spanIn(paragraph, start + match.index, start + match.index + match[0].length),
        newText: '',
      })),
      kind: 'safe',
      preferred: true,
    },
  ];
}
