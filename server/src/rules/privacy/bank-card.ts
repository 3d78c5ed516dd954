import { hitsOf, search } from '../../facts/search/search.ts';
import { isMasked, masksIn } from '../../report/prose/masks.ts';
import type { ProseContent } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { hasLongNumber } from './long-numbers.ts';

const SUBJECT = '银行卡号';
/** 16 to 19 digits, in groups of four or not. */
const CANDIDATE =
  /(?<![0-9A-Za-z０-９.\-/〔[（(])(?:\d{16,19}|\d{4}(?: \d{4}){3}(?: \d{1,3})?)(?![0-9A-Za-z０-９.\-/])/g;
const NAMED = /(?:银行|账[号户]|帐[号户]|卡号|开户)[^。；;]{0,20}$/;
const OTHER_CODE = /(?:信用代码|机构代码|索引号|编号|流水号|文号|备案号|身份证)[^。；;]{0,6}$/;
/** 银联 cards begin with 62; other numbers need a word that says what they are. */
const UNION_PAY = /^62/;
const LOOK_BACK = 30;

const CARDS = search(cardsIn);

/** Digits whose Luhn check holds and that are written as a bank card’s number. */
export default defineRule({
  meta: {
    id: 'privacy/bank-card',
    title: { zh: '公开文本中有银行卡号', en: 'A bank card number stands in the text' },
    severity: 'warning',
    basis: '条例第十五条',
    fix: 'none',
    messages: {
      found: {
        zh: '“{found}”像是银行卡号，公布前请核实并删除。',
        en: '“{found}” looks like a bank card number; check and remove it before publishing.',
      },
    },
  },
  *check(report) {
    let clean = true;
    for (const { span, digits } of hitsOf(report, CARDS)) {
      clean = false;
      yield failed(SUBJECT, {
        messageId: 'found',
        span,
        data: { found: `${digits.slice(0, 4)}****${digits.slice(-4)}` },
      });
    }
    if (clean) yield passed(SUBJECT);
  },
});

function cardsIn(content: ProseContent) {
  if (!hasLongNumber(content)) return [];
  const { text } = content;
  return matchesIn(text, CANDIDATE).flatMap(({ index: start, 0: whole }) => {
    const digits = whole.replaceAll(' ', '');
    const end = start + whole.length;
    const before = text.slice(Math.max(0, start - LOOK_BACK), start);
    if (OTHER_CODE.test(before) || isMasked(masksIn(content), start, end)) return [];
    return luhn(digits) && (UNION_PAY.test(digits) || NAMED.test(before)) ? [{ start, end, digits }] : [];
  });
}

/** The check digit of ISO/IEC 7812. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits.at(-1 - index));
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
