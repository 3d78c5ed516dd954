import { describe, expect, it } from 'vitest';
import { readReport } from '../../../server/src/index.ts';
import { applyFix, check, found, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'table/label-space';
const HEADS = { 商业企业: '商业 企业', 结果维持: '结果 维持' } as const;
const SPACED = LAYOUTS.filter(
  ({ id, name }) => !['space-rows', 'pdf-columns', 'html'].includes(id) && !name.includes('torn label'),
);

describe.each(SPACED)('$name', (layout) => {
  it('is one hint a table, and its fix changes nothing but blanks', () => {
    const text = draft({ layout, faults: { heads: HEADS } });
    const problems = found(check(text), RULE);
    expect(problems.map(({ severity }) => severity)).toEqual(['hint', 'hint']);
    const [first] = problems;
    const fixed = applyFix(text.text, only(first?.fixes ?? []));
    expect(fixed.replace(/\s/g, '')).toBe(text.text.replace(/\s/g, ''));
    const cells = (draftText: string) =>
      Object.values(readReport(draftText, { format: text.format }).tables).flatMap((table) =>
        table.rows.flatMap((row) => row.cells.map((cell) => [cell.id, cell.raw.trim()])),
      );
    expect(cells(fixed)).toEqual(cells(text.text));
  });

  it('is silent on a clean table', () => {
    expect(found(check(draft({ layout })), RULE)).toEqual([]);
  });
});

it('finds a blank after a row’s number', () => {
  const faults = { labels: { 'denied.secret': '1. 属于国家秘密' } };
  expect(found(check(draft({ faults })), RULE)).toHaveLength(1);
});

it('finds an empty line between rows and takes it out', () => {
  const clean = draft({ layout: LAYOUTS.find(({ id }) => id === 'tab-rows') ?? LAYOUTS[0] });
  const text = clean.text.replace(/\n(?=[^\n]*1\.属于国家秘密)/, '\n\n');
  const problem = only(found(check({ ...clean, text }), RULE));
  expect(problem.messageId).toBe('lines');
  expect(applyFix(text, only(problem.fixes))).toBe(clean.text);
});

it('takes no Windows line break for an empty line', () => {
  for (const layout of SPACED) expect(found(check(draft({ layout, lineBreak: '\r\n' })), RULE)).toEqual([]);
});

it('does not look at PDF text, where blanks part the cells', () => {
  const pdf = LAYOUTS.filter(({ id }) => id === 'space-rows' || id === 'pdf-columns');
  for (const layout of pdf) expect(found(check(draft({ layout, faults: { heads: HEADS } })), RULE)).toEqual([]);
});
