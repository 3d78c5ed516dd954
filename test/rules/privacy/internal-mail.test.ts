import { describe, expect, test } from 'vitest';
import { say, texts } from '../say.ts';

const RULE = 'privacy/internal-mail';

describe(RULE, () => {
  test('a box of a public mail service', () => {
    const { problems } = say(RULE, '联系邮箱：shuili_01@163.com。');
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
  });

  test.each(['联系邮箱：slj@qingxi.gov.cn。', '联系邮箱：slj@qq.com.qingxi.gov.cn。', '关注QQ群、网易163新闻。'])(
    'silent: %s',
    (paragraph) => {
      expect(texts(RULE, paragraph)).toEqual([]);
    },
  );
});
