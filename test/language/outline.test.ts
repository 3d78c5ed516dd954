import { describe, expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { foldingRanges } from '../../server/src/language/folding.ts';
import { documentSymbols, flatSymbols, matchingSymbols, reportSymbols } from '../../server/src/language/symbols.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { allViews, isInside, viewOfDraft } from './views.ts';

const HEADINGS = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'];
const flatten = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children ?? [])]);
const child = (symbols: readonly DocumentSymbol[] | undefined, name: string) =>
  symbols?.find((symbol) => symbol.name === name);

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('%s', (_, layout) => {
  const view = viewOfDraft({ layout, seed: 2 });
  const symbols = documentSymbols(view);

  test('sections, aspects, tables and rows', () => {
    expect(symbols.map(({ name }) => name).slice(1, 4)).toEqual(HEADINGS);
    expect(child(symbols, HEADINGS[0] ?? '')?.children?.map(({ name }) => name)).toContain('（一）主动公开');
    const table = child(symbols, HEADINGS[2] ?? '')?.children?.at(-1);
    expect(table).toMatchObject({ name: '收到和处理政府信息公开申请情况表', detail: '勾稽 39/39 成立' });
    const results = child(table?.children, '三、本年度办理结果');
    expect(child(results?.children, '（七）总计')?.detail).toMatch(/^总计 \d+$/);
    expect(child(child(results?.children, '（三）不予公开')?.children, '1.属于国家秘密')).toBeDefined();
  });

  test('a group begins at its own label', () => {
    const lines = view.document.getText().split(/\r\n|\n/);
    const isLabel = (line: number, label: string): boolean =>
      lines
        .slice(line, line + 3)
        .join('')
        .replace(/[\s|]/g, '')
        .normalize('NFKC')
        .startsWith(label.normalize('NFKC'));
    const groups = flatten(symbols).filter(({ name }) => /^第二十条第（.）项$|^三、本年度办理结果$/.test(name));
    expect(groups.length).toBeGreaterThan(2);
    if (!view.document.getText().includes('本年度办理结果')) return;
    for (const { name, range } of groups) {
      // A copy from a PDF may put the label of several lines beside the rows that it stands for.
      const printed = lines.some((_, line) => isLabel(line, name));
      if (printed) expect(isLabel(range.start.line, name), `${name} at line ${range.start.line + 1}`).toBe(true);
    }
  });

  test('folds sections, tables and groups of rows', () => {
    const folds = foldingRanges(view);
    const lines = view.document.getText().split(/\r\n|\n/);
    for (const heading of HEADINGS) {
      const line = lines.findIndex((each) => each.replace(/^#+ /, '').trim() === heading);
      expect(line < 0 || folds.some(({ startLine }) => startLine === line)).toBe(true);
    }
    expect(new Set(folds.map(({ startLine, endLine }) => `${startLine} ${endLine}`)).size).toBe(folds.length);
  });
});

test('a table that does not agree says so', () => {
  const view = viewOfDraft({ cells: { 'requests/granted/total': '999' } });
  const [table] = flatSymbols('', documentSymbols(view)).filter(({ name }) => name.endsWith('申请情况表'));
  expect(table?.containerName).toBe(HEADINGS[2]);
  const detail = child(documentSymbols(view), HEADINGS[2] ?? '')?.children?.at(-1)?.detail;
  expect(detail).toMatch(/^勾稽 \d+\/39 成立，\d 条不成立$/);
});

test('a query finds symbols by name and by report', () => {
  const view = viewOfDraft();
  expect(matchingSymbols(reportSymbols(view), '国家秘密').map(({ name }) => name)).toEqual(['1.属于国家秘密']);
  expect(matchingSymbols(reportSymbols(view), '水利局 国家秘密')).toHaveLength(1);
  expect(matchingSymbols(reportSymbols(view), '教育局 国家秘密')).toHaveLength(0);
  expect(matchingSymbols(reportSymbols(view), '').length).toBeGreaterThan(50);
});

test.each(allViews().map(({ name, view }) => [name, view] as const))('is whole in %s', (_, view) => {
  const check = ({ name, range, selectionRange, children = [] }: DocumentSymbol): void => {
    expect(name).not.toBe('');
    expect(isInside(view, range)).toBe(true);
    expect(view.document.offsetAt(selectionRange.start)).toBeGreaterThanOrEqual(view.document.offsetAt(range.start));
    expect(view.document.offsetAt(selectionRange.end)).toBeLessThanOrEqual(view.document.offsetAt(range.end));
    children.forEach(check);
  };
  documentSymbols(view).forEach(check);
  for (const { startLine, endLine } of foldingRanges(view)) {
    expect(startLine).toBeLessThan(endLine);
    expect(endLine).toBeLessThan(view.document.lineCount);
  }
});
