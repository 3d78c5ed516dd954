import { describe, expect, it } from 'vitest';
import { check, found, lineAt, only, sliceOf } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';
import { DEPARTMENT } from '../../support/issuers.ts';
import { OVERVIEW, PROSE_CASES, reportSaying } from '../../support/sentences.ts';

const RULE = 'date/wrong-year';
const titled = (year: number): readonly string[] => [`${DEPARTMENT.name}${year}年政府信息公开工作年度报告`];
const period = (year: number): string => `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;

describe.each(PROSE_CASES)('date/wrong-year in $name', ({ layout, width }) => {
  it('reports the title that was not changed', () => {
    const wrong = draft({ layout, width, year: 2024, title: titled(2023) });
    const problem = only(found(check(wrong), RULE));
    expect(problem.severity).toBe('error');
    expect(lineAt(wrong.text, problem.span.start)).toBe(1);
    expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
  });

  it('reports the period that was not changed, and corrects both its years', () => {
    const prose = { preface: [period(2023)], overview: OVERVIEW };
    const wrong = draft({ layout, width, year: 2024, prose });
    const problem = only(found(check(wrong), RULE));
    expect(problem.severity).toBe('error');
    const mended = expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
    const right = draft({ layout, width, year: 2024, prose: { ...prose, preface: [period(2024)] } });
    expect(mended).toBe(right.text);
  });

  it.each([
    '2023年，召开新闻发布会3次，发布信息6条。',
    '截至2023年12月31日，通过政府网站公开信息96条。',
    '2022年度共举办政府信息公开业务培训2次。',
  ])('reports a sentence on the year that names another: %s', (sentence) => {
    const wrong = reportSaying(1, sentence, { layout, width });
    const problem = only(found(check(wrong), RULE));
    expect(problem.severity).toBe('warning');
    expect(sliceOf(wrong.text, problem.span)).toBe(/20\d\d/.exec(sentence)?.[0]);
    const mended = expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
    expect(mended).toBe(reportSaying(1, sentence.replace(/20\d\d/, '2024'), { layout, width }).text);
  });

  it.each([
    [1, '根据国办公开办函〔2021〕30号要求，规范公开目录。'],
    [1, '落实《雁川市2023年政务公开工作要点》，公开信息12条。'],
    [1, '较2023年增加12条，增长14.3%。'],
    [1, '与2023年相比，公开信息多12条。'],
    [1, '2023年结转的申请1件已经办结。'],
    [1, '自2022年以来连续三年开展政务公开主题活动。'],
    [1, '《条例》自2019年5月15日起施行，组织学习2次。'],
    [1, '按照党的二十大和2023年中央经济工作会议精神开展工作。'],
    [1, '2025年将新建公开专区1个。'],
    [1, '计划2025年开展培训3次。'],
    [5, '2025年，我局将继续公开重点领域信息。'],
    [5, '2023年检查发现的问题，公开信息更新慢，已经改正。'],
    [6, '依据国办函〔2020〕109号，2024年未收取信息处理费。'],
    [1, '见https://gk.qingxi.example/2023年/公开目录。'],
    [1, '2014年建成的政务公开专栏公开信息3条。'],
  ] as const)('keeps silent in section %i: %s', (part, sentence) => {
    expect(found(check(reportSaying(part, sentence, { layout, width })), RULE)).toEqual([]);
  });

  it('takes a date of the next year at the end for the day of signing', () => {
    const wrong = reportSaying(6, '2025年1月20日', { layout, width });
    expect(found(check(wrong), RULE)).toEqual([]);
  });
});

it('checks nothing against a year that nobody states, and says so', () => {
  const prose = { preface: [], overview: ['公开信息8条。'], problems: ['内容偏少。'], other: ['无。'], signOff: [] };
  const { outcomes } = check(draft({ title: 0, prose }));
  expect(outcomes).toContainEqual(
    expect.objectContaining({ rule: RULE, status: 'not-checked', reason: 'year-unknown' }),
  );
});
