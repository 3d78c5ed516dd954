import { describe, expect, test } from 'vitest';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { definition } from '../../server/src/language/definition.ts';
import { highlight } from '../../server/src/language/highlight.ts';
import { documentLinks } from '../../server/src/language/links.ts';
import { references } from '../../server/src/language/references.ts';
import { selectionRanges } from '../../server/src/language/selection.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { allViews, at, isInside, positionsIn, textAt, viewOf } from './views.ts';

const OVERVIEW = '全年新收政府信息公开申请7件，上年结转2件。';
const made = (layout = LAYOUTS[0]) =>
  draft({
    layout,
    seed: 4,
    prose: { overview: [OVERVIEW] },
    cells: { 'requests/new/total': '7', 'requests/carriedIn/total': '2' },
  });

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('%s', (_, layout) => {
  const written = made(layout);
  const view = viewOf(written.text, written.format);
  const cell = written.cellAt('requests/new/total');
  const cellRange = { start: view.document.positionAt(cell.start), end: view.document.positionAt(cell.end) };
  const number = view.document.positionAt(view.document.getText().search(/申请\s?\n?7/) + 2);

  test('from the number in prose to its cell and back', () => {
    const claim = view.document.positionAt(view.document.getText().indexOf('7', view.document.offsetAt(number)));
    const [link] = definition(view, claim);
    expect(link?.targetSelectionRange).toEqual(cellRange);
    expect(link?.originSelectionRange && textAt(view, link.originSelectionRange)).toBe('7');
    const places = references(view, cellRange.start, true);
    expect(places.map(({ range }) => textAt(view, range))).toEqual(['7', '7']);
    expect(places[1]?.range).toEqual(cellRange);
    expect(references(view, claim, false)).toHaveLength(1);
  });

  test('the whole equation of a total is shown', () => {
    const total = written.cellAt('requests/resultTotal/natural');
    const marks = highlight(view, view.document.positionAt(total.start));
    const written_ = marks.filter(({ kind }) => kind === DocumentHighlightKind.Write);
    expect(written_.map(({ range }) => view.document.offsetAt(range.start))).toEqual([total.start]);
    expect(marks.filter(({ kind }) => kind === DocumentHighlightKind.Read)).toHaveLength(21);
  });

  test('a selection grows from the cell to the draft', () => {
    const [range] = selectionRanges(view, [cellRange.start]);
    expect(range?.range).toEqual(cellRange);
    const sizes: number[] = [];
    for (let each = range; each; each = each.parent) {
      sizes.push(view.document.offsetAt(each.range.end) - view.document.offsetAt(each.range.start));
    }
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(new Set(sizes).size).toBe(sizes.length);
    expect(sizes.at(-1)).toBe(written.text.length);
    expect(sizes.length).toBeGreaterThanOrEqual(4);
  });
});

test('an addend shows its row, and a balance when that is what fails', () => {
  const right = draft({ seed: 4 });
  const view = viewOf(right.text);
  const place = view.document.positionAt(right.cellAt('requests/granted/natural').start);
  expect(highlight(view, place).filter(({ kind }) => kind === DocumentHighlightKind.Read)).toHaveLength(6);
  const wrong = draft({ seed: 4, cells: { 'requests/carriedOut/natural': '71', 'requests/carriedOut/total': '' } });
  const broken = viewOf(wrong.text);
  const marks = highlight(broken, broken.document.positionAt(wrong.cellAt('requests/carriedOut/natural').start));
  expect(marks.map(({ kind }) => kind)).toEqual([2, 2, 3, 3]);
});

test('the issuer’s name lights up wherever it stands', () => {
  const view = viewOf(
    draft({ issuer: { name: '青溪县水利局', type: 'department', self: '我局', whole: '全局' } }).text,
  );
  const marks = highlight(view, at(view, '青溪▮县水利局'));
  expect(marks.length).toBeGreaterThan(1);
  for (const { range } of marks) expect(textAt(view, range)).toBe('青溪县水利局');
});

test('in prose a selection grows by number, clause, sentence, paragraph', () => {
  const view = viewOf(made().text);
  const [range] = selectionRanges(view, [at(view, '上年结转▮2件')]);
  const texts: string[] = [];
  for (let each = range; each; each = each.parent) texts.push(textAt(view, each.range));
  expect(texts.slice(0, 3)).toEqual(['2', '上年结转2件', OVERVIEW]);
});

test('addresses are links, without the mark behind them', () => {
  const view = viewOf(
    draft({
      say: { 1: '详见县政府网站（http://www.qingxi.example.cn/zfxxgk/）或www.qingxi.cn，邮箱slj@qingxi.example.cn。' },
    }).text,
  );
  expect(documentLinks(view).map(({ target }) => target)).toEqual(
    expect.arrayContaining([
      'http://www.qingxi.example.cn/zfxxgk/',
      'http://www.qingxi.cn',
      'mailto:slj@qingxi.example.cn',
    ]),
  );
});

test('nowhere is nothing', () => {
  const view = viewOf('');
  const start = { line: 0, character: 0 };
  expect(definition(view, start)).toEqual([]);
  expect(references(view, start, true)).toEqual([]);
  expect(highlight(view, start)).toEqual([]);
  expect(selectionRanges(view, [start])).toHaveLength(1);
  expect(documentLinks(view)).toEqual([]);
});

test.each(allViews().map(({ name, view }) => [name, view] as const))('answers anywhere in %s', (_, view) => {
  const positions = positionsIn(view);
  const ranges = positions.flatMap((position) => [
    ...definition(view, position).flatMap((link) => [link.targetRange, link.targetSelectionRange]),
    ...references(view, position, true).map(({ range }) => range),
    ...highlight(view, position).map(({ range }) => range),
    ...selectionRanges(view, [position]).map(({ range }) => range),
  ]);
  for (const range of [...ranges, ...documentLinks(view).map(({ range }) => range)]) {
    expect(isInside(view, range)).toBe(true);
  }
});
