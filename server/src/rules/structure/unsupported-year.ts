import { isBeforeForms } from '../../facts/form-year.ts';
import { oldestForm } from '../../forms/index.ts';
import { span } from '../../text/span.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '报告年度适用的格式';

/** Reports for 2018 and earlier follow the 2007 regulation and have no statutory tables: only the prose is checked. */
export default defineRule({
  meta: {
    id: 'structure/unsupported-year',
    title: { zh: '报告年度早于统一格式', en: 'The report year is older than the statutory forms' },
    severity: 'information',
    basis: '国办公开办函〔2019〕60号：自2019年度报告起使用统一格式',
    fix: 'none',
    messages: {
      early: {
        zh: '这是 {year} 年度的报告，早于 {since} 年起使用的统一格式，结构和表格未核对，只检查文字、标点和日期。',
        en: 'This report for {year} is older than the forms, which begin in {since}; its structure and tables were not checked.',
      },
    },
  },
  *check(report) {
    const { year } = report;
    if (year === undefined) yield notChecked(SUBJECT, 'year-unknown');
    else if (!isBeforeForms(report)) yield passed(SUBJECT);
    else {
      const evidence = report.yearEvidence.find((each) => each.year === year);
      yield failed(SUBJECT, {
        messageId: 'early',
        span: evidence?.span ?? report.title?.span ?? span(0, 0),
        data: { year, since: oldestForm(report.forms).since },
      });
    }
  },
});
