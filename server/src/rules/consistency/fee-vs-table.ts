import { hitsOf, search } from '../../facts/search/search.ts';
import { cellId } from '../../forms/index.ts';
import { planOf } from '../../forms/plan.ts';
import { cellIn } from '../../report/find.ts';
import { isMasked, masksIn } from '../../report/prose/masks.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Report } from '../../report/report.ts';
import { type Decimal, parseDecimal } from '../../text/decimal.ts';
import { fold } from '../../text/fold.ts';
import { NUMBER_SOURCE } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';
import { sentenceOf } from '../support/wording.ts';

const FEE = search(
  new RegExp(
    `信息(?:公开)?处理费(?:用)?[^。；;0-9０-９]{0,20}?((?:${NUMBER_SOURCE})(?:[.．][0-9０-９]{1,6})?)\\s?(万?元)|` +
      `收取[^。；;0-9０-９]{0,10}?((?:${NUMBER_SOURCE})(?:[.．][0-9０-９]{1,6})?)\\s?(万?元)[^。；;，,]{0,6}信息(?:公开)?处理费`,
    'g',
  ),
  { avoid: [] },
);
/** Asked for, let off, given back, or of another year: 发出收费通知 2 件，应收 400 元，实际收取 0 元. */
const NOT_RECEIVED =
  /标准|每件|每页|元\/|通知|核算|应收|减免|免收|免予|减收|放弃|退还|未(?:予)?收|以往|往年|历年|上年|收取\s?[0０零]\s?元|实收\s?[0０零]/;
const YEAR = /20\d\d(?=\s?年)/;

/** What was collected in the year. */
const FEES = cellId('proactive', 'fees', 'amount');

/** Money received for processing information is an 行政事业性收费, so the table's amount cannot be 0. */
export default defineRule({
  meta: {
    id: 'consistency/fee-vs-table',
    title: { zh: '已收取信息处理费，表中收费金额为 0', en: 'A fee was received, but the table says 0' },
    severity: 'warning',
    appliesTo: ({ tables }) => planOf(tables.proactive).places.has(FEES),
    basis: '国办函〔2020〕109号；信息处理费属于行政事业性收费，列入第二十条第（八）项',
    fix: 'none',
    messages: {
      zero: {
        zh: '文字说收取信息处理费 {amount}{unit}，而“行政事业性收费”本年收费金额为 0（单位：万元）。',
        en: 'The text reports a fee of {amount}{unit}; the amount of fees in the table (in 万元) is 0.',
      },
    },
  },
  *check(report) {
    const cell = cellIn(report, FEES);
    for (const { span, amount, unit, value } of feesReceived(report)) {
      const subject = `收取信息处理费 ${amount}${unit}`;
      if (!cell || typeof cell.value !== 'object') {
        yield notChecked(subject, cell ? 'cell-blank' : 'table-missing');
      } else if (value.units === 0 || cell.value.units !== 0) yield passed(subject);
      else {
        yield failed(subject, {
          messageId: 'zero',
          span,
          data: { amount: fold(amount), unit },
          related: [{ span: cell.span, message: { zh: '本年收费金额为 0', en: 'fees this year: 0' } }],
        });
      }
    }
  },
});

interface FeeReceived {
  /** Where the amount stands, and how it is written. */
  readonly span: Span;
  readonly amount: string;
  readonly unit: string;
  readonly value: Decimal;
}

/** The fees that the prose says were collected in the report year. */
function feesReceived(report: Report): FeeReceived[] {
  return hitsOf(report, FEE).flatMap((hit): FeeReceived[] => {
    const { paragraph, start, text, groups } = hit;
    const [before = '', unitBefore = '', behind = '', unitBehind = ''] = groups;
    const amount = before || behind;
    const at = start + text.indexOf(amount);
    const end = at + amount.length;
    const value = parseDecimal(fold(amount));
    if (!value || !isReceived(sentenceOf(hit), report.year) || isMasked(masksIn(paragraph.content), at, end)) return [];
    return [{ span: spanIn(paragraph, at, end), amount, unit: unitBefore || unitBehind, value }];
  });
}

function isReceived(sentence: string, reportYear: number | undefined): boolean {
  const year = YEAR.exec(sentence)?.[0];
  const isOtherYear = year !== undefined && reportYear !== undefined && Number(year) !== reportYear;
  return !isOtherYear && !NOT_RECEIVED.test(sentence);
}
