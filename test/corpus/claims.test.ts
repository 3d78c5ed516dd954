import { expect, it } from 'vitest';
import { lint } from '../../server/src/index.ts';
import { alarms } from '../support/check.ts';
import { describeCorpus, realReports } from '../support/corpus.ts';

/** What the form counts, and a document or two that it does not. */
const COUNTED = /(?<![\d.])\d+(?=\s*件)/g;

const reports = realReports('reports').filter(({ name }) => !name.includes('scrambled'));

describeCorpus('numbers in the prose of real reports', () => {
  it.each(reports)('$name: contradict no table', ({ text }) => {
    expect(alarms(lint(text)).filter(({ rule }) => rule.startsWith('consistency/'))).toEqual([]);
  });

  it('nine of ten are told when they are one too many', () => {
    const changed = reports.flatMap(({ text }) => {
      const said = new Set(alarms(lint(text)).map(({ message }) => message));
      const from = text.indexOf('（一）主动公开');
      return [...text.slice(from, text.indexOf('二、主动公开政府信息情况')).matchAll(COUNTED)].map((match) => {
        const at = from + match.index;
        const wrong = `${text.slice(0, at)}${Number(match[0]) + 1}${text.slice(at + match[0].length)}`;
        return alarms(lint(wrong)).some(({ message }) => !said.has(message));
      });
    });
    expect(changed.length).toBeGreaterThan(30);
    expect(changed.filter(Boolean).length / changed.length).toBeGreaterThan(0.9);
  });
});
