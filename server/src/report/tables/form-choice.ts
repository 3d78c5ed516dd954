import { FORMS, type Form, type FormTable, formForYear } from '../../forms/index.ts';
import { REQUESTS_2019, REQUESTS_2021 } from '../../forms/requests.ts';
import { foldLabel } from '../../text/fold.ts';
import type { ReadOptions, Report } from '../report.ts';
import { hasValue, type Run } from './runs.ts';

/** Labels of table 2 that only one of the forms has. A label is looked for as a cell's whole text or a run's end. */
const ONLY_IN_2021 = [
  '本年制发件数',
  '本年废止件数',
  '现行有效件数',
  '本年处理决定数量',
  '本年收费金额',
  '行政规范性文件',
].map(foldLabel);
const ONLY_IN_2019 = [
  '本年新制作数量',
  '本年新公开数量',
  '对外公开总数量',
  '上一年项目数量',
  '本年增/减',
  '其他对外管理服务事项',
  '第二十条第（九）项',
  '采购项目数量',
  '采购总金额',
  '政府集中采购',
].map(foldLabel);
const ONLY_IN_ONE = [...ONLY_IN_2021, ...ONLY_IN_2019];

const SPLIT_OTHER = /1\.申请人无正当理由逾期不|2\.申请人逾期未按|3\.其他$/;
const WHOLE_OTHER = /\(六\)其他处理$/;

/** What a stretch of table lines says about the form that it follows. */
export interface FormSigns {
  /** Labels that only one form has: a bit for each. */
  readonly labels: number;
  /** （六）其他处理 as three rows. */
  readonly splitOther: boolean;
  /** （六）其他处理 as a row, the first: whether it holds numbers. */
  readonly wholeOther: boolean | undefined;
}

export function formSigns(runs: readonly Run[]): FormSigns {
  const keys = runs.map((run) => run.key).join('\n');
  const whole = runs.find((run) => WHOLE_OTHER.test(run.key));
  return {
    labels: ONLY_IN_ONE.reduce((bits, label, index) => (keys.includes(label) ? bits | (1 << index) : bits), 0),
    splitOther: runs.some((run) => SPLIT_OTHER.test(run.key)),
    wholeOther: whole && hasValue(whole),
  };
}

export interface FormChoice extends Pick<Report, 'form' | 'formBy'> {
  /** 25 or 23 rows: the table itself says it by its （六）其他处理, whatever the report's form. */
  readonly requests: FormTable;
}

export function chooseForm(signs: readonly FormSigns[], year: number | undefined, options: ReadOptions): FormChoice {
  const { form, formBy } = reportForm(signs, year, options);
  if (signs.some(({ splitOther }) => splitOther)) return { form, formBy, requests: REQUESTS_2021 };
  const whole = signs.find(({ wholeOther }) => wholeOther !== undefined);
  return { form, formBy, requests: whole?.wholeOther ? REQUESTS_2019 : form.tables.requests };
}

/** By the majority of the labels that differ; a tie goes to the year. */
function reportForm(
  signs: readonly FormSigns[],
  year: number | undefined,
  options: ReadOptions,
): { form: Form; formBy: Report['formBy'] } {
  if (options.form) return { form: FORMS[options.form], formBy: 'option' };
  const said = signs.reduce((bits, { labels }) => bits | labels, 0);
  const votes = (labels: readonly string[], first: number): number =>
    labels.filter((_, index) => said & (1 << (first + index))).length;
  const lead = votes(ONLY_IN_2021, 0) - votes(ONLY_IN_2019, ONLY_IN_2021.length);
  if (lead !== 0) return { form: FORMS[lead > 0 ? '2021' : '2019'], formBy: 'labels' };
  return {
    form: FORMS[formForYear(year ?? FORMS['2021'].years.from)],
    formBy: year === undefined ? 'default' : 'year',
  };
}
