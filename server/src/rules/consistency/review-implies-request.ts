import { type CellId, cellId } from '../../forms/index.ts';
import { numberIn } from '../../relations/summary.ts';
import { cellIn } from '../../report/find.ts';
import type { Report } from '../../report/report.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '复议、诉讼与申请';

const total = (row: string): CellId => cellId('requests', row, 'total');
const REQUESTS = ['new', 'carriedIn', 'resultTotal'].map(total);
const CASES = ['review', 'direct', 'afterReview'].map((group) => cellId('review', 'counts', `${group}.total`));

/** Reviews and suits follow from answers. Some follow from last year's, or from what was published. */
export default defineRule({
  meta: {
    id: 'consistency/review-implies-request',
    title: { zh: '没有申请，却有复议或诉讼', en: 'Reviews or suits, but no applications' },
    severity: 'hint',
    basis:
      '条例第五十一条：公民、法人或者其他组织认为行政机关在政府信息公开工作中侵犯其合法权益的，可以申请行政复议或者提起行政诉讼',
    fix: 'none',
    messages: {
      none: {
        zh: '第四部分有 {count} 件复议、诉讼，第三部分却没有新收、结转和办结的申请。由往年的答复或者主动公开引起的，可以不改。',
        en: 'Part four counts {count} reviews and suits, but part three has no applications. They may follow from answers of earlier years or from what was published.',
      },
    },
  },
  *check(report, { relations }) {
    const requests = numbersIn(report, REQUESTS);
    const cases = numbersIn(report, CASES);
    if (!requests || !cases) {
      yield notChecked(SUBJECT, 'cell-blank');
      return;
    }
    const count = sum(cases);
    const prior = relations?.prior;
    const cause = prior !== undefined && REQUESTS.some((id) => (numberIn(prior, id)?.value.units ?? 0) > 0);
    const first = CASES.map((id) => cellIn(report, id)).find(
      (cell) => typeof cell?.value === 'object' && cell.value.units > 0,
    );
    if (count === 0 || sum(requests) > 0 || cause || !first) yield passed(SUBJECT);
    else yield failed(SUBJECT, { messageId: 'none', span: first.span, data: { count } });
  },
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** @returns undefined unless all cells hold numbers */
function numbersIn(report: Report, ids: readonly CellId[]): number[] | undefined {
  const numbers = ids.flatMap((id) => {
    const value = cellIn(report, id)?.value;
    return typeof value === 'object' ? [value.units / 10 ** value.scale] : [];
  });
  return numbers.length === ids.length ? numbers : undefined;
}
