import { describe, expect, test } from 'vitest';
import { LAYOUTS } from '../../support/layouts.ts';
import { say, texts } from '../say.ts';

describe('punct/docnum-bracket', () => {
  const RULE = 'punct/docnum-bracket';

  test.each([
    ['按照云政办[2024]12号文件执行。', '云政办[2024]12号', '云政办〔2024〕12号'],
    ['按照云政办（2024）12号文件执行。', '云政办（2024）12号', '云政办〔2024〕12号'],
    ['按照云政办(2024)12号文件执行。', '云政办(2024)12号', '云政办〔2024〕12号'],
    ['按照云政办【2024】12号文件执行。', '云政办【2024】12号', '云政办〔2024〕12号'],
    ['按照云政办﹝2024﹞12号文件执行。', '云政办﹝2024﹞12号', '云政办〔2024〕12号'],
    ['按照云政办［2024］第12号文件执行。', '云政办［2024］第12号', '云政办〔2024〕第12号'],
  ])('%s', (paragraph, found, right) => {
    const { problems, texts, fixed } = say(RULE, paragraph);
    expect(texts.map((text) => text.endsWith(found))).toEqual([true]);
    expect(problems[0]?.severity).toBe('warning');
    expect(problems[0]?.fixes[0]?.kind).toBe('safe');
    expect(fixed).toContain(right);
  });

  test.each([
    ['the right brackets', '按照云政办〔2024〕12号文件执行。'],
    ['a court numbers its cases with the year first', '判决书（2024）云0102行初12号已生效。'],
    ['an address', '办公地点为文化路（2024）12号楼。'],
    ['a year in brackets without a number', '公开规划（2024）12条。'],
    ['a web address', '见https://www.example.gov.cn/a(2024)12号。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});

describe('punct/docnum-space', () => {
  const RULE = 'punct/docnum-space';

  test.each([
    ['blank', '按照国办函〔2020〕109 号执行。', 'safe', '国办函〔2020〕109号'],
    ['blank', '按照国办函〔 2020 〕109号执行。', 'safe', '国办函〔2020〕109号'],
    ['ordinal', '按照云政办〔2024〕第12号执行。', 'safe', '云政办〔2024〕12号'],
    ['leading-zero', '按照云政办〔2024〕012号执行。', 'suggestion', '云政办〔2024〕12号'],
    ['short-year', '按照云政办〔24〕12号执行。', 'suggestion', '云政办〔2024〕12号'],
  ])('%s: %s', (messageId, paragraph, kind, right) => {
    const { problems, fixed } = say(RULE, paragraph);
    expect(problems.map((problem) => problem.messageId)).toEqual([messageId]);
    expect(problems[0]?.severity).toBe(messageId === 'ordinal' ? 'warning' : 'information');
    expect(problems[0]?.fixes[0]?.kind).toBe(kind);
    expect(fixed).toContain(right);
  });

  test('no digits are put before a year of another century', () => {
    const { problems } = say(RULE, '延用云政办〔63〕12号执行。');
    expect(problems.flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  test.each([
    '按照国办函〔2020〕109号执行。',
    '根据国务院令第711号执行。',
    '根据国令第 711 号执行。',
    '办公地点为文化路（24）3号。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('in the text of a PDF every number has blanks around it', () => {
    const wrapped = LAYOUTS.filter((layout) => layout.wrap !== undefined);
    expect(wrapped.length).toBeGreaterThan(0);
    for (const layout of wrapped) {
      expect(texts(RULE, '按照国办函〔2020〕109 号执行，公开 12 条。', 1, { layout }), layout.name).toEqual([]);
    }
  });
});
