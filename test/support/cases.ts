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

/** Variations that change what a rule's fix has to write, beside the plain form of each layout. */
const WRITTEN_OTHERWISE = new Set(['pipe-cells, row ends', 'space-rows, PDF', 'pdf-columns, PDF']);

/**
 * Enough for a rule: every layout in both forms. The variations of a layout differ in how the reader finds the cells,
 * and the reader's own tests take all of them.
 */
export const RULE_CASES: readonly LayoutCase[] = LAYOUT_CASES.filter(
  ({ layout }) => LAYOUTS.find(({ id }) => id === layout.id) === layout || WRITTEN_OTHERWISE.has(layout.name),
);
