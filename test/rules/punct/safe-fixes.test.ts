import { describe, expect, test } from 'vitest';
import { fix, lint, readReport } from '../../../server/src/index.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const WRONG = [
  '按照云政办[2024]12号、国办函〔2020〕109 号和云政办〔2023〕第7号,落实《关于印发<公开规程>的通知》（国务院令711号）的要求，。',
  '于2024年1月20日更新目录1,234条;一是核对指南 ，归档(含电子档案)12件.二是制定《公开制度》、《保密制度》。',
  '依法公\u200b开信息⼯作,,见县政府网站(网址https://www.example.gov.cn/a,b)。',
].join('');

const digits = (text: string): string[] => text.normalize('NFKC').match(/\d+/g) ?? [];
const cells = (text: string): string[] =>
  Object.values(readReport(text).tables).flatMap((table) =>
    table.rows.flatMap((row) => row.cells.map(({ id, raw }) => `${id}=${raw}`)),
  );

describe('safe fixes of wording and punctuation, together', () => {
  test.each(LAYOUTS)('keep every run of digits and every cell, and leave nothing to mend: $name', (layout) => {
    const { text, format } = draft({ layout, say: { 1: WRONG } });
    const once = fix(text, { format });
    expect(once.applied).toBeGreaterThan(0);
    expect(digits(once.text)).toEqual(digits(text));
    expect(cells(once.text)).toEqual(cells(text));
    expect(fix(once.text, { format }).text).toBe(once.text);
    const left = lint(once.text, { format }).problems.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'safe'));
    expect(left.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});
