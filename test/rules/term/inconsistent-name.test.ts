import { describe, expect, test } from 'vitest';
import { say, texts } from '../say.ts';

const RULE = 'term/inconsistent-name';

describe(RULE, () => {
  test.each([
    [
      'an account by a homophone',
      '微信公众号“青溪水利”发布12条，微信公众号“青溪水力”关注者增加。',
      '微信公众号“青溪水力”',
    ],
    [
      'with its name before',
      '“青溪水务发布”公众号发布12条，微信公众号“青溪水务发步”推送3条。',
      '微信公众号“青溪水务发步”',
    ],
    ['a character lost', '抖音号“青溪水务在线”发布12条，抖音号“青溪水在线”推送3条。', '抖音号“青溪水在线”'],
    ['a site', '通过云岭市人民政府门户网站公开12条，登录云岭市政府网查询。', '云岭市政府网'],
  ])('%s', (_, sentence, second) => {
    const { problems, texts: found } = say(RULE, sentence);
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
    expect(found[0]).toContain(second.replace(/^微信/, ''));
    expect(problems[0]?.related.length).toBeGreaterThan(0);
  });

  test.each([
    '微信公众号“青溪教育”“青溪体育”和“青溪公安”同步发布，微信公众号“青溪体育”推送3条。',
    '微信公众号“青溪水利”发布12条，微博“青溪水力”推送3条。',
    '登录云岭市人民政府门户网站和双河县政府门户网站查询。',
    '通过县政府网站公开12条，登录县人民政府门户网站查询。',
    '微信公众号“青溪水利”发布12条，“青溪水利”微信公众号推送3条。',
  ])('silent: %s', (sentence) => {
    expect(texts(RULE, sentence)).toEqual([]);
  });
});
