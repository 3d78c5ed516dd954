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

  it.each([
    ['统计期限从2024年1月1日起，至2024年12月30日止。', 'warning'],
    ['统计期限为1月1日至12月30日。', 'warning'],
    ['统计期限为当年1月1日至11月30日。', 'warning'],
    ['统计期限2024.1.1-2024.11.30。', 'warning'],
    ['统计期限为2023.1.1—2023.12.31。', 'warning'],
    ['统计期限为2024年1月至2024年12月。', 'information'],
  ])('offers the whole year for %s', (sentence, severity) => {
    const written = report(sentence);
    const problem = only(found(check(written), RULE));
    expect(problem).toMatchObject({ severity, messageId: 'dates' });
    const mended = expectMended(written.text, problem, only(problem.fixes), written.format);
    expect(mended.replace(/\s/g, '')).toContain('2024年1月1日至2024年12月31日');
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
    '统计时段：2024.1.1—2024.12.31。',
    '统计期限为2024-01-01至2024-12-31。',
    '统计期限从2024年1月1日起，至2024年12月31日止。',
    '本报告所列各项数据的统计期限为当年1月1日至12月31日。',
    '统计期限为2024年1月1日至2024年12月31日。其中，原青溪县水务局数据的统计期限为2024年1月1日至2024年3月31日。',
    '统计期限为2024年1月1日至12月31日，其中划转的水务数据为1月1日至3月31日。',
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

  it.each([
    '对2021年1月1日至2023年12月31日期间公开的信息进行排查。',
    '对2022年1月1日至2024年12月31日期间的文件开展清理。',
    '数据更新及时，2024年3月1日至5月31日开展专项检查。',
  ])('leaves the dates of a deed in section one alone: %s', (sentence) => {
    const prose = {
      preface: ['统计期限自2024年1月1日起至2024年12月31日止。'],
      overview: [...OVERVIEW, sentence],
      signOff: [],
    };
    expect(found(check(draft({ layout, width, year: 2024, prose })), RULE)).toEqual([]);
  });

  it('asks for no preface', () => {
    expect(found(check(report()), RULE)).toEqual([]);
  });
});

it.each([
  '统计期限自20241月1日起至2024年12月31日止。',
  '统计期限为2024 11日到1231日。',
  '统计期限：2024年1月1至12月31日。',
])('reports a date that lost a character: %s', (sentence) => {
  const written = draft({ year: 2024, prose: { preface: [sentence], overview: OVERVIEW, signOff: [] } });
  expect(only(found(check(written), RULE))).toMatchObject({ severity: 'warning', messageId: 'garbled' });
});
