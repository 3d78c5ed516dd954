import { FORMS, type FormId, type FormTable, formForYear } from '../../forms/index.ts';
import { reportFact } from '../../report/fact.ts';
import type { Report } from '../../report/report.ts';
import { foldLabel } from '../../text/fold.ts';
import { sliceOf } from '../../text/span.ts';

/** Whether the form that the tables follow is the one that the report year asks for. */

/** Read once: a look-up by a name that is a number is slow. */
const { from: FIRST_YEAR } = FORMS['2019'].years;

/** Older than the first form, and without its tables: a typing slip in the year does not make a report old. */
export const isBeforeForms = ({ year, formBy }: Report): boolean =>
  year !== undefined && year < FIRST_YEAR && formBy !== 'labels';

const labelsOf = (table: FormTable): string[] =>
  table.blocks.flatMap((block) => [
    ...(block.caption ? [block.caption] : []),
    ...block.columns.map(({ label }) => label.replace(/（.*$/, '')),
    ...block.rows.map(({ label }) => label),
  ]);

const other = (id: FormId): FormId => (id === '2021' ? '2019' : '2021');

/** Labels of the proactive-disclosure table that only this form has, and that are no part of a label of the other. */
function ownLabels(id: FormId): string[] {
  const foreign = labelsOf(FORMS[other(id)].tables.proactive).map(foldLabel);
  const own = labelsOf(FORMS[id].tables.proactive).filter((label) => {
    const key = foldLabel(label);
    return !foreign.some((each) => each.includes(key));
  });
  return [...new Set(own)];
}

const OWN: Readonly<Record<FormId, readonly string[]>> = { '2019': ownLabels('2019'), '2021': ownLabels('2021') };

/** One wrong label is table/label's finding; a table of the other form has many. */
const ENOUGH = 3;

export interface FormMismatch {
  readonly expected: FormId;
  readonly found: FormId;
  /** Labels of the other form that the draft has. */
  readonly labels: readonly string[];
}

/** The proactive-disclosure table is the other form's. */
export const formMismatch = reportFact((report): FormMismatch | undefined => {
  const { year, formBy, form } = report;
  if (year === undefined || year < FIRST_YEAR || formBy !== 'labels') return undefined;
  const expected = formForYear(year);
  return form.id === expected ? undefined : findMismatch(report, expected);
});

function findMismatch(report: Report, expected: FormId): FormMismatch | undefined {
  const { form } = report;
  const table = report.tables.proactive;
  if (!table) return undefined;
  const key = foldLabel(sliceOf(report.text, table.span));
  const has = (label: string): boolean => key.includes(foldLabel(label));
  const labels = OWN[form.id].filter(has);
  const right = OWN[expected].filter(has);
  return labels.length >= ENOUGH && labels.length > right.length ? { expected, found: form.id, labels } : undefined;
}
