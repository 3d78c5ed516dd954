import type { Report } from '../../report/report.ts';
import { defineRule, failed, notChecked, passed, type Severity } from '../rule.ts';

const SUBJECT = '落款日期不晚于公布期限';

/** Months and days after the report year's end. */
interface Deadline {
  readonly month: 1 | 3;
  readonly severity: Severity;
  readonly message: 'department' | 'government' | 'township' | 'unknown';
}

/** 条例第四十九条 names departments and governments from the county up; for townships local notices set the date. */
const DEADLINES: Readonly<Record<string, Deadline>> = {
  department: { month: 1, severity: 'warning', message: 'department' },
  government: { month: 3, severity: 'warning', message: 'government' },
  township: { month: 1, severity: 'information', message: 'township' },
  'street-office': { month: 1, severity: 'information', message: 'township' },
  // Late whatever the body is.
  unknown: { month: 3, severity: 'information', message: 'unknown' },
};

/** A signature after the day by which the report must be out. It may be the date of a re-issue, so there is no fix. */
export default defineRule({
  meta: {
    id: 'date/after-deadline',
    title: { zh: '落款日期晚于法定公布期限', en: 'The report is signed after its deadline' },
    severity: 'warning',
    basis: '条例第四十九条：部门每年1月31日前，县级以上地方人民政府3月31日前',
    fix: 'none',
    messages: {
      department: {
        zh: '落款日期为 {date}，晚于 {deadlineYear}年1月31日。县级以上人民政府部门应在此前提交并公布报告。',
        en: 'Signed {date}: departments submit and publish their report by 31 January {deadlineYear}.',
      },
      government: {
        zh: '落款日期为 {date}，晚于 {deadlineYear}年3月31日。县级以上地方人民政府的报告应在此前公布。',
        en: 'Signed {date}: governments publish their report by 31 March {deadlineYear}.',
      },
      township: {
        zh: '落款日期为 {date}，晚于 {deadlineYear}年1月31日。条例未规定乡镇、街道的期限，请核对本地的要求。',
        en: 'Signed {date}, after 31 January {deadlineYear}; townships and street offices follow local deadlines.',
      },
      unknown: {
        zh: '落款日期为 {date}，晚于 {deadlineYear}年3月31日，部门和政府的公布期限都已过。',
        en: 'Signed {date}, after 31 March {deadlineYear}, when the deadlines of departments and governments have passed.',
      },
    },
  },
  *check(report) {
    const { signature, year } = report;
    if (!signature) return; // Most published reports have none.
    if (year === undefined) {
      yield notChecked(SUBJECT, 'year-unknown');
      return;
    }
    const kind = report.issuer?.kind ?? 'unknown';
    const deadline = DEADLINES[kind];
    if (!deadline) return;
    if (!isAfter(signature, year + 1, deadline.month)) {
      yield kind === 'unknown' && isAfter(signature, year + 1, 1)
        ? notChecked(SUBJECT, 'issuer-unknown')
        : passed(SUBJECT);
      return;
    }
    yield failed(SUBJECT, {
      messageId: deadline.message,
      span: signature.span,
      severity: deadline.severity,
      data: { date: dateName(signature), deadlineYear: year + 1 },
    });
  },
});

type Signed = NonNullable<Report['signature']>;

const dateName = ({ year, month, day }: Signed): string => `${year}年${month}月${day}日`;

/** Later than the last day of that month? */
const isAfter = (signed: Signed, year: number, month: number): boolean =>
  signed.year > year || (signed.year === year && signed.month > month);
