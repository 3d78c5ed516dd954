import { describe, expect, it } from 'vitest';
import { check, found, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';
import { OVERVIEW, PROSE_CASES } from '../../support/sentences.ts';

const RULE = 'date/period';

describe.each(PROSE_CASES)('date/period in $name', ({ layout, width }) => {
  const report = (...preface: string[]) =>
    draft({ layout, width, year: 2024, prose: { preface, overview: OVERVIEW, signOff: [] } });

  it.each([
    ['统计期限自2024年1月1日起至2024年12月31止。', '统计期限自2024年1月1日起至2024年12月31日止。', 'noDay', 'warning'],
    ['统计期限自2024年1月1日至2024年11月30日。', '统计期限自2024年1月1日至2024年12月31日。', 'dates', 'warning'],
    ['统计期限自2024年1月1日起至2025年12月31日止。', '统计期限自2024年1月1日起至2024年12月31日止。', 'years', 'error'],
  ])('corrects %s', (wrong, right, messageId, severity) => {
    const written = report(wrong);
    const problem = only(found(check(written), RULE));
    expect(problem).toMatchObject({ severity, messageId });
    const fix = only(problem.fixes);
    expect(fix.kind).toBe('suggestion');
    const mended = expectMended(written.text, problem, fix, written.format);
    expect(mended.replace(/\s/g, '')).toBe(report(right).text.replace(/\s/g, ''));
  });

  it('proposes the sentence where the preface has none', () => {
    const written = report('青溪县水利局依据《中华人民共和国政府信息公开条例》编制并发布本报告。');
    const problem = only(found(check(written), RULE));
    expect(problem.severity).toBe('information');
    const mended = expectMended(written.text, problem, only(problem.fixes), written.format);
    expect(mended.replace(/\s/g, '')).toContain('自2024年1月1日起至2024年12月31日止。');
  });

  it.each([
    '统计期限从2024年1月1日到2024年12月31日。',
    '报告所列数据的统计时间为2024年1月1日至12月31日。',
    '本报告数据核定时间为2024年1月1日—12月31日，均经核实。',
    '统计时限自2024年1月1日至2024年12月31日止，数据来自日常台账。',
  ])('accepts %s', (sentence) => {
    const { problems, outcomes } = check(report(sentence));
    expect(problems.filter(({ rule }) => rule === RULE)).toEqual([]);
    expect(outcomes).toContainEqual(expect.objectContaining({ rule: RULE, status: 'passed' }));
  });

  it('leaves the dates of some activity alone', () => {
    const { problems } = check(
      report('统计期限自2024年1月1日起至2024年12月31日止。', '公开查阅点于2024年3月1日至5月31日试运行，欢迎前来查阅。'),
    );
    expect(problems.filter(({ rule }) => rule === RULE)).toEqual([]);
  });

  it('asks for no preface', () => {
    expect(found(check(report()), RULE)).toEqual([]);
  });
});
