import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LintResult, lintReport } from '../../server/src/check/lint.ts';
import { readReport } from '../../server/src/report/read.ts';
import { ReadCache } from '../../server/src/report/read-cache.ts';
import type { TextFormat } from '../../server/src/report/report.ts';
import { optionsArbitrary } from '../support/arbitrary.ts';
import { draft } from '../support/draft.ts';
import { changeArbitrary, versionsOf } from './changes.ts';

/** Problems and check lists are put into words when they are read. */
const plain = (result: LintResult): unknown => JSON.parse(JSON.stringify(result));

/** Each version as it is checked after the one before, and as if there had been none. */
function expectSame(versions: readonly string[], format: TextFormat): void {
  const cache = new ReadCache();
  for (const version of versions) {
    const again = lintReport(readReport(version, { format }, cache));
    expect(plain(again)).toEqual(plain(lintReport(readReport(version, { format }))));
  }
}

const changesArbitrary = fc.array(changeArbitrary, { minLength: 1, maxLength: 10 });

/** Drafts with many faults of all kinds, whose findings must move along. */
const samples = readdirSync('samples').map((name) => ({
  text: readFileSync(join('samples', name), 'utf8'),
  format: name.endsWith('.md') ? ('markdown' as const) : ('text' as const),
}));

describe('a draft that is checked again after every edit', () => {
  it('has the findings that it has when it is checked for the first time, in every layout', () => {
    fc.assert(
      fc.property(optionsArbitrary, changesArbitrary, (options, changes) => {
        const { text, format } = draft(options);
        expectSame(versionsOf(text, changes), format);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('has them in drafts with faults of all kinds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), changesArbitrary, ({ text, format }, changes) => {
        expectSame(versionsOf(text, changes), format);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('says what it said of tables that only moved', () => {
    const { text } = draft();
    const wrong = text.replace(/(总计.*)\b0\b/, '$17');
    const cache = new ReadCache();
    const before = lintReport(readReport(wrong, {}, cache));
    const after = lintReport(readReport(`\n${wrong}`, {}, cache));
    expect(before.problems.some(({ rule }) => rule.startsWith('table/'))).toBe(true);
    expect(after.problems.map(({ span }) => span.start - 1)).toEqual(before.problems.map(({ span }) => span.start));
  });
});
