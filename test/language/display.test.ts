import { describe, expect, test } from 'vitest';
import { MarkupKind } from 'vscode-languageserver-types';
import { arithmeticOf } from '../../server/src/facts/arithmetic.ts';
import { codeLenses, tableFixes } from '../../server/src/language/code-lens.ts';
import { DEFAULT_DISPLAY, type Display, readDisplay } from '../../server/src/language/display.ts';
import type { DraftView } from '../../server/src/language/draft-view.ts';
import { inlayHints } from '../../server/src/language/inlay-hints.ts';
import { semanticTokens, TOKEN_TYPES } from '../../server/src/language/semantic-tokens.ts';
import { readReport } from '../../server/src/report/read.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { allViews, isInside, textAt, viewOf, viewOfDraft } from './views.ts';

const ALL: Display = { totals: 'all', columnNames: 'all', codeLens: 'all', semanticTokens: true };
const whole = (view: DraftView) => ({ start: 0, end: view.document.getText().length });
const hints = (view: DraftView, display: Partial<Display> = {}, within = whole(view)) =>
  inlayHints(view, within, { ...DEFAULT_DISPLAY, ...display }, MarkupKind.PlainText);
const titles = (view: DraftView, display: Partial<Display> = {}) =>
  codeLenses(view, { ...DEFAULT_DISPLAY, ...display }, 'fix').map(({ command }) => command?.title);
const WRONG = { 'requests/granted/total': '999' } as const;

describe('settings', () => {
  test('what is left out or wrong is as usual', () => {
    for (const value of [
      undefined,
      null,
      3,
      {},
      { inlayHints: 'all', codeLens: true },
      { inlayHints: { totals: 1 } },
    ]) {
      expect(readDisplay(value)).toEqual(DEFAULT_DISPLAY);
    }
    expect(
      readDisplay({ inlayHints: { totals: 'off', columnNames: true }, codeLens: 'all', semanticTokens: false }),
    ).toEqual({ totals: 'off', columnNames: 'all', codeLens: 'all', semanticTokens: false });
  });
});

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('%s', (_, layout) => {
  test('a report that agrees has nothing drawn into it', () => {
    const view = viewOfDraft({ layout, seed: 9 });
    expect(hints(view)).toEqual([]);
    expect(titles(view)).toEqual([]);
  });

  test('a wrong total has its sum beside it, and its table a lens', () => {
    const made = draft({ layout, seed: 9, cells: WRONG });
    const view = viewOf(made.text, made.format);
    const [hint] = hints(view);
    const parts = ['natural', 'business', 'research', 'ngo', 'legal', 'otherOrg'] as const;
    const sum = parts.reduce((all, column) => all + Number(made.printed.get(`requests/granted/${column}`)), 0);
    expect(hint?.label).toBe(`→Σ ${sum}`);
    expect(hint?.position).toEqual(view.document.positionAt(made.cellAt('requests/granted/total').end));
    expect(titles(view)[0]).toMatch(/^勾稽 \d+\/39 成立，\d 条不成立$/);
    expect(hints(view, { totals: 'off' })).toEqual([]);
    expect(titles(view, { codeLens: 'off' })).toEqual([]);
  });

  test('all totals and columns on request', () => {
    const view = viewOfDraft({ layout, seed: 9 });
    expect(hints(view, { totals: 'all' })).toHaveLength(25 + 7 + 3);
    expect(hints(view, { totals: 'off', columnNames: 'all' })).toHaveLength(6 + 1 + 2 + 1 + 25 * 7 + 15);
    expect(titles(view, { codeLens: 'all' })).toEqual(['勾稽 39/39 成立', '勾稽 3/3 成立']);
  });
});

test('what a lens proposes mends the table', () => {
  const made = draft({ seed: 9, cells: WRONG });
  const { result, report } = viewOf(made.text);
  const table = report.tables.requests;
  const edits = table ? tableFixes(result, table) : [];
  expect(edits.map(({ note }) => note)).toEqual([expect.stringMatching(/^将「（一）予以公开」总计列由 999 改为 \d+$/)]);
  const after = arithmeticOf(readReport(applyEdits(made.text, edits).text));
  expect(after.evaluated.every(({ status }) => status === 'holds')).toBe(true);
  expect(titles(viewOf(made.text))).toContain('查看 1 处修改建议');
});

test('hints are given for the range that is asked for', () => {
  const made = draft({ seed: 9 });
  const view = viewOf(made.text);
  const row = made.cellAt('requests/granted/natural');
  const end = made.cellAt('requests/granted/total').end;
  expect(hints(view, ALL, { start: row.start, end })).toHaveLength(8);
});

/** Tokens as text and type, decoded as a client does. */
function tokens(view: DraftView, data = semanticTokens(view)): [text: string, type: string, modifiers: number][] {
  const found: [string, string, number][] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const range = { start: { line, character }, end: { line, character: character + length } };
    expect(isInside(view, range)).toBe(true);
    found.push([textAt(view, range), TOKEN_TYPES[type] ?? '', modifiers]);
  }
  return found;
}

test('words have their meaning’s colour', () => {
  const view = viewOf(
    draft({
      seed: 9,
      cells: { ...WRONG, 'requests/new/total': '7' },
      prose: { overview: ['（一）依申请公开。2024年新收政府信息公开申请7件，发布信息80条，依据国办函〔2020〕109号。'] },
    }).text,
  );
  const found = tokens(view);
  expect(found).toContainEqual(['2024', 'reportYear', 0]);
  expect(found).toContainEqual(['一、总体情况', 'reportHeading', 0]);
  expect(found).toContainEqual(['（一）依申请公开', 'reportAspect', 0]);
  expect(found).toContainEqual(['7', 'boundNumber', 0]);
  expect(found).toContainEqual(['80', 'unboundNumber', 0]);
  expect(found).toContainEqual(['999', 'reportTotal', 1]);
  expect(found).toContainEqual(['1.属于国家秘密', 'reportLabel', 0]);
  for (const head of ['第二十条第（五）项', '自然人', '三、本年度办理结果', '未经复议直接起诉']) {
    expect(found).toContainEqual([head, 'reportLabel', 0]);
  }
  expect(found.filter(([text]) => text === '2020' || text === '109')).toEqual([]);
});

test.each(allViews().map(({ name, view }) => [name, view] as const))('is drawn inside %s', (_, view) => {
  tokens(view);
  const { length } = view.document.getText();
  const part = semanticTokens(view, { start: Math.floor(length / 3), end: Math.floor(length / 2) });
  tokens(view, part);
  expect(part.length).toBeLessThanOrEqual(semanticTokens(view).length);
  for (const { position } of hints(view, ALL)) expect(isInside(view, { start: position, end: position })).toBe(true);
  for (const { range, command } of codeLenses(view, ALL, 'fix')) {
    expect(isInside(view, range)).toBe(true);
    expect(command?.title).not.toBe('');
  }
});
