import { countShared } from '../../relations/alike.ts';
import { problemsIn } from '../../relations/problems.ts';
import { sectionIn } from '../../report/find.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { copiedFrom, severityOf } from '../support/copied.ts';
import { toReport } from '../support/other-report.ts';

const SUBJECT = '第五部分的问题与上年报告';
/** One problem named again is a problem that lasts. */
const FEWEST = 2;

/** Section five names the very problems of last year, whatever it says is done about them. */
export default defineRule({
  meta: {
    id: 'year/problem-not-improved',
    title: { zh: '存在的问题与上年完全相同', en: 'The problems named are last year’s' },
    severity: 'information',
    basis: '各地编制通知：问题要实事求是、明确具体；国办公开办函〔2021〕30号（四）：不得内容雷同',
    fix: 'none',
    messages: {
      same: {
        zh: '所列 {count} 个问题与 {last} 年度报告全部相同，请写明上年问题的改进情况和本年的新问题。',
        en: 'All {count} problems are those of the report for {last}.',
      },
    },
  },
  *check(report, { relations }) {
    const prior = relations?.prior;
    const heading = sectionIn(report, 5)?.heading;
    if (!prior || !heading) return;
    const problems = problemsIn(report);
    const copied = copiedFrom(report, prior, 5);
    const isTold = copied !== undefined && severityOf(report, copied) === 'warning';
    const isSame = problems.length >= FEWEST && countShared(problems, prior.problems) === problems.length;
    if (isTold || !isSame) yield passed(SUBJECT);
    else {
      yield failed(SUBJECT, {
        messageId: 'same',
        span: heading.span,
        data: { count: problems.length, last: prior.year ?? '' },
        related: [toReport(prior, prior.headings[5])],
      });
    }
  },
});
