import fc from 'fast-check';
import { type Draft, type DraftOptions, draft } from './draft.ts';
import { ISSUERS } from './issuers.ts';
import { LAYOUTS } from './layouts.ts';

/** Options of correct reports: every layout, both forms, all sizes, varied wording. */
export const optionsArbitrary: fc.Arbitrary<DraftOptions> = fc
  .record({
    form: fc.constantFrom('2021' as const, '2019' as const),
    later: fc.integer({ min: 0, max: 4 }),
    layout: fc.constantFrom(...LAYOUTS),
    issuer: fc.constantFrom(...ISSUERS),
    seed: fc.nat(),
    size: fc.constantFrom('zero' as const, 'small' as const, 'large' as const),
    title: fc.constantFrom(1 as const, 2 as const, 3 as const),
    preface: fc.constantFrom('plain' as const, 'lists-sections' as const, 'none' as const),
    width: fc.constantFrom('full' as const, 'half' as const),
    lineBreak: fc.constantFrom('\n' as const, '\r\n' as const),
    bom: fc.boolean(),
  })
  .map(({ later, ...options }) => ({
    ...options,
    year: options.form === '2021' ? 2021 + later : 2019 + (later % 2),
  }));

/** Correct reports. A failing one is printed with its options, and `draft(options)` writes it again. */
export const reportArbitrary: fc.Arbitrary<Draft> = optionsArbitrary.map(draft);
