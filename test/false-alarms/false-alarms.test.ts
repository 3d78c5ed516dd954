import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FalseAlarm, LABELS, toRow } from '../../scripts/false-alarm/row.ts';
import { formOfYear, STATUTORY_FORMS } from '../../server/src/forms/index.ts';
import { rules } from '../../server/src/rules/index.ts';
import { check, found } from '../support/check.ts';
import { draft } from '../support/draft.ts';
import { layoutNamed } from '../support/layouts.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const ROWS: readonly FalseAlarm[] = JSON.parse(read('rows.json'));
const RULES = new Set<string>(rules.map(({ meta }) => meta.id));

/** As it stands, and wrapped as in the text of a PDF. */
const SET = ['pipe-rows', 'pdf-columns, PDF'].map(layoutNamed);

describe.each(ROWS)('$rule stays silent, for $why', ({ rule, year, section, text }) => {
  it.each(SET)('in $name', (layout) => {
    expect(RULES).toContain(rule);
    const form = formOfYear(STATUTORY_FORMS, year);
    const written = draft({ form, year, layout, say: { [section]: text } });
    const places = found(check(written), rule).map(({ message }) => message);
    expect(places).toEqual([]);
  });
});

describe('an issue of the form for false alarms', () => {
  const issue = (fields: Partial<Record<keyof typeof LABELS, string>> = {}): string => {
    const all = {
      rule: 'date/wrong-year',
      year: '2024',
      section: '第五部分 Section 5',
      text: '2021年建成的专栏仍在使用。',
      why: '说的是以往年度。\n没有第二种理解。',
      ...fields,
    };
    return Object.entries(all)
      .map(([field, value]) => `### ${LABELS[field as keyof typeof LABELS]}\r\n\r\n${value}\r\n`)
      .join('\r\n');
  };

  it('becomes a test row', () => {
    expect(toRow(issue(), RULES)).toEqual({
      rule: 'date/wrong-year',
      year: 2024,
      section: 5,
      text: '2021年建成的专栏仍在使用。',
      why: '说的是以往年度。 没有第二种理解。',
    });
    expect(toRow(issue({ section: '前言 Preface' }), RULES).section).toBe(0);
  });

  it.each([
    [{ rule: 'date/none' }, /no such rule/],
    [{ year: '去年' }, /no year/],
    [{ text: '一段。\n又一段。' }, /more than one paragraph/],
    [{ why: '_No response_' }, /Why it is right/],
  ] as const)('that lacks something says so: %o', (fields, said) => {
    expect(() => toRow(issue(fields), RULES)).toThrow(said);
  });

  it('has the fields that the row is made of', () => {
    const form = read('../../.github/ISSUE_TEMPLATE/false-alarm.yml');
    const labels = [...form.matchAll(/^ {6}label: (.+)$/gm)].map(([, label]) => label);
    expect(labels).toEqual(Object.values(LABELS));
  });
});
