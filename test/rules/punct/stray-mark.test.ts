import { describe, expect, test } from 'vitest';
import { say, texts } from '../say.ts';

const RULE = 'punct/stray-mark';

describe(RULE, () => {
  test.each([
    ['全年更新目录，，核对指南。', '，，', 'safe', '全年更新目录，核对指南。'],
    ['全年更新目录、、指南。', '、、', 'safe', '全年更新目录、指南。'],
    ['全年更新目录。。核对指南。', '。。', 'safe', '全年更新目录。核对指南。'],
    ['全年更新目录,,核对指南。', ',,', 'safe', '全年更新目录,核对指南。'],
    ['全年更新目录，。', '，。', 'safe', '全年更新目录。'],
    ['全年更新目录。，核对指南。', '。，', 'suggestion', '全年更新目录。核对指南。'],
    ['落实《公开制度》、的要求。', '、的', 'suggestion', '落实《公开制度》的要求。'],
    ['公开预算（，含部门预算）。', '（，', 'safe', '公开预算（含部门预算）。'],
    ['公开预算（含部门预算，）。', '，', 'safe', '公开预算（含部门预算）。'],
    ['全年更新目录。。。', '。。。', 'suggestion', '全年更新目录……'],
  ])('%s', (paragraph, found, kind, right) => {
    const { problems, texts, fixed } = say(RULE, paragraph);
    expect(texts).toEqual([found]);
    expect(problems[0]?.severity).toBe('warning');
    expect(problems[0]?.fixes[0]?.kind).toBe(kind);
    expect(fixed).toContain(right);
  });

  test('which of two different pauses is meant cannot be told', () => {
    const { problems } = say(RULE, '全年更新目录，、核对指南。');
    expect(problems.map(({ fixes }) => fixes.length)).toEqual([0]);
  });

  test.each([
    '坚持先审后发……及时更新——逐项核对。',
    '《中华人民共和国政府信息公开条例》（国务院令第711号）、《公开制度》。',
    '公交、的士站点信息，的确方便群众。',
    '是否公开？！如何公开？”一问一答。',
    '见https://www.example.gov.cn/a,,b;;c。',
    '上午9:00开放，11::30闭馆。',
    '公开12件；3件已归档。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});
