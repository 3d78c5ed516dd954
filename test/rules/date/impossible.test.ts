import { describe, expect, it } from 'vitest';
import { check, found, only, sliceOf } from '../../support/check.ts';
import { PROSE_CASES, reportSaying } from '../../support/sentences.ts';

const RULE = 'date/impossible';

describe.each(PROSE_CASES)('date/impossible in $name', ({ layout, width }) => {
  it.each([
    ['2024年2月30日，召开信息公开工作会议。', '2024年2月30日'],
    ['2023年2月29日，召开信息公开工作会议。', '2023年2月29日'],
    ['4月31日，开展一次全面检查。', '4月31日'],
    ['2024年13月，完成专栏调整。', '2024年13月'],
    ['2024年0月5日，完成专栏调整。', '2024年0月5日'],
    ['20224年，公开信息30条。', '20224年'],
  ])('reports %s', (sentence, date) => {
    const wrong = reportSaying(5, sentence, { layout, width });
    const problem = only(found(check(wrong), RULE));
    expect(problem.severity).toBe('error');
    expect(sliceOf(wrong.text, problem.span).replace(/\s/g, '')).toBe(date);
    expect(problem.fixes).toEqual([]);
  });

  it.each([
    '2024年2月29日，召开信息公开工作会议。',
    '12月31日，完成年度清理。',
    '按月公开，每月5日前更新，全年12个月30日以内办结。',
    '2024年10月，完成专栏调整。',
    '依据青公开〔2024〕13号，于2024年5月更新13项目录。',
  ])('accepts %s', (sentence) => {
    expect(found(check(reportSaying(5, sentence, { layout, width })), RULE)).toEqual([]);
  });
});

it('reports a year of three digits at the head of a clause', () => {
  const written = reportSaying(5, '204年，我局公开信息30条。');
  expect(sliceOf(written.text, only(found(check(written), RULE)).span)).toBe('204年');
});
