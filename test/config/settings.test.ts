import { describe, expect, test } from 'vitest';
import { settingsFor } from '../../server/src/config/settings.ts';

describe('whose word counts', () => {
  test('of the year: the report’s entry, then the file, then the editor', () => {
    const config = { year: 2024, reports: { 'old/局.txt': { year: 2020 } } };
    expect(settingsFor({ year: 2023 }, config, 'old/局.txt').year).toBe(2020);
    expect(settingsFor({ year: 2023 }, config, '局.txt').year).toBe(2024);
    expect(settingsFor({ year: 2023 }, {}, undefined).year).toBe(2023);
    expect(settingsFor({}, {}, undefined)).not.toHaveProperty('year');
  });

  test('allowed terms add up', () => {
    const config = { allowedTerms: ['b'], reports: { 'r.txt': { allowedTerms: ['c', 'a'] } } };
    expect(settingsFor({ allowedTerms: ['a'] }, config, 'r.txt').allowedTerms).toEqual(['a', 'b', 'c']);
  });

  test('of a severity: a group in the file also overrides single rules in the editor', () => {
    const editor = { rules: { 'table/label': 'off', 'date/period': 'off' } } as const;
    expect(settingsFor(editor, { rules: { table: 'hint' } }, undefined).rules).toEqual({
      'date/period': 'off',
      table: 'hint',
    });
  });

  test('paths are compared as people write them', () => {
    const settings = (path: string) =>
      settingsFor({}, { reports: { [path]: { year: 2022 } } }, '甲县/e\u0301.txt').year;
    expect(settings('./甲县/\u00e9.txt')).toBe(2022);
    expect(settings('甲县\\\u00e9.txt')).toBe(2022);
    expect(settings('甲县/e.txt')).toBeUndefined();
  });
});
