import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { CompletionItem, DocumentSymbol, Hover, Location, Range } from 'vscode-languageserver-types';
import * as api from '../../server/src/index.ts';
import { draft } from '../support/draft.ts';

const FILE = new URL('../../server/src/index.ts', import.meta.url);
const made = draft({ seed: 3, cells: { 'requests/granted/total': '999' } });
const view = api.viewDraft(made.text);
const start = view.document.positionAt(made.cellAt('requests/granted/total').start);

test('the whole interface stands in one file, on one screen', () => {
  const source = readFileSync(FILE, 'utf8');
  expect(source.split('\n').length).toBeLessThanOrEqual(80);
  expect(source).not.toContain('export *');
});

describe('the language features', () => {
  test('are all there: what a request of the protocol asks for has a function', () => {
    const features = readFileSync(new URL('../../server/src/lsp/language.ts', import.meta.url), 'utf8');
    const asked = [...features.matchAll(/import \{ ([^}]+) \} from '\.\.\/language\/(?!ranges)/g)]
      .flatMap(([, names = '']) => names.split(', '))
      .filter((name) => !name.startsWith('type '));
    // The last three turn the symbols of reports into a client's older or wider lists.
    const inner = ['flatSymbols', 'matchingSymbols', 'reportSymbols'];
    expect(asked.length).toBeGreaterThan(12);
    expect(asked.filter((name) => !(name in api) && !inner.includes(name))).toEqual([]);
  });

  test('answer from one view of a draft', () => {
    expect(JSON.stringify(api.hover(view, start, 'plaintext'))).toContain('999');
    expect(api.documentSymbols(view).length).toBeGreaterThan(0);
    expect(api.semanticTokens(view).length % 5).toBe(0);
    const whole = { start: 0, end: made.text.length };
    expect(api.inlayHints(view, whole, api.DEFAULT_DISPLAY, 'plaintext').length).toBeGreaterThan(0);
    expect(api.refactors(view, made.cellAt('requests/granted/total'), () => true).length).toBeGreaterThan(0);
    const [link] = api.definition(view, start);
    expect(link?.targetUri).toBe('untitled:draft');
    expect(api.viewDraft(made.text, { uri: 'file:///a.txt', locale: 'en' })).toMatchObject({
      locale: 'en',
      document: { uri: 'file:///a.txt' },
      result: { problems: view.result.problems.map(({ rule }) => ({ rule })) },
    });
  });
});

test('the types are those of the protocol and of plain data', () => {
  expectTypeOf(api.lint).parameter(0).toEqualTypeOf<string>();
  expectTypeOf(api.lint).returns.toEqualTypeOf<api.LintResult>();
  expectTypeOf(api.fix).returns.toEqualTypeOf<{ text: string; applied: number }>();
  expectTypeOf<api.Problem['span']>().toEqualTypeOf<api.Span>();
  expectTypeOf(api.hover).returns.toEqualTypeOf<Hover | null>();
  expectTypeOf(api.completions).returns.toEqualTypeOf<CompletionItem[]>();
  expectTypeOf(api.documentSymbols).returns.toEqualTypeOf<DocumentSymbol[]>();
  expectTypeOf(api.references).returns.toEqualTypeOf<Location[]>();
  expectTypeOf(api.prepareRename).returns.toEqualTypeOf<Range | null>();
  expectTypeOf(api.viewDraft).returns.toEqualTypeOf<api.DraftView>();
  // @ts-expect-error: a view is made by viewDraft and no plain text.
  const misused = (): unknown => api.hover('text', start, 'plaintext');
  expect(misused).toThrow();
});

test('a report is read-only', () => {
  const change = ({ report }: api.DraftView): void => {
    // @ts-expect-error: it says what stands in one text.
    report.text = '';
  };
  expect(change).toBeTypeOf('function');
});
