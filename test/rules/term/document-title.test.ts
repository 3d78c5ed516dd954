import { describe, expect, test } from 'vitest';
import { check, found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { say, texts } from '../say.ts';

const RULE = 'term/document-title';

describe(RULE, () => {
  test.each([
    [
      '依据《政府信息公开信息处理费管理规定》（国办函〔2020〕109号）收费。',
      'information',
      '《政府信息公开信息处理费管理办法》',
    ],
    [
      '根据《中华人民共和国政府信息公开办法》（国务院令第711号）编制。',
      'warning',
      '《中华人民共和国政府信息公开条例》',
    ],
    ['落实《中华人民共和国信息公开条例》。', 'hint', '《中华人民共和国政府信息公开条例》'],
    [
      '按照《关于印发<中华人民共和国政府信息公开年度报告格式>的通知》（国办公开办函〔2021〕30号）编制。',
      'information',
      '《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》',
    ],
  ])('a title that is not exact: %s', (sentence, severity, right) => {
    const { problems, fixed } = say(RULE, sentence);
    expect(problems.map((problem) => [problem.messageId, problem.severity])).toEqual([['inexact', severity]]);
    expect(fixed).toContain(right);
  });

  test('a notice without issuer and number', () => {
    const { problems, texts } = say(RULE, '认真落实《关于做好重点任务公开工作的通知》。');
    expect(problems.map(({ messageId }) => messageId)).toEqual(['issuer']);
    expect(texts).toEqual(['《关于做好重点任务公开工作的通知》']);
  });

  test.each([
    ['按照国办公开办函〔2021〕30号要求编制本报告。', '国办公开办函〔2021〕30号'],
    ['根据国务院令第711号编制本报告。', '国务院令第711号'],
  ])('a number without its title: %s', (preface, number) => {
    const written = draft({ prose: { preface: [preface, '所列数据的统计期限为2024年1月1日至12月31日。'] } });
    const problems = found(check(written), RULE);
    expect(problems.map(({ messageId, span }) => [messageId, written.text.slice(span.start, span.end)])).toEqual([
      ['untitled', number],
    ]);
  });

  test.each([
    '认真落实市政府办公室《关于做好重点任务公开工作的通知》。',
    '认真落实市政府办公室印发的《关于做好重点任务公开工作的通知》。',
    '认真落实《关于做好重点任务公开工作的通知》（云政办发〔2024〕6号）。',
    '认真落实《云岭市人民政府办公室关于做好重点任务公开工作的通知》。',
    '执行《云岭市政府信息公开工作年度报告格式》和《云岭省政府信息公开条例》。',
    '按照《政府信息公开工作年度报告格式》编制，落实《条例》。',
    '落实《中华人民共和国政府信息公开条列》。',
    '再次对照国办公开办函〔2021〕30号逐项核对。',
  ])('silent: %s', (sentence) => {
    expect(texts(RULE, sentence)).toEqual([]);
  });
});
