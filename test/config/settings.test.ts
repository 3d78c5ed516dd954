import { describe, expect, test } from 'vitest';
import { toReadOption } from '../../server/src/config/issuer.ts';
import { ignoresFor, keyOf, settingsFor, staleEntries } from '../../server/src/config/settings.ts';
import { readReport } from '../../server/src/index.ts';

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

  test('of the issuer: as of the year, name and type together', () => {
    const config = {
      issuer: { name: '甲县水务局', type: 'department' },
      reports: { '乡.txt': { issuer: { name: '乙' } } },
    } as const;
    expect(settingsFor({ issuer: { name: '丙' } }, config, '乡.txt').issuer).toEqual({ name: '乙' });
    expect(settingsFor({ issuer: { name: '丙' } }, config, '局.txt').issuer).toEqual(config.issuer);
    expect(settingsFor({ issuer: { name: '丙' } }, {}, undefined).issuer).toEqual({ name: '丙' });
  });

  test('paths are compared as people write them', () => {
    const settings = (path: string) =>
      settingsFor({}, { reports: { [path]: { year: 2022 } } }, '甲县/e\u0301.txt').year;
    expect(settings('./甲县/\u00e9.txt')).toBe(2022);
    expect(settings('甲县\\\u00e9.txt')).toBe(2022);
    expect(settings('甲县/e.txt')).toBeUndefined();
  });
});

describe('the issuer that is set', () => {
  const text = '青禾县水务局2024年政府信息公开工作年度报告\n一、总体情况\n';

  test('overrides the text’s; without a type its name tells', () => {
    expect(readReport(text).issuer).toMatchObject({ name: '青禾县水务局', kind: 'department' });
    const issuer = toReadOption({ name: '望澜乡人民政府' });
    expect(readReport(text, { issuer }).issuer).toMatchObject({ name: '望澜乡人民政府', kind: 'township' });
  });

  test('may say what kind of body it is where the name does not', () => {
    const kind = (type: 'department' | 'government' | 'township' | 'street') =>
      readReport(text, { issuer: toReadOption({ name: '高新区管委会', type }) }).issuer?.kind;
    expect((['department', 'government', 'township', 'street'] as const).map(kind)).toEqual([
      'department',
      'government',
      'township',
      'street-office',
    ]);
  });

  test('in HTML, too', () => {
    const html = `<html><body><p>${text}</p></body></html>`;
    const issuer = { name: '松河镇人民政府' };
    expect(readReport(html, { format: 'html', issuer }).issuer).toMatchObject({ ...issuer, kind: 'township' });
  });
});

describe('ignored findings', () => {
  const entry = { rule: 'table/label', fingerprint: 'x', reason: '甲', span: { start: 0, end: 1 } };
  const config = { ignores: [{ ...entry, file: './甲\\乙.txt' }, entry] };

  test('belong to the report that the entry names, or to all', () => {
    expect(ignoresFor(config, '甲/乙.txt')).toEqual(config.ignores);
    expect(ignoresFor(config, '丙.txt')).toEqual([entry]);
    expect(ignoresFor(config, undefined)).toEqual([entry]);
  });

  test('are stale only where the report is named: another may have the finding', () => {
    expect(staleEntries(config.ignores, config.ignores)).toEqual(config.ignores.slice(0, 1));
    expect(staleEntries(config.ignores, [])).toEqual([]);
  });

  test('a report’s key is written as the file spells it', () => {
    expect(keyOf({ './甲.txt': {} }, '甲.txt')).toBe('./甲.txt');
    expect(keyOf({}, '甲.txt')).toBe('甲.txt');
    expect(keyOf(undefined, '甲.txt')).toBe('甲.txt');
  });
});
