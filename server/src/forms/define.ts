import { equationsOf } from './equations.ts';
import type { Form } from './form.ts';

/** The equations follow from the tables. */
export const defineForm = (form: Omit<Form, 'equations'>): Form => ({
  ...form,
  equations: Object.values(form.tables).flatMap(equationsOf),
});
