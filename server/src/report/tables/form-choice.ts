import {
  type Form,
  type FormId,
  type FormTable,
  formOfYear,
  formsFact,
  labelsIn,
  newestForm,
} from '../../forms/index.ts';
import { foldLabel } from '../../text/fold.ts';
import type { Report } from '../report.ts';
import { hasValue, type Run } from './runs.ts';

/** A label of the table of proactive disclosure that some of the forms have and some have not. */
interface TellingLabel {
  readonly label: string;
  readonly in: ReadonlySet<Form>;
}

/** A row of the requests table that some of the forms have and some have not. */
interface TellingRow {
  /** What the key of a run ends with, or, of a long label, holds. */
  readonly sign: string;
  readonly isWhole: boolean;
  /** Where another form prints it too, above rows of its own: （六）其他处理. There only numbers make a row of it. */
  readonly isHeadElsewhere: boolean;
  readonly in: ReadonlySet<FormTable>;
}

/** A long label may be cut short or wrapped; so many characters of it tell it from all others. */
const ENOUGH_OF_LABEL = 9;

const tellingLabels = formsFact((forms): readonly TellingLabel[] => {
  const labels = forms.map((form) => [form, labelsIn(form.tables.proactive).map(foldLabel)] as const);
  return [...new Set(labels.flatMap(([, own]) => own))]
    .map((label) => ({
      label,
      // A label of which it is a part shows it as well: 行政规范性文件 shows 规范性文件.
      in: new Set(labels.flatMap(([form, own]) => (own.some((each) => each.includes(label)) ? [form] : []))),
    }))
    .filter((label) => label.in.size < forms.length);
});

const tellingRows = formsFact((forms): readonly TellingRow[] => {
  const tables = [...new Set(forms.map((form) => form.tables.requests))];
  const rows = tables.map((table) => [table, table.blocks.flatMap((block) => block.rows)] as const);
  return [...new Set(rows.flatMap(([, own]) => own.map(({ label }) => label)))]
    .map((label) => {
      const key = foldLabel(label);
      return {
        sign: key.slice(0, ENOUGH_OF_LABEL),
        isWhole: key.length <= ENOUGH_OF_LABEL,
        isHeadElsewhere: rows.some(([, own]) => own.some(({ under }) => under?.includes(label))),
        in: new Set(rows.flatMap(([table, own]) => (own.some((row) => row.label === label) ? [table] : []))),
      };
    })
    .filter((row) => row.in.size < tables.length);
});

/** What a stretch of table lines says about the form that it follows. */
export interface FormSigns {
  readonly labels: ReadonlySet<TellingLabel>;
  /** The first run of each: whether it holds numbers. */
  readonly rows: ReadonlyMap<TellingRow, boolean>;
}

export function formSigns(runs: readonly Run[], forms: readonly Form[]): FormSigns {
  const keys = runs.map((run) => run.key).join('\n');
  const rows = new Map<TellingRow, boolean>();
  for (const row of tellingRows(forms)) {
    const run = runs.find(({ key }) => (row.isWhole ? key.endsWith(row.sign) : key.includes(row.sign)));
    if (run) rows.set(row, hasValue(run));
  }
  return { labels: new Set(tellingLabels(forms).filter(({ label }) => keys.includes(label))), rows };
}

export interface WantedForm {
  readonly forms: readonly Form[];
  readonly year: number | undefined;
  /** That somebody has set. */
  readonly form: FormId | Form | undefined;
}

export interface FormChoice extends Pick<Report, 'form' | 'formBy'> {
  /** The table itself says by its rows which form's it is, whatever the report's form. */
  readonly requests: FormTable;
}

export function chooseForm(signs: readonly FormSigns[], wanted: WantedForm): FormChoice {
  const choice = reportForm(signs, wanted);
  return { ...choice, requests: requestsTable(signs, wanted.forms, choice.form) };
}

/** By the majority of the labels that differ; a tie goes to the year. */
function reportForm(
  signs: readonly FormSigns[],
  { forms, year, form }: WantedForm,
): { form: Form; formBy: Report['formBy'] } {
  const set = typeof form === 'object' ? form : forms.find(({ id }) => id === form);
  if (set) return { form: set, formBy: 'option' };
  const said = tellingLabels(forms).filter((label) => signs.some(({ labels }) => labels.has(label)));
  const leading = mostIn(forms, said);
  const expected = year === undefined ? newestForm(forms) : formOfYear(forms, year);
  if (leading.length < forms.length) return { form: preferred(leading, expected), formBy: 'labels' };
  return { form: expected, formBy: year === undefined ? 'default' : 'year' };
}

/** Rows tell; where none does, one that may be another form's merged label tells by its numbers. */
function requestsTable(signs: readonly FormSigns[], forms: readonly Form[], form: Form): FormTable {
  const tables = [...new Set(forms.map(({ tables: { requests } }) => requests))];
  const all = tellingRows(forms);
  const rows = all.filter((row) => !row.isHeadElsewhere && signs.some((each) => each.rows.has(row)));
  const heads = all.filter((row) => row.isHeadElsewhere && signs.find((each) => each.rows.has(row))?.rows.get(row));
  return preferred(mostIn(tables, rows.length > 0 ? rows : heads), form.tables.requests);
}

/** Those that have the most of what was found. */
function mostIn<T>(all: readonly T[], found: readonly { readonly in: ReadonlySet<T> }[]): readonly T[] {
  const counts = all.map((each) => found.filter((sign) => sign.in.has(each)).length);
  const most = Math.max(...counts);
  return all.filter((_, index) => counts[index] === most);
}

/** The expected one if it is among those that lead, else the newest of them. */
const preferred = <T>(leading: readonly T[], expected: T): T =>
  leading.includes(expected) ? expected : (leading.at(-1) ?? expected);
