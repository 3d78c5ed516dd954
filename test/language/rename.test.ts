import { expect, test } from 'vitest';
import { nameSpans } from '../../server/src/language/issuer-name.ts';
import { prepareRename, rename } from '../../server/src/language/rename.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { draft } from '../support/draft.ts';
import { allViews, at, positionsIn, textAt, viewOf } from './views.ts';

const ISSUER = { name: '青溪县水利局', type: 'department', self: '我局', whole: '全局' } as const;
const TEXT = draft({ issuer: ISSUER, say: { 1: '青溪县水利局在青溪县政府门户网站公开信息。' } }).text;

test('the issuer is renamed throughout', () => {
  const view = viewOf(TEXT);
  const place = at(view, '青溪县水▮利局');
  const range = prepareRename(view, place);
  expect(range && textAt(view, range)).toBe('青溪县水利局');
  const { text } = applyEdits(TEXT, rename(view, place, ' 云岭市教育局 ') ?? []);
  expect(text).not.toContain('水利局');
  expect(text).toContain('云岭市教育局在青溪县政府门户网站公开信息。');
});

test('the place is renamed where it stands without the issuer', () => {
  const view = viewOf(TEXT);
  const place = at(view, '青溪▮县政府门户网站');
  const range = prepareRename(view, place);
  expect(range && textAt(view, range)).toBe('青溪县');
  const { text } = applyEdits(TEXT, rename(view, place, '禾原区') ?? []);
  expect(text).not.toContain('青溪县');
  expect(text).toContain('禾原区水利局在禾原区政府门户网站公开信息。');
});

test('a name that is broken over lines keeps its line break', () => {
  const made = draft({ issuer: ISSUER, title: ['青溪县', '水利局2024年政府信息公开工作年度报告'] });
  const view = viewOf(made.text);
  expect(nameSpans(view.report, ISSUER.name)[0]?.pieces).toHaveLength(2);
  const { text } = applyEdits(made.text, rename(view, at(view, '水▮利局2024年'), '云岭市教育局') ?? []);
  expect(text.split('\n').slice(0, 2)).toEqual(['云岭市教育局', '2024年政府信息公开工作年度报告']);
});

test('nothing else can be renamed, and not into nothing', () => {
  const view = viewOf(TEXT);
  expect(prepareRename(view, at(view, '一、总▮体情况'))).toBeNull();
  expect(rename(view, at(view, '一、总▮体情况'), '云岭市教育局')).toBeUndefined();
  for (const name of ['', '  ', '两\n行', '长'.repeat(99)])
    expect(rename(view, at(view, '青溪县水▮利局'), name)).toBeUndefined();
});

test.each(allViews().map(({ name, view }) => [name, view] as const))('answers anywhere in %s', (_, view) => {
  for (const position of positionsIn(view, 100)) {
    const range = prepareRename(view, position);
    expect(rename(view, position, '云岭市教育局') === undefined).toBe(range === null);
  }
});
