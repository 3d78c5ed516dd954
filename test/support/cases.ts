import type { FormId } from '../../server/src/forms/index.ts';
import { LAYOUTS, type TestLayout } from './layouts.ts';

/** A table rule behaves the same in every layout and in both forms. */
export interface LayoutCase {
  readonly name: string;
  readonly layout: TestLayout;
  readonly form: FormId;
}

export const LAYOUT_CASES: readonly LayoutCase[] = LAYOUTS.flatMap((layout) =>
  (['2021', '2019'] as const).map((form) => ({ name: `${layout.name}, form ${form}`, layout, form })),
);
