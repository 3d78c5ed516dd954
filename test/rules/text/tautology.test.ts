import { describe, expect, test } from 'vitest';
import { say, texts } from '../say.ts';

const RULE = 'text/tautology';

describe(RULE, () => {
  test.each([
    '全年主动公开政府信息总计6条。其中，主动公开政府信息6条；其他方式公开0条。',
    '主动公开信息共12条，其中主动公开信息12条。',
  ])('%s', (paragraph) => {
    const { problems } = say(RULE, paragraph);
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
  });

  test.each([
    ['the part has its own name', '主动公开信息共12条，其中网站公开12条。'],
    ['the part is smaller', '主动公开信息共12条，其中主动公开信息7条为动态。'],
    ['no part', '主动公开信息共12条。主动公开信息12条均已归档。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});
