import type { Form, FormTable } from './form.ts';

/** What follows from a list of forms. The list is ordered by first year and never empty. */

/** Computed once for each list. */
export function formsFact<T>(find: (forms: readonly Form[]) => T): (forms: readonly Form[]) => T {
  const known = new WeakMap<readonly Form[], { readonly fact: T }>();
  return (forms) => {
    const entry = known.get(forms) ?? { fact: find(forms) };
    known.set(forms, entry);
    return entry.fact;
  };
}

const at = (forms: readonly Form[], index: number): Form => {
  const form = forms.at(index);
  if (!form) throw new RangeError('a list of forms is never empty');
  return form;
};

export const oldestForm = (forms: readonly Form[]): Form => at(forms, 0);
export const newestForm = (forms: readonly Form[]): Form => at(forms, -1);

/** The form that a report for a year must use; the oldest for years before all forms. */
export const formOfYear = (forms: readonly Form[], year: number): Form =>
  forms.findLast(({ since }) => since <= year) ?? oldestForm(forms);

/** 2019、2020年度, 2021年度起: the years for which a form holds. */
export function yearsOf(form: Form, forms: readonly Form[]): string {
  const next = forms[forms.indexOf(form) + 1];
  if (!next) return `${form.since}年度起`;
  const years = Array.from({ length: next.since - form.since }, (_, index) => form.since + index);
  return `${years.length > 3 ? `${years[0]}至${years.at(-1)}` : years.join('、')}年度`;
}

/** 国办公开办函〔2021〕30号、〔2019〕60号: the notices of all forms, the newest first; an issuer that repeats is named once. */
export const noticesOf = formsFact((forms) =>
  [...forms]
    .reverse()
    .map(({ notice }, index, all) => {
      const organ = notice.parts?.organ;
      const isSame = organ !== undefined && all[index - 1]?.notice.parts?.organ === organ;
      return isSame ? notice.number.slice(organ.length) : notice.number;
    })
    .join('、'),
);

/** All tables that differ from each other, those of the newest form first. */
export const formTables = formsFact((forms) => [
  ...new Set([...forms].reverse().flatMap(({ tables }) => Object.values(tables))),
]);

/** What the forms print in a table: captions, column labels without their remark, row labels. */
export const labelsIn = (table: FormTable): string[] =>
  table.blocks.flatMap((block) => [
    ...(block.caption ? [block.caption] : []),
    ...block.columns.map(({ label }) => label.replace(/（.*$/, '')),
    ...block.rows.map(({ label }) => label),
  ]);
