import { describe, expect, test } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { say, texts } from '../say.ts';

const RULE = 'text/self-repeat';
const PHRASE = '依托便民服务大厅和流动宣传车，把惠农政策送到田间地头';

describe(RULE, () => {
  test('a phrase of two clauses that comes back', () => {
    const { problems, texts } = say(RULE, `年初${PHRASE}，群众满意。年末，${PHRASE}，反响良好。`);
    expect(texts).toEqual([PHRASE]);
    expect(problems[0]?.severity).toBe('hint');
    expect(problems[0]?.related).toHaveLength(1);
  });

  test.each([
    [
      'a title that is cited twice',
      '按照《云岭市行政机关政务公开工作规程实施细则暂行规定》开展，落实《云岭市行政机关政务公开工作规程实施细则暂行规定》。',
    ],
    [
      'the wording of the form',
      '未收到政府信息公开申请，未发生行政复议、行政诉讼；再次说明，未收到政府信息公开申请，未发生行政复议、行政诉讼。',
    ],
    [
      'an address',
      '受理地点：青溪县城关镇人民路一百二十八号行政中心二号楼。监督地点：青溪县城关镇人民路一百二十八号行政中心二号楼。',
    ],
    [
      'heads of a table that was copied as text',
      '信息内容 本年制发件数 本年废止件数 现行有效件数。信息内容 本年制发件数 本年废止件数 现行有效件数。',
    ],
    ['a short phrase', '及时更新公开目录和指南，定期核对公开目录和指南。'],
    ['a list in one shape', '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('the name of the body is no repetition, however long', () => {
    const name = '青溪县商务和工业信息化与科学技术协调发展局';
    const text = `${name}2024年政府信息公开工作年度报告\n一、总体情况\n${name}重视公开。\n五、存在的主要问题及改进情况\n${name}将改进。\n`;
    expect(found(lint(text), RULE)).toEqual([]);
  });

  test('a report that a copy doubled is said three times at most', () => {
    const { text } = draft();
    expect(found(lint(text + text), RULE).length).toBeLessThanOrEqual(3);
  });
});
