import { requestsEquations, reviewEquations } from './equations.ts';
import type { Equation, Form, FormId, FormTable } from './form.ts';
import { PROACTIVE_2019, PROACTIVE_2021 } from './proactive.ts';
import { REQUESTS_2019, REQUESTS_2021 } from './requests.ts';
import { REVIEW } from './review.ts';
import { SECTIONS } from './sections.ts';

const define = (
  id: FormId,
  document: string,
  years: Form['years'],
  proactive: FormTable,
  requests: FormTable,
): Form => ({
  id,
  document,
  years,
  sections: SECTIONS,
  tables: { proactive, requests, review: REVIEW },
  equations: [...requestsEquations(requests), ...reviewEquations],
});

/** Both forms, by id. The equations number 39 + 3 in the 2021 form and 37 + 3 in the 2019 form. */
export const FORMS: Readonly<Record<FormId, Form>> = {
  '2021': define('2021', '国办公开办函〔2021〕30号', { from: 2021, to: 9999 }, PROACTIVE_2021, REQUESTS_2021),
  '2019': define('2019', '国办公开办函〔2019〕60号', { from: 2019, to: 2020 }, PROACTIVE_2019, REQUESTS_2019),
};

const { from: FROM_2021 } = FORMS['2021'].years;

/** The form a report year must use. Years before 2019 have no form that this tool knows. */
export const formForYear = (year: number): FormId => (year >= FROM_2021 ? '2021' : '2019');

const equationsBy: ReadonlyMap<FormTable, readonly Equation[]> = new Map(
  Object.values(FORMS).flatMap(({ tables, equations }) =>
    Object.values(tables).map((table) => [table, equations.filter((each) => each.table === table.id)] as const),
  ),
);

/** A 23-row requests table may stand in a report of the 2021 form: its own equations apply to it. */
export const equationsOf = (table: FormTable): readonly Equation[] => equationsBy.get(table) ?? [];

export * from './form.ts';
