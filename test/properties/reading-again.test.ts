import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellIn } from '../../server/src/report/find.ts';
import { readReport } from '../../server/src/report/read.ts';
import { ReadCache } from '../../server/src/report/read-cache.ts';
import { optionsArbitrary } from '../support/arbitrary.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { changeArbitrary, versionsOf } from './changes.ts';

describe('a draft that is read again after every edit', () => {
  it('is read as if it were read for the first time, in every layout', () => {
    fc.assert(
      fc.property(optionsArbitrary, fc.array(changeArbitrary, { minLength: 1, maxLength: 10 }), (options, changes) => {
        const { text, format } = draft(options);
        const cache = new ReadCache();
        for (const version of versionsOf(text, changes)) {
          expect(readReport(version, { format }, cache)).toEqual(readReport(version, { format }));
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('keeps what the paragraphs say, wherever they are', () => {
    const { text } = draft();
    const cache = new ReadCache();
    const before = readReport(text, {}, cache);
    const after = readReport(`\n${text}`, {}, cache);
    expect(after.prose.map(({ content }) => content)).toSatisfy((contents: readonly object[]) =>
      contents.every((content, index) => content === before.prose[index]?.content),
    );
    const startOf = (report: typeof before) => cellIn(report, 'requests/new/natural')?.span.start ?? Number.NaN;
    expect(startOf(after)).toBe(startOf(before) + 1);
  });

  it('may be read with what another draft left behind', () => {
    const cache = new ReadCache();
    for (const { text, format } of [draft(), draft({ year: 2019 }), draft({ layout: LAYOUTS.at(-1) ?? LAYOUTS[0] })]) {
      expect(readReport(text, { format }, cache)).toEqual(readReport(text, { format }));
    }
  });
});

it('a report is plain data: a copy of it says the same', () => {
  fc.assert(
    fc.property(optionsArbitrary, (options) => {
      const { text, format } = draft(options);
      const report = readReport(text, { format });
      expect(structuredClone(report)).toEqual(report);
    }),
    { numRuns: 30 },
  );
});
