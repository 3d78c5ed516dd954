import type { Rule } from './rule.ts';
import brokenTotal from './table/broken-total.ts';
import identity from './table/identity.ts';

/** Every rule, in catalogue order: the one list that lint, documentation, settings and SARIF are made from. */
export const rules: readonly Rule[] = [brokenTotal, identity];
