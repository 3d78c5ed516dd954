import { describe, expect, it } from 'vitest';
import { type CellId, cellId } from '../../../server/src/forms/index.ts';
import { REVIEW_ROW } from '../../../server/src/forms/review.ts';
import { applyEdits } from '../../../server/src/text/span.ts';
import { between, type Filed } from '../../support/between.ts';
import { type DraftOptions, draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const written = (year: number, options: DraftOptions = {}) =>
  draft({ year, form: year < 2021 ? '2019' : '2021', seed: year, ...options });

type Cells = Readonly<Partial<Record<CellId, string>>>;

/** Last year's draft and this year's, which print some cells otherwise. */
function years(now: Cells, before: Cells, year = 2024, options: DraftOptions = {}): Filed[] {
  return [
    { path: `局/${year}.txt`, text: written(year, { ...options, cells: now }).text },
    { path: `局/${year - 1}.txt`, text: written(year - 1, { cells: before }).text },
  ];
}

const row = (key: string, values: readonly (number | string)[]): Cells =>
  Object.fromEntries(
    ['natural', 'business', 'research', 'ngo', 'legal', 'otherOrg', 'total'].map((column, index) => [
      `requests/${key}/${column}`,
      `${values[index]}`,
    ]),
  );

const OUT = row('carriedOut', [2, 1, 0, 0, 0, 0, 3]);

describe.each(LAYOUTS.map((layout) => [layout.id, layout] as const))('year/carry-over in %s', (_, layout) => {
  it('holds the carried over against last year', () => {
    const right = years(row('carriedIn', [2, 1, 0, 0, 0, 0, 3]), OUT, 2024, { layout });
    expect(between('year/carry-over', right)).toEqual([]);
    const [problem, ...more] = between(
      'year/carry-over',
      years(row('carriedIn', [2, 0, 0, 0, 0, 0, 2]), OUT, 2024, { layout }),
    );
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: 'error', messageId: 'total' });
    expect(problem?.message).toContain('为 2，2023 年度报告结转下年度 3 件，少 1');
    expect(problem?.related.map(({ document }) => document)).toEqual(['局/2023.txt', '局/2023.txt']);
  });
});

describe('year/carry-over', () => {
  it('warns of columns where the total agrees', () => {
    const [problem] = between('year/carry-over', years(row('carriedIn', [1, 2, 0, 0, 0, 0, 3]), OUT));
    expect(problem).toMatchObject({ severity: 'warning', messageId: 'columns' });
  });

  it('works from the older form to the newer', () => {
    const files = years(row('carriedIn', [0, 0, 0, 0, 0, 0, 0]), OUT, 2021);
    expect(between('year/carry-over', files)).toMatchObject([{ severity: 'error' }]);
  });

  it('leads to the number in the other report, and its fix writes what stands there', () => {
    const files = years(row('carriedIn', [2, 0, 0, 0, 0, 0, 2]), OUT);
    const [own, prior] = files;
    const [problem] = between('year/carry-over', files);
    const place = problem?.related.at(-1)?.span;
    expect(prior?.text.slice(place?.start, place?.end)).toBe('3');
    const fixed = applyEdits(own?.text ?? '', problem?.fixes[0]?.edits ?? []).text;
    expect(between('year/carry-over', [{ path: '局/2024.txt', text: fixed }, ...files.slice(1)])).toEqual([]);
  });

  it('is silent where a cell is blank', () => {
    expect(between('year/carry-over', years(row('carriedIn', ['', '', '', '', '', '', '']), OUT))).toEqual([]);
    expect(between('year/carry-over', years({}, row('carriedOut', ['', '', '', '', '', '', ''])))).toEqual([]);
  });
});

const documents = (made: number, repealed: number, valid: number): Cells => ({
  'proactive/normative/made': `${made}`,
  'proactive/normative/repealed': `${repealed}`,
  'proactive/normative/valid': `${valid}`,
  'proactive/regulations/made': '0',
  'proactive/regulations/repealed': '0',
  'proactive/regulations/valid': '0',
});

describe('year/valid-documents', () => {
  it('rolls documents in force forward', () => {
    expect(between('year/valid-documents', years(documents(2, 1, 7), documents(0, 0, 6)))).toEqual([]);
    const [problem] = between('year/valid-documents', years(documents(2, 1, 9), documents(0, 0, 6)));
    expect(problem?.severity).toBe('warning');
    expect(problem?.message).toContain('现行有效 6 件，加本年制发 2 件，减废止 1 件，应为 7 件，此处为 9 件');
  });

  it('is silent from one form to the other: 对外公开总数量 is another notion', () => {
    expect(between('year/valid-documents', years(documents(2, 1, 9), {}, 2021))).toEqual([]);
  });
});

describe('year/items-2020', () => {
  const items = (now: string, before: string, change: string) =>
    between(
      'year/items-2020',
      years(
        { 'proactive/licence/lastYearItems': now },
        { 'proactive/licence/lastYearItems': before, 'proactive/licence/change': change },
        2020,
      ),
    ).filter(({ message }) => message.includes('行政许可'));

  it('adds last year’s change, which may be a loss', () => {
    expect(items('4', '5', '-1')).toEqual([]);
    expect(items('6', '5', '-1')).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('year/pending-cases', () => {
  const cases = (total: string, pending: string) =>
    between(
      'year/pending-cases',
      years(
        { [cellId('review', REVIEW_ROW, 'review.total')]: total },
        { [cellId('review', REVIEW_ROW, 'review.pending')]: pending },
        2024,
        { size: 'zero' },
      ),
    ).filter(({ message }) => message.includes('行政复议'));

  it('asks for cases that were pending', () => {
    expect(cases('1', '2')).toMatchObject([{ severity: 'information' }]);
    expect(cases('2', '2')).toEqual([]);
  });
});

describe('year/same-numbers and year/jump', () => {
  const decisions = (licence: string, penalty: string): Cells => ({
    'proactive/regulations/made': '0',
    'proactive/regulations/repealed': '0',
    'proactive/normative/made': '0',
    'proactive/normative/repealed': '0',
    'proactive/licence/decisions': licence,
    'proactive/penalty/decisions': penalty,
    'proactive/coercion/decisions': '0',
    'proactive/fees/amount': '0',
  });
  const same = (now: Cells, before: Cells) =>
    between('year/same-numbers', years(now, before)).filter(({ message }) => message.includes('主动公开'));

  it('points out a table that is last year’s', () => {
    expect(same(decisions('132', '57'), decisions('132', '57'))).toMatchObject([{ severity: 'information' }]);
    expect(same(decisions('132', '58'), decisions('132', '57'))).toEqual([]);
  });

  it('is silent on small numbers and on nothing', () => {
    expect(same(decisions('3', '2'), decisions('3', '2'))).toEqual([]);
    expect(same(decisions('0', '0'), decisions('0', '0'))).toEqual([]);
  });

  const jump = (now: string, before: string) =>
    between(
      'year/jump',
      years(
        { ...decisions('0', '0'), 'proactive/fees/amount': now },
        { ...decisions('0', '0'), 'proactive/fees/amount': before },
      ),
    );

  it('hints at 元 for 万元', () => {
    expect(jump('331200', '32.46')).toMatchObject([{ severity: 'hint' }]);
    expect(jump('32.46', '331200')).toHaveLength(1);
    expect(jump('40.1', '32.46')).toEqual([]);
    expect(jump('9', '0.5')).toEqual([]);
    expect(jump('331200', '0')).toEqual([]);
  });
});

const OVERVIEW = [
  '（一）主动公开。围绕河道治理、水库蓄水和灌区改造公布办事流程，制作图解张贴在管护站，方便群众了解，全年公开{n}条。',
  '（二）依申请公开。与申请人电话沟通，先问清需要哪一段河道的材料，再作书面答复。',
  '（三）政府信息管理。公文起草时提出公开意见，由办公室核定后按月汇总存档，{y}年归档{n}件。',
  '（四）政府信息公开平台建设。在水管所设置查阅角，配备触摸屏，安排专人每周更新内容。',
  '（五）监督保障。局务会每半年听取汇报，聘请群众代表担任监督员，对答复质量逐件评分。',
];
const OTHER_WORDS = [
  '（一）主动公开。门户网站增设防汛预警栏目，汛期每日发布雨情，编印节水读本送到学校。',
  '（二）依申请公开。邀请法律顾问参加会商，对复杂申请形成集体意见。',
  '（三）政府信息管理。清理过期公告，补录历年取水许可名单。',
  '（四）政府信息公开平台建设。公众号增加留言功能，留言两日内回复。',
  '（五）监督保障。新任信息员到岗后先培训再上手，年底组织闭卷测试。',
];
const told = (year: number, overview: readonly string[], n: number, problems?: readonly string[]) =>
  written(year, {
    prose: {
      overview: overview.map((line) => line.replaceAll('{y}', `${year}`).replaceAll('{n}', `${n}`)),
      ...(problems && { problems }),
    },
  }).text;
const pair = (now: string, before: string): Filed[] => [
  { path: '局/2024.txt', text: now },
  { path: '局/2023.txt', text: before },
];

describe('year/copied-section', () => {
  it('sees through years and numbers, quotes the longest sentence and says how much it is', () => {
    const [problem] = between('year/copied-section', pair(told(2024, OVERVIEW, 36), told(2023, OVERVIEW, 71)));
    expect(problem).toMatchObject({ severity: 'warning' });
    expect(problem?.message).toMatch(/100%.*围绕河道治理/);
    expect(problem?.related[0]?.document).toBe('局/2023.txt');
  });

  it('hints where most is the same, and is silent where the words differ', () => {
    const most = [...OVERVIEW, ...OTHER_WORDS.slice(4)];
    expect(between('year/copied-section', pair(told(2024, most, 36), told(2023, OVERVIEW, 71)))).toMatchObject([
      { severity: 'hint' },
    ]);
    expect(between('year/copied-section', pair(told(2024, OTHER_WORDS, 36), told(2023, OVERVIEW, 71)))).toEqual([]);
  });

  it('leaves aside what the form asks everybody to say', () => {
    const standard = [
      '（一）主动公开。制发行政规范性文件0件。',
      '（二）依申请公开。本年度未收到政府信息公开申请，没有上年结转申请，未发生行政复议、行政诉讼。',
      '（三）政府信息管理。未发生责任追究。',
    ];
    expect(between('year/copied-section', pair(told(2024, standard, 1), told(2023, standard, 1)))).toEqual([]);
  });
});

describe('year/problem-not-improved', () => {
  const problems = '一是河道信息公开不够及时，二是基层水管站人员变动频繁。';
  const fifth = (year: number, named: string, measures: string) => told(year, OTHER_WORDS, 3, [named, measures]);

  it('points out the very problems of last year with other measures', () => {
    const now = fifth(2024, problems, '下一步，建立河道台账，逐月核对更新，聘请顾问参与审查把关。');
    const before = fifth(2023, problems, '下一步，增加公开专员，按季度通报各站情况，组织轮训考试。');
    expect(between('year/problem-not-improved', pair(now, before))).toMatchObject([{ severity: 'information' }]);
    const other = fifth(2023, '一是河道信息公开不够及时，二是取水公示形式单一。', '下一步，增加公开专员。');
    expect(between('year/problem-not-improved', pair(now, other))).toEqual([]);
  });
});

describe('year/stale-year', () => {
  const say = (sentence: string) => [...OTHER_WORDS.slice(0, 4), `${OTHER_WORDS[4]}${sentence}`];
  const found = (now: string, before: string) =>
    [...between('year/stale-year', pair(told(2024, say(now), 3), told(2023, say(before), 3)))].map(
      ({ message }) => message,
    );

  it('finds last year’s sentence with last year in it', () => {
    const sentence = '对2023年入汛以后的险情逐一发放公开手册。';
    expect(found(sentence, sentence)).toHaveLength(1);
    expect(found('对2024年入汛以后的险情逐一发放公开手册。', sentence)).toEqual([]);
  });

  it('is silent on what began in that year', () => {
    const sentence = '继续执行2023年印发的河道公示办法并逐段落实。';
    expect(found(sentence, sentence)).toEqual([]);
  });

  it('makes an error of what date/wrong-year finds, and does not tell it twice', () => {
    const sentence = '2023年，我局主动公开水库信息36条，均按时更新到位。';
    const files = pair(told(2024, say(sentence), 3), told(2023, say(sentence), 3));
    expect(between('year/stale-year', files)).toEqual([]);
    expect(between('date/wrong-year', files)).toMatchObject([
      { severity: 'error', related: [{ document: '局/2023.txt' }] },
    ]);
  });
});
