import { describe, expect, test } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { check, found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { ISSUERS } from '../../support/issuers.ts';
import { LAYOUTS } from '../../support/layouts.ts';
import { say, texts } from '../say.ts';

const RULE = 'punct/paragraph-end';
const LONG = '全年更新公开目录12项。对照上级要求逐项核对公开内容，没有发现逾期未公开的事项';

describe(RULE, () => {
  test.each([
    ['comma', '全年更新公开目录12项，', '全年更新公开目录12项。'],
    ['comma', '全年更新公开目录12项、', '全年更新公开目录12项。'],
    ['none', LONG, `${LONG}。`],
    ['none', `${LONG}。二是逐项核对公开内容，没有逾期的`, `${LONG}。二是逐项核对公开内容，没有逾期的。`],
    ['none', `${LONG}（含各股室）`, `${LONG}（含各股室）。`],
  ])('%s: %s', (messageId, paragraph, right) => {
    const { problems, fixed } = say(RULE, paragraph, 6);
    expect(problems.map((problem) => problem.messageId)).toEqual([messageId]);
    expect(problems[0]?.severity).toBe('information');
    expect(problems[0]?.fixes[0]?.kind).toBe('suggestion');
    expect(fixed).toContain(right);
  });

  test.each([
    ['a heading of its own', '（六）其他情况'],
    ['a short answer', '无'],
    ['a list follows', '主要做了以下工作：'],
    ['an item of a list', '更新公开目录12项，核对指南，归档申请；'],
    ['a contact line', '如有疑问请与办公室联系。电子邮箱为gongkai@example.gov.cn'],
    ['a quotation that ends the sentence', '会议要求：“全年更新公开目录，逐项核对公开内容，不得逾期。”'],
    ['a half-width mark', `${LONG}!`],
    ['a heading that runs on behind the sentence', `${LONG}。（二）依申请公开政府信息办理情况`],
    ['a heading of the first level that does', `${LONG}。七、其他情况说明`],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph, 6)).toEqual([]);
  });

  test('the body’s name and the date at the end', () => {
    const text = `${draft().text}青溪县水利局\n2025年1月20日\n`;
    expect(found(lint(text), RULE)).toEqual([]);
  });

  test('no line of a wrapped text is an end', () => {
    for (const layout of LAYOUTS) {
      expect(texts(RULE, `${LONG}，全部按期公开。`, 1, { layout }), layout.name).toEqual([]);
    }
  });

  test('the last characters of a sentence may stand alone on a line', () => {
    const issuer = ISSUERS.find(({ name }) => name.includes('水利局')) ?? ISSUERS[0];
    const options = { seed: 1281040642, size: 'zero', preface: 'none', year: 2021, issuer } as const;
    for (const layout of LAYOUTS) {
      expect(found(check(draft({ ...options, layout })), RULE), layout.name).toEqual([]);
    }
  });

  test('a text wrapped in an unusual way is left alone', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `更新公开目录第${index}项，核对指南，`).join('\n\n');
    const text = `青溪县水利局2024年政府信息公开工作年度报告\n一、总体情况\n${lines}\n`;
    expect(found(lint(text), RULE)).toEqual([]);
  });
});
