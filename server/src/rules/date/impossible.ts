import { type Found, hitsOf, search } from '../../facts/search/search.ts';
import { isMasked, masksIn } from '../../report/prose/masks.ts';
import type { ProseContent } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { defineRule, failed, passed } from '../rule.ts';

const DATE = /(?:((?:19|20)\d\d)\s?年\s?)?(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?日/g;
const MONTH = /((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月(?!\s?\d{1,2}\s?日)/g;
/**
 * 20224年, 204年 and 2O24年 where a year of four digits belongs. 204年 may be a length of time: only at the head of a
 * clause, and with what follows a date.
 */
const GARBLED_YEAR =
  /(?<![\d.,])(?:20\d{3}|2[Oo][0-3]\d|20[Oo]\d)\s?年|(?:(?<=^|[。；;！!，,：:）)])|(?<=截[至止]|自|于|在))(?:20\d|2[0-3]\d|02\d)年(?=度|全年|底|末|以来|\d{1,2}月|[，,]\s?[我本全各共累])/g;
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function exists(year: number | undefined, month: number, day: number): boolean {
  const longest = LONGEST[month - 1];
  if (longest === undefined || day < 1 || day > longest) return false;
  return month !== 2 || day !== 29 || year === undefined || isLeap(year);
}

const DATES = search(datesIn, { from: [DATE, MONTH, GARBLED_YEAR] });

/** 2月30日, 13月: dates that no calendar has. */
export default defineRule({
  meta: {
    id: 'date/impossible',
    title: { zh: '日期不存在', en: 'A date that does not exist' },
    severity: 'error',
    basis: '公历',
    fix: 'none',
    messages: {
      date: { zh: '“{found}”不存在。', en: '“{found}” is not a date.' },
      year: { zh: '“{found}”不是年份，年份应为四位数字。', en: '“{found}” is not a year; a year has four digits.' },
    },
  },
  *check(report) {
    for (const { span, found, isReal, isYear } of hitsOf(report, DATES)) {
      if (isReal) yield passed(found);
      else yield failed(found, { messageId: isYear ? 'year' : 'date', span, data: { found } });
    }
  },
});

interface DateAt extends Found {
  readonly found: string;
  readonly isReal: boolean;
  /** A year alone that cannot be read as one. */
  readonly isYear?: boolean;
}

/** Days, then months without a day, of which only those that are wrong count. */
function datesIn(content: ProseContent): DateAt[] {
  const { text } = content;
  const dates: DateAt[] = [];
  const add = (start: number, whole: string, isReal: boolean): void => {
    const end = start + whole.length;
    if (!isMasked(masksIn(content), start, end)) dates.push({ start, end, found: fold(whole), isReal });
  };
  for (const match of matchesIn(text, DATE)) {
    const [whole, year, month, day] = match;
    add(match.index, whole, exists(year === undefined ? undefined : Number(year), Number(month), Number(day)));
  }
  for (const { index, 0: whole } of matchesIn(text, GARBLED_YEAR)) {
    const end = index + whole.length;
    if (!isMasked(masksIn(content), index, end))
      dates.push({ start: index, end, found: whole, isReal: false, isYear: true });
  }
  for (const match of matchesIn(text, MONTH)) {
    const month = Number(match[2]);
    if (month < 1 || month > 12) add(match.index, match[0], false);
  }
  return dates;
}
