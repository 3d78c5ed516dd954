import { describe, expect, it } from 'vitest';
import { lint, readReport } from '../../server/src/index.ts';
import { alarms } from '../support/check.ts';
import { describeCorpus, realReports } from '../support/corpus.ts';
import { draft } from '../support/draft.ts';
import { TEARINGS } from '../support/torn.ts';

/** A right report whose tables were not copied in the order of reading. */
const CASES = TEARINGS.flatMap((layout) =>
  (['2021', '2019'] as const).flatMap((form) =>
    [1, 2, 3, 4].map((seed) => ({
      name: `${layout.name}, form ${form}, ${seed}`,
      written: draft({ layout, form, seed, size: seed % 2 === 0 ? 'large' : 'small' }),
    })),
  ),
);

describe.each(CASES)('$name', ({ written }) => {
  const { text, format, printed } = written;
  const report = readReport(text, { format });

  it('no number is in a cell that is not its own', () => {
    const cells = Object.values(report.tables).flatMap((table) => [...table.cells.values()]);
    const wrong = cells.filter(({ id, raw }) => raw.trim() !== printed.get(id));
    expect(wrong.map(({ id, raw }) => `${id}: ${raw}`)).toEqual([]);
  });

  it('there is one warning a table at most, and no error', () => {
    const result = lint(text, { format });
    const found = alarms(result);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(3);
    for (const { id } of report.strayTables) {
      const reasons = result.outcomes.filter(({ reason }) => reason === 'table-unreadable');
      expect(reasons.length, id).toBeGreaterThan(0);
    }
    const subjects = found.map(({ rule, message }) => `${rule} ${message.slice(0, 12)}`);
    expect(new Set(subjects).size).toBe(subjects.length);
  });
});

describeCorpus('a real report of which the capture kept no order', () => {
  const scrambled = realReports('reports').filter(({ name }) => name.includes('scrambled'));
  it.each(scrambled)('$name: one warning a table, and of the tables nothing else', ({ text, name }) => {
    const rules = alarms(lint(text, { fileName: name })).map(({ rule }) => rule);
    expect(rules.filter((rule) => !rule.startsWith('text/'))).toEqual([
      'table/unreadable',
      'table/unreadable',
      'table/unreadable',
    ]);
  });
});
