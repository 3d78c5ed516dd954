import type { Rule } from './rule.ts';

/** Every rule, in catalogue order: the one list that lint, documentation, settings and SARIF are made from. */
export const rules: readonly Rule[] = [];
