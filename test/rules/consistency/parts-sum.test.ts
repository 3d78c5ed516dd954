import { describe, expect, test } from 'vitest';
import { check, found, only, sliceOf } from '../../support/check.ts';
import { saying } from './numbers.ts';

const RULE = 'consistency/parts-sum';

describe('共 N 条，其中…', () => {
  const RIGHT = [
    '主动公开信息260条，其中网站110条，公众号72条，微博78条。',
    '全年累计公开信息5条。其中动态类2条，答复1条，新闻1条，招商1条。',
    '主动公开信息总计6条。其中，网站公开6条；其他方式公开0条。',
    '主动公开信息100条，其中网站60条，公众号30条等。',
    '主动公开信息100条，主要为其中网站60条，公众号30条。',
    '主动公开信息100条，其中网站60条，占60%，公众号30条。',
    '办理行政复议2件，其中结果维持1件，尚未审结1件；复议后起诉3件，结果维持3件。',
    '发布信息100条，其中网站60条（含视频80条），公众号40条。',
    '召开发布会12场，其中涉及政策文件30件，群众提问60个。',
    '公开信息100条，其中网站300余条次。',
    '共收办政府信息公开申请23件，其中本年新收21件、上年结转2件，办结18件，结转下年度继续办理5件。',
  ];
  test.each(RIGHT)('is right: %s', (sentence) => {
    expect(found(check(saying(() => sentence)), RULE)).toEqual([]);
  });

  test('parts above the whole are a warning, and the fix writes the sum', () => {
    const draft = saying(() => '主动公开信息260条，其中网站110条，公众号92条，微博78条。');
    const problem = only(found(check(draft), RULE));
    expect(problem.severity).toBe('warning');
    expect(sliceOf(draft.text, problem.span)).toBe('260');
    expect(problem.fixes[0]?.edits[0]?.newText).toBe('280');
  });

  test.each([
    ['of different kinds', '公开信息120条，其中政策文件类70条、工作动态类40条、公示公告类30条。', '120'],
    ['behind a colon', '公开信息860条：机构职能10条、工作动态600条、财政信息300条。', '860'],
    ['before their total', '设置查阅点3个、公开专栏5个、自助终端4个，共设置公开载体13个。', '13'],
    ['of different nouns', '召开专题会议3次、举办培训班4次、组织测试2次，共计10次。', '10'],
  ])('parts %s', (_, sentence, total) => {
    const draft = saying(() => sentence);
    const problem = only(found(check(draft), RULE));
    expect(problem.severity).toBe('warning');
    expect(sliceOf(draft.text, problem.span)).toBe(total);
  });

  test('parts below the whole of a closed list are a hint', () => {
    const draft = saying(() => '主动公开信息260条，其中网站110条，公众号72条。');
    expect(only(found(check(draft), RULE)).severity).toBe('hint');
  });

  test('a line end in a wrapped text ends no list', () => {
    const sentence =
      '主动公开各类政府信息共计二百六十条，其中政府门户网站公开一百一十条，政务微信公众号公开七十二条，政务微博公开七十八条。';
    expect(found(check(saying(() => sentence)), RULE)).toEqual([]);
  });
});
