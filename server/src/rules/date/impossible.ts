import { isMasked } from '../../report/masks.ts';
import { fold } from '../../text/fold.ts';
import { defineRule, failed, passed } from '../rule.ts';

const DATE = /(?:((?:19|20)\d\d)\s?年\s?)?(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?日/g;
const MONTH = /((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月(?!\s?\d{1,2}\s?日)/g;
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function exists(year: number | undefined, month: number, day: number): boolean {
  const longest = LONGEST[month - 1];
  if (longest === undefined || day < 1 || day > longest) return false;
  return month !== 2 || day !== 29 || year === undefined || isLeap(year);
}

/** 2月30日, 13月: dates that no calendar has. */
export default defineRule({
  meta: {
    id: 'date/impossible',
    title: { zh: '日期不存在', en: 'A date that does not exist' },
    severity: 'error',
    basis: '公历',
    fix: 'none',
    messages: { date: { zh: '“{found}”不存在。', en: '“{found}” is not a date.' } },
  },
  *check(report) {
    for (const paragraph of report.prose) {
      if (!paragraph.text.includes('月')) continue;
      for (const match of paragraph.text.matchAll(DATE)) {
        const [whole, year, month, day] = match;
        const end = match.index + whole.length;
        if (isMasked(paragraph.masks, match.index, end)) continue;
        const found = fold(whole);
        if (exists(year === undefined ? undefined : Number(year), Number(month), Number(day))) yield passed(found);
        else yield failed(found, { messageId: 'date', span: paragraph.spanOf(match.index, end), data: { found } });
      }
      for (const match of paragraph.text.matchAll(MONTH)) {
        const end = match.index + match[0].length;
        if (Number(match[2]) >= 1 && Number(match[2]) <= 12) continue;
        if (isMasked(paragraph.masks, match.index, end)) continue;
        const found = fold(match[0]);
        yield failed(found, { messageId: 'date', span: paragraph.spanOf(match.index, end), data: { found } });
      }
    }
  },
});
