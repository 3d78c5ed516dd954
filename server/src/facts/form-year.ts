import { type Form, formOfYear, labelsIn, oldestForm } from '../forms/index.ts';
import { reportFact } from '../report/fact.ts';
import type { Report } from '../report/report.ts';
import { foldLabel } from '../text/fold.ts';
import { sliceOf } from '../text/span.ts';

/** Whether the form that the tables follow is the one that the report year asks for. */

/** Older than the first form, and without its tables: a typing slip in the year does not make a report old. */
export const isBeforeForms = ({ year, formBy, forms }: Report): boolean =>
  year !== undefined && year < oldestForm(forms).since && formBy !== 'labels';

/** Labels of the proactive-disclosure table that only this form has, and that are no part of a label of the other. */
function ownLabels(form: Form, other: Form): string[] {
  const foreign = labelsIn(other.tables.proactive).map(foldLabel);
  const own = labelsIn(form.tables.proactive).filter((label) => {
    const key = foldLabel(label);
    return !foreign.some((each) => each.includes(key));
  });
  return [...new Set(own)];
}

/** One wrong label is table/label's finding; a table of another form has many. */
const ENOUGH = 3;

export interface FormMismatch {
  readonly expected: Form;
  readonly found: Form;
  /** Labels that the draft has and the expected form has not. */
  readonly labels: readonly string[];
}

/** The proactive-disclosure table is another form's than the one for the report year. */
export const formMismatch = reportFact((report): FormMismatch | undefined => {
  const { year, formBy, form, forms } = report;
  if (year === undefined || year < oldestForm(forms).since || formBy !== 'labels') return undefined;
  const expected = formOfYear(forms, year);
  return form === expected ? undefined : findMismatch(report, expected);
});

function findMismatch(report: Report, expected: Form): FormMismatch | undefined {
  const { form } = report;
  const table = report.tables.proactive;
  if (!table) return undefined;
  const key = foldLabel(sliceOf(report.text, table.span));
  const has = (label: string): boolean => key.includes(foldLabel(label));
  const labels = ownLabels(form, expected).filter(has);
  const right = ownLabels(expected, form).filter(has);
  return labels.length >= ENOUGH && labels.length > right.length ? { expected, found: form, labels } : undefined;
}
