import type { Form } from './form.ts';
import { form2019 } from './form-2019.ts';
import { form2021 } from './form-2021.ts';
import { newestForm, noticesOf } from './form-list.ts';

/** The statutory forms by the year of their notice. This is the one list of them. */
export const FORM_IDS = ['2019', '2021'] as const;

export type FormId = (typeof FORM_IDS)[number];

/** An id without its form, or a form without a fact that something asks for, does not compile. */
export const FORMS: Readonly<Record<FormId, Form>> = { '2019': form2019, '2021': form2021 };

export const formById = (id: FormId): Form => FORMS[id];

/** Ordered by first year. */
export const STATUTORY_FORMS: readonly Form[] = FORM_IDS.map((id) => FORMS[id]);

/** The requests table of the newest form: prose of any year is read by its rows. */
export const REQUESTS_IN_FORCE = newestForm(STATUTORY_FORMS).tables.requests;

/** The notices of the forms, as a rule's basis names them. */
export const FORM_NOTICES = noticesOf(STATUTORY_FORMS);

export { equationsOf } from './equations.ts';
export * from './form.ts';
export * from './form-list.ts';
