import { describe, expect, test } from 'vitest';
import { check, found, only, sliceOf } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';

const inSectionFive = (...problems: string[]) => check(draft({ prose: { problems } }));

describe('consistency/announced-count', () => {
  const RULE = 'consistency/announced-count';
  const RIGHT: readonly string[][] = [
    ['今后将从以下4个方面改进：', '（一）公开及时。', '（二）解读到位。', '（三）平台稳定。', '（四）培训经常。'],
    ['主要有以下三个方面的问题：一是解读不够。二是更新不快。三是人手不足。'],
    ['存在以下问题：一是解读不够。二是更新不快。'],
    ['将做好以下2项工作，进一步提高质量。'],
    [
      '主要有以下2个问题：一是解读不够；二是更新不快。针对以上问题，采取以下三项措施：一是加强解读；二是按时更新；三是充实人员。',
    ],
  ];
  test.each(RIGHT.map((paragraphs) => [paragraphs]))('is right: %j', (paragraphs) => {
    expect(found(inSectionFive(...paragraphs), RULE)).toEqual([]);
  });

  test('four are announced, three follow', () => {
    const problem = only(
      found(
        inSectionFive('今后将从以下4个方面改进：', '（一）公开及时。', '（二）解读到位。', '（三）平台稳定。'),
        RULE,
      ),
    );
    expect(problem.severity).toBe('warning');
    expect(problem.message).toContain('4');
    expect(problem.message).toContain('3');
  });

  test('six parts are announced, five are named', () => {
    const preface =
      '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、其他需要报告的事项六个部分组成。';
    const problem = only(found(check(draft({ prose: { preface: [preface] } })), RULE));
    expect(problem.message).toContain('第五部分');
    const whole = preface.replace('、其他', '、存在的主要问题及改进情况、其他');
    expect(found(check(draft({ prose: { preface: [whole] } })), RULE)).toEqual([]);
  });
});

describe('consistency/problem-measure-count', () => {
  const RULE = 'consistency/problem-measure-count';
  test('three problems, two measures: a hint', () => {
    const result = inSectionFive(
      '（一）存在的主要问题。一是解读不够。二是更新不快。三是人手不足。',
      '（二）改进情况。一是加强解读。二是按时更新。',
    );
    expect(only(found(result, RULE)).severity).toBe('hint');
  });
  const SILENT: readonly string[][] = [
    ['（一）存在的主要问题。一是解读不够。二是更新不快。', '（二）改进情况。一是加强解读。二是按时更新。'],
    ['（一）存在的主要问题。解读不够，更新不快。', '（二）改进情况。一是加强解读。二是按时更新。三是充实人员。'],
    ['存在的问题：一方面解读不够，另一方面更新不快。', '改进措施：一是加强解读。二是按时更新。三是充实人员。'],
  ];
  test.each(SILENT.map((paragraphs) => [paragraphs]))('is silent: %j', (paragraphs) => {
    expect(found(inSectionFive(...paragraphs), RULE)).toEqual([]);
  });
});

describe('consistency/requests-not-reported', () => {
  const RULE = 'consistency/requests-not-reported';
  const overview = (text: string, options = {}) =>
    check(draft({ seed: 11, size: 'large', prose: { overview: [text] }, ...options }));
  test('requests in the table, none in the overview: a hint', () => {
    expect(only(found(overview('（二）依申请公开。规范办理流程，提高答复质量。'), RULE)).severity).toBe('hint');
  });
  test.each(['办理申请17件，均已答复。', '全年未收到政府信息公开申请。'])('is silent: %s', (text) => {
    expect(found(overview(text), RULE)).toEqual([]);
  });
  test('a table of zeros asks for no number', () => {
    expect(found(overview('规范办理流程。', { size: 'zero' }), RULE)).toEqual([]);
  });
});

describe('consistency/fee-vs-table', () => {
  const RULE = 'consistency/fee-vs-table';
  const cells = { 'proactive/fees/amount': '0' };
  const other = (text: string, options = {}) => check(draft({ cells, prose: { other: [text] }, ...options }));
  test('a fee was received, the table says 0', () => {
    const result = draft({ cells, prose: { other: ['本年度收取信息处理费400元。'] } });
    const problem = only(found(check(result), RULE));
    expect(sliceOf(result.text, problem.span)).toBe('400');
    expect(problem.severity).toBe('warning');
  });
  const SILENT = [
    '依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），本年度发出收费通知0件，收取信息处理费0元。',
    '本年度未收取信息处理费。',
    '信息处理费按每件100元的标准执行，本年度未产生费用。',
  ];
  test.each(SILENT)('is silent: %s', (text) => {
    expect(found(other(text), RULE)).toEqual([]);
  });
  test('a table with an amount is a wider fee', () => {
    expect(found(other('本年度收取信息处理费400元。', { cells: { 'proactive/fees/amount': '12.5' } }), RULE)).toEqual(
      [],
    );
  });
  test('the 2019 form has no amount of fees', () => {
    expect(found(other('本年度收取信息处理费400元。', { form: '2019', cells: {} }), RULE)).toEqual([]);
  });
});

describe('consistency/agency-name', () => {
  const RULE = 'consistency/agency-name';
  const says = (text: string) =>
    check(draft({ title: ['青溪县工业和信息化科技局2024年政府信息公开工作年度报告'], prose: { overview: [text] } }));
  test('the same characters in another order', () => {
    const result = says('青溪县工业信息化和科技局认真落实公开要求。');
    const problem = only(found(result, RULE));
    expect(problem.severity).toBe('warning');
    expect(problem.fixes).toHaveLength(2);
  });
  const SILENT = [
    '青溪县工业和信息化科技局认真落实公开要求。',
    '县工信科技局认真落实公开要求。',
    '按照云岭市工业和信息化局的部署，我局认真落实公开要求。',
    '会同县自然资源和规划局做好公开。',
    '按照《青溪县工业信息化和科技局信息公开办法》执行。',
  ];
  test.each(SILENT)('is silent: %s', (text) => {
    expect(found(says(text), RULE)).toEqual([]);
  });
});
