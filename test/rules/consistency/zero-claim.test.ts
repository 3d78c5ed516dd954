import { describe, expect, test } from 'vitest';
import { check, found } from '../../support/check.ts';
import { type Draft, draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';
import { saying, upheld } from './numbers.ts';

const RULE = 'consistency/zero-claim';

const NO_REQUESTS = [
  '全年未收到政府信息公开申请。',
  '本年度未收到依申请公开信息。',
  '全年无依申请公开事项。',
  '截至年底尚未接获任何公开申请。',
  '没有收到公民、法人或者其他组织提出的政府信息公开申请。',
  '本年度未收到和处理政府信息公开申请。',
];
const NO_CASES = [
  '没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。',
  '未发生因政府信息公开引起的行政复议和行政诉讼。',
];

describe('a text that says there was none', () => {
  test.each([...NO_REQUESTS, ...NO_CASES])('agrees with a table of zeros: %s', (sentence) => {
    expect(found(check(draft({ size: 'zero', prose: { overview: [sentence] } })), RULE)).toEqual([]);
  });

  test.each(NO_REQUESTS)('contradicts a table with requests: %s', (sentence) => {
    const problems = found(check(saying(() => sentence)), RULE);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.severity).toBe('error');
    expect(problems[0]?.related.length).toBeGreaterThan(0);
  });

  test.each(NO_CASES)('contradicts a table with reviews and cases: %s', (sentence) => {
    const cells = upheld({ review: 2, direct: 3 });
    expect(found(check(saying(() => sentence, { cells })), RULE)).toHaveLength(2);
  });

  const OTHER_THINGS = [
    '未收到当面申请、信函申请等形式的申请。',
    '除网站申请外，未收到其他政府信息公开申请。',
    '未出现逾期答复政府信息公开申请的情况。',
    '行政复议案件均未被纠正，没有因政府信息公开工作被责令改正的行政复议决定。',
    '未收到重复申请。',
    '上年未收到政府信息公开申请。',
    '没有就政府信息公开收费。',
  ];
  test.each(OTHER_THINGS)('speaks of something else: %s', (sentence) => {
    expect(found(check(saying(() => sentence)), RULE)).toEqual([]);
  });

  test('the negation reaches its own clause only', () => {
    const draft = saying((n) => `共收到政府信息公开申请${n.received}件，未收取费用。`);
    expect(found(check(draft), RULE)).toEqual([]);
  });
});

describe('a text that says there was none is mended', () => {
  const aspects = ['（一）主动公开。', '（三）政府信息管理。', '（四）政府信息公开平台建设。', '（五）监督保障。'];
  const denying = (sentence: string, cells: Record<string, string>): Draft =>
    draft({ seed: 11, size: 'large', cells, prose: { overview: [...aspects, `（二）依申请公开。${sentence}`] } });
  const mend = (sentence: string, cells: Record<string, string> = {}): string => {
    const wrong = denying(sentence, cells);
    const [problem] = found(check(wrong), RULE);
    const [fix] = problem?.fixes ?? [];
    return problem && fix ? expectMended(wrong.text, problem, fix, wrong.format) : '';
  };

  test.each(NO_REQUESTS)('by what the table counts: %s', (sentence) => {
    expect(mend(sentence)).toMatch(/收到政府信息公开申请\d+件。/);
  });

  test.each(NO_CASES)('all that one clause denies is said together: %s', (sentence) => {
    expect(mend(sentence, upheld({ review: 2, direct: 3 }))).toContain(
      '因政府信息公开工作被申请行政复议2件、被提起行政诉讼3件。',
    );
  });

  test('or the cell is, where no sum needs it', () => {
    const wrong = denying('本年度未制发行政规范性文件。', { 'proactive/normative/made': '4' });
    const [problem] = found(check(wrong), RULE);
    expect(problem?.fixes.map(({ title }) => title)).toEqual([
      '将“未制发行政规范性文件”改为“制发行政规范性文件4件”（以表格为准）',
      '将「行政规范性文件」本年制发件数列由 4 改为 0',
    ]);
    for (const fix of problem?.fixes ?? []) if (problem) expectMended(wrong.text, problem, fix, wrong.format);
  });

  test('a clause for whose numbers no words are known is taken out', () => {
    const wrong = denying('按时公开，未被提起未经复议直接起诉的行政诉讼。', upheld({ direct: 3 }));
    const [problem] = found(check(wrong), RULE);
    expect(problem?.fixes.map(({ title }) => title)).toEqual([
      '删去“未被提起未经复议直接起诉的行政诉讼”（以表格为准）',
    ]);
    const [fix] = problem?.fixes ?? [];
    if (problem && fix) expect(expectMended(wrong.text, problem, fix, wrong.format)).toContain('按时公开。');
  });
});
