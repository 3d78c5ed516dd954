import { describe, expect, it } from 'vitest';
import { lint, readReport } from '../../../server/src/index.ts';
import { RULE_CASES } from '../../support/cases.ts';
import { alarms, found, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';

/** A table that stands in a draft twice is one finding, and it is said which of the two was checked. */

const NAMES = { 2: 'proactive', 3: 'requests', 4: 'review' } as const;

describe.each(RULE_CASES.filter(({ layout }) => layout.format !== 'html'))('$name', ({ layout, form }) => {
  const own = draft({ layout, form, seed: 7, size: 'large' });
  const last = draft({ layout, form, seed: 8, size: 'large' });
  const tableOf = (text: string, number: 2 | 3 | 4): string => {
    const { sections } = readReport(text, { format: layout.format });
    const section = sections.find((each) => each.number === number);
    const from = text.indexOf('\n', section?.heading.span.end) + 1;
    return text.slice(from, section?.span.end);
  };

  it.each([2, 3, 4] as const)('the table of section %s pasted twice', (number) => {
    const table = tableOf(own.text, number);
    const text = own.text.replace(table, () => `${table}\n${table}`);
    const problem = only(alarms(lint(text, { format: layout.format })));
    expect([problem.rule, problem.messageId]).toEqual(['table/extra-row', 'same']);
  });

  it.each([2, 3] as const)('last year’s table of section %s above this year’s', (number) => {
    const table = tableOf(own.text, number);
    const text = own.text.replace(table, () => `${tableOf(last.text, number)}\n${table}`);
    const result = lint(text, { format: layout.format });
    const problem = only(alarms(result));
    expect([problem.rule, problem.messageId]).toEqual(['table/extra-row', 'table']);
    expect(found(result, 'consistency/text-vs-table')).toEqual([]);
    const read = readReport(text, { format: layout.format }).tables[NAMES[number]];
    for (const [id, { raw }] of read?.cells ?? []) expect(raw.trim(), id).toBe(own.printed.get(id));
  });
});
