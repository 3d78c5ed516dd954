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

/**
 * Enough for a rule: both forms in the plain layouts, one form in each of their variations, which differ only in how
 * the reader finds the cells. The reader's own tests take all.
 */
export const RULE_CASES: readonly LayoutCase[] = LAYOUTS.flatMap((layout, index) => {
  const plain = LAYOUTS.findIndex(({ id }) => id === layout.id) === index;
  return LAYOUT_CASES.filter(
    (each) => each.layout === layout && (plain || (each.form === '2021') === (index % 2 === 0)),
  );
});
