import { describe, expect, test } from 'vitest';
import { LAYOUTS } from '../../support/layouts.ts';
import { say, texts } from '../say.ts';

describe('punct/nested-book-title', () => {
  const RULE = 'punct/nested-book-title';
  const RIGHT = '按照《关于印发〈政务公开工作规程〉的通知》执行。';

  test.each([
    '按照《关于印发<政务公开工作规程>的通知》执行。',
    '按照《关于印发＜政务公开工作规程＞的通知》执行。',
    '按照《关于印发《政务公开工作规程》的通知》执行。',
  ])('%s', (paragraph) => {
    const { problems, fixed } = say(RULE, paragraph);
    expect(problems.map(({ severity }) => severity)).toEqual(['information']);
    expect(problems[0]?.fixes[0]?.kind).toBe('safe');
    expect(fixed).toContain(RIGHT);
  });

  test.each([
    RIGHT,
    '按照《关于转发〈关于印发《政务公开工作规程》的通知〉的通知》执行。',
    '制定《公开制度》《保密制度》。',
    '气温<20度的月份有3个。',
    '见《公开<b>指南</b>》。',
    '见《关于a<b的说明》。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});

describe('punct/unbalanced', () => {
  const RULE = 'punct/unbalanced';

  test.each([
    ['公开预算（含部门预算12份。', '（'],
    ['公开预算含部门预算）12份。', '）'],
    ['制定《公开制度，及时更新。', '《'],
    ['坚持“先审后发，及时更新。', '“'],
    ['依托“互联网+政务服务“平台公开。', '“'],
  ])('%s', (paragraph, mark) => {
    const { problems, texts } = say(RULE, paragraph);
    expect(texts[0]).toBe(mark);
    expect(problems[0]?.severity).toBe('warning');
  });

  test.each([
    ['list numbers', '一是1）更新目录；2)核对指南；a)归档。'],
    ['both widths in one pair', '公开预算（含部门预算)12份。'],
    ['pairs inside pairs', '公开“《预算（草案）》解读”12份（含视频（1个））。'],
    ['an order in brackets', '《中华人民共和国政府信息公开条例》（国务院令第711号）、《公开制度》。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('a quotation over two paragraphs', () => {
    expect(texts(RULE, '会议指出：“要及时公开。\n“要准确公开。”')).toEqual([]);
    expect(texts(RULE, '会议指出：“要及时公开。\n要准确公开。”')).toEqual([]);
    expect(texts(RULE, '会议指出：“要及时公开。\n要准确公开。')).toEqual(['“']);
  });

  test('a pair that the lines of a PDF part', () => {
    for (const layout of LAYOUTS.filter(({ wrap }) => wrap !== undefined)) {
      const paragraph = `全年坚持“先审查、后公开”，公开预算（含部门预算、单位预算、专项资金预算以及绩效目标）12份，制定《${'公开'.repeat(9)}制度》。`;
      expect(texts(RULE, paragraph, 1, { layout }), layout.name).toEqual([]);
    }
  });
});
