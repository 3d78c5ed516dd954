import { hitsOf, search } from '../../facts/search/search.ts';
import type { ProseContent } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { hasLongNumber } from './long-numbers.ts';

const SUBJECT = '公民身份号码';
/** 18 places that stand in no longer run of letters and digits. */
const CANDIDATE = /(?<![0-9A-Za-z０-９])([1-8１-８][0-9０-９]{16}[0-9０-９XxＸｘ])(?![0-9A-Za-z０-９])/g;
/** Typed apart into few groups: 110105 19491231 002X. */
const IN_GROUPS =
  /(?<![0-9A-Za-z０-９]|[0-9０-９] )([1-8１-８](?:[ \u00a0]?[0-9０-９]){16}[ \u00a0]?[0-9０-９XxＸｘ])(?![0-9A-Za-z０-９]| [0-9０-９])/g;
const MOST_GROUPS = 6;
/** 统一社会信用代码 has 18 places too and another check digit; other codes are told by the word before them. */
const OTHER_CODE = /(?:信用代码|机构代码|索引号|编号|流水号|文号|账号|帐号|卡号)[\s：:为是（(]{0,4}$/;
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

const NUMBERS = search(numbersIn);

/** A resident’s identity number in a text that is to be published. Province, birth date and check digit must all fit. */
export default defineRule({
  meta: {
    id: 'privacy/id-number',
    title: { zh: '公开文本中有公民身份号码', en: 'A citizen’s identity number stands in the text' },
    severity: 'error',
    basis: '条例第十五条；GB 11643—1999 公民身份号码',
    fix: 'none',
    messages: {
      found: {
        zh: '“{found}”是公民身份号码，属于个人隐私，公布前应删除或作去标识化处理。',
        en: '“{found}” is a citizen’s identity number; remove or mask it before publishing.',
      },
    },
  },
  *check(report) {
    let clean = true;
    for (const { span, number } of hitsOf(report, NUMBERS)) {
      clean = false;
      yield failed(SUBJECT, {
        messageId: 'found',
        span,
        // The number itself must not spread into logs and result files.
        data: { found: `${number.slice(0, 6)}********${number.slice(14)}` },
      });
    }
    if (clean) yield passed(SUBJECT);
  },
});

function numbersIn(content: ProseContent) {
  if (!hasLongNumber(content)) return [];
  const { text } = content;
  const written = [
    ...matchesIn(text, CANDIDATE),
    ...matchesIn(text, IN_GROUPS).filter(({ 1: each = '' }) => isInGroups(each)),
  ];
  return written.flatMap(({ index: start, 1: digits = '' }) => {
    const number = fold(digits).toUpperCase();
    if (!isIdNumber(number) || OTHER_CODE.test(text.slice(0, start))) return [];
    return [{ start, end: start + digits.length, number }];
  });
}

function isInGroups(written: string): boolean {
  const groups = written.split(/[ \u00a0]/).length;
  return groups > 1 && groups <= MOST_GROUPS;
}

function isIdNumber(number: string): boolean {
  if (!PROVINCES.has(number.slice(0, 2))) return false;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECK_DIGITS[sum % 11] === number[17];
}
