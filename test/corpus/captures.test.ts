import { expect, it } from 'vitest';
import { FORMS } from '../../server/src/forms/index.ts';
import { lint, readReport } from '../../server/src/index.ts';
import { alarms, named } from '../support/check.ts';
import { describeCorpus, realReports } from '../support/corpus.ts';

const captures = realReports('reports').filter(({ name }) => name.startsWith('huaian'));
const faulty = realReports('reports').filter(({ name }) => name.startsWith('hongze'));
const valuesOf = (text: string): Map<string, string> => {
  const report = readReport(text);
  const cells = Object.values(report.tables).flatMap((table) => table.rows.flatMap((row) => row.cells));
  return new Map(cells.map(({ id, raw }) => [id, raw]));
};

describeCorpus('one real report, captured from its PDF in three ways', () => {
  it('has the same value in every statutory cell of all three', () => {
    const [first, ...others] = captures.map(({ text }) => valuesOf(text));
    expect(first?.size).toBe(10 + 175 + 15);
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(captures)('$name: no error and no warning', ({ text, name }) => {
    expect(named(text, alarms(lint(text, { fileName: name })))).toEqual([]);
  });

  it.each(captures)('$name: every sum is checked and holds', ({ text }) => {
    const report = readReport(text);
    expect(report.form).toBe(FORMS['2021']);
    expect(report.unread).toEqual([]);
    const sums = lint(text).outcomes.filter(({ rule }) => rule === 'table/broken-total' || rule === 'table/identity');
    expect(sums.length).toBe(42);
    expect(sums.filter(({ status }) => status !== 'passed')).toEqual([]);
  });
});

describeCorpus('a real report with two wrong totals, captured from its PDF', () => {
  const inOrder = faulty.filter(({ name }) => !name.includes('scrambled'));

  it.each(inOrder)(
    '$name: the two totals, the cut label and the lost character are told, and nothing else',
    ({ text, name }) => {
      const rules = alarms(lint(text, { fileName: name })).map(({ rule }) => rule);
      expect(rules.sort()).toEqual(['table/broken-total', 'table/broken-total', 'table/label', 'text/typo']);
    },
  );
});
