import { describe, expect, it } from 'vitest';
import { check, found, lineAt, only, sliceOf } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';
import { DEPARTMENT } from '../../support/issuers.ts';
import { OVERVIEW, PROSE_CASES, reportSaying } from '../../support/sentences.ts';
import { marked } from '../fragments.ts';

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

describe('another year in a sentence of the 2024 report', () => {
  const years = (sentence: string): string[] => marked(RULE, reportSaying(1, sentence).text);

  it.each([
    '2023年全年组织业务培训2次。',
    '2023年，我局将政府信息公开工作纳入绩效考核，组织培训2次。',
    '2023年，我局较好完成各项任务，公开信息100条。',
    '2023年，制定印发制度3个。',
    '2023年，我局修订完善指南，公开信息20条。',
    '2023年，我局共收到政府信息公开申请21件，上年结转2件。',
    '在2023年，我局公开信息100条。',
    '我局2023年共收到政府信息公开申请21件。',
    '我局2023年主动公开信息100条。',
    '2023年，我局共收到政府信息公开申请21件，结转下年度1件。',
    '2023年，自然资源和规划局公开信息20条。',
    '2023年，我局起草制度3个，公开信息20条。',
    '2023年，安全会议召开3次。',
    '2023年，公开信息100条，占比20%。',
    '2023年，公开部门预算35份。',
    '2023年主动公开的政府信息共86条。',
    '2023年全县收到申请20件。',
    '2023年9月，我局组织培训2次。',
    '2025年，主动公开信息86条。',
    '2023年发布政策解读20篇。',
    '2023年，我局公开部门决算信息20条。',
    '2042年，我局公开信息20条。',
    '下一步，2052年将加强培训。',
  ])('is a slip: %s', (sentence) => {
    expect(years(sentence)).toEqual([`warning:${/20\d\d/.exec(sentence)?.[0]}`]);
  });

  it.each([
    '2023年度绩效评价报告公开12份。',
    '到2035年基本建成法治政府，对照2049年远景目标分解任务。',
    '公开2060年前碳中和实施方案解读3条。',
    '2021年度、2022年度、2023年度财政决算信息全部公开，共发布12条。',
    '2023年主动公开信息1108条，2022年主动公开信息986条，逐年递增。',
    '截至2023年12月31日，政府网站累计公布8712条；截至2024年12月31日，累计公布9968条。',
    '截至2023年，累计建成公开专区18个；2024年新建4个。',
    '2023年以前的历史信息，组织开展清理。',
    '2023年9月开通的“青溪住建”视频号，已发布短视频86条。',
    '2023年开工的3个项目进展信息持续公开。',
    '2023年，我县获评“全国政务公开标杆县”，我局受到表扬1次。',
    '2025年1月，对照要点开展自查，公开信息5条。',
    '截至2025年1月20日，公开信息86条。',
    '2025年重点公开任务清单共18项，已提前部署。',
    '2025年1月22日，本报告在县政府网站公开。',
    '我局2023年政务公开工作在全县考核中位列第一。',
    '在2023年度全省政务公开考核中，我局公开工作得到肯定。',
    '县政府办公室对我局2023年政务公开工作进行评估，提出问题3个。',
    '我局2023年印发的制度3项继续执行。',
    '2022年，我局印发《政府信息公开保密审查制度》，规范公开流程。',
    '2022年，县政府印发政务公开实施方案，明确任务15项。',
    '2023年、2022年分别公开信息100条、90条。',
    '2023年和2024年，公开信息200条。',
    '2023年度部门决算公开1份。',
    '我局2023年政府信息公开工作年度报告已按时发布。',
    '与2023年公开信息100条相比，多公开12条。',
    '2025年，我局将政务公开纳入考核，组织培训3次。',
    '2025年部门预算已公开1份。',
    '2023年检查发现的问题，公开信息更新慢，已经改正。',
    '2022年，我县被评为示范县，公开专区1个。',
    '2023年12月20日受理的申请1件，按期答复。',
    '2023年12月收到、2024年1月答复的申请1件。',
    '2023年审计结果公开3份。',
    '2023年底建成的公开专区，接待群众30人次。',
    '2023年第四季度受理的申请1件。',
    '2023年度政务公开第三方评估反馈的问题6个，全部整改完毕。',
    '2023年全县政务公开考核中，我局公开工作位列第三，受到通报表扬1次。',
    '2023年受理、本年办结的申请2件均按期答复。',
    '2025年元旦前，公开信息3条。',
  ])('is right: %s', (sentence) => {
    expect(years(sentence)).toEqual([]);
  });

  it('is right in a list of years', () => {
    const text = reportSaying(1, '2018年、2019年分别收到申请8件、12件。', {
      year: 2020,
      title: titled(2020),
      prose: { preface: [period(2020)], overview: ['2020年，主动公开政府信息96条。'] },
    }).text;
    expect(marked(RULE, text)).toEqual([]);
  });
});

describe('a preface that names another year’s report below a right title', () => {
  const withPreface = (sentence: string): string =>
    draft({ year: 2024, title: titled(2024), prose: { preface: [sentence, period(2024)], overview: OVERVIEW } }).text;

  it.each([
    ['现发布《青溪县水利局2023年政府信息公开工作年度报告》。', '2023'],
    ['现公布松河镇人民政府2021年政府信息公开工作年度报告。', '2021'],
    ['根据《条例》规定，编制了青溪县水利局2022年度政府信息公开工作年度报告，现予公布。', '2022'],
  ])('reports %s', (sentence, year) => {
    expect(marked(RULE, withPreface(sentence))).toEqual([`error:${year}`]);
  });

  it.each([
    '现发布《青溪县水利局2024年政府信息公开工作年度报告》。',
    '针对公开的2023年政府信息公开工作年度报告反映的问题，逐项整改。',
    '2023年政府信息公开工作年度报告已在县政府网站公开。',
    '按照《关于编制2023年政府信息公开工作年度报告的通知》的格式编制本报告。',
  ])('is silent on %s', (sentence) => {
    expect(marked(RULE, withPreface(sentence))).toEqual([]);
  });
});

describe('the last two sections', () => {
  it.each([
    [5, '2024年，我局将进一步丰富解读形式。', '2024'],
    [5, '2023年，我县将从以下三个方面改进：一是丰富形式。', '2023'],
    [6, '2023年度未收取信息处理费。', '2023'],
    [6, '2022年，我局发出收费通知0件。', '2022'],
    [5, '2023年，我局政府信息公开工作虽取得一定成效，但仍有不足。', '2023'],
  ] as const)('section %i: %s', (section, sentence, year) => {
    expect(marked(RULE, reportSaying(section, sentence).text)).toEqual([`warning:${year}`]);
  });

  it.each([
    [5, '2025年，我局将进一步丰富解读形式。'],
    [5, '2024年，我局将政务公开纳入年度考核，更新仍不及时。'],
    [5, '针对2023年存在的问题，2024年组织整改12项。'],
    [5, '2024年，我局政府信息公开工作取得一定成效，但仍有不足。'],
    [6, '2024年度未收取信息处理费。'],
    [6, '与2023年相比，收取信息处理费未增加。'],
  ] as const)('silent in section %i: %s', (section, sentence) => {
    expect(marked(RULE, reportSaying(section, sentence).text)).toEqual([]);
  });
});

describe('sessions of the Central Committee', () => {
  it.each([
    ['深入学习党的二十届四中全会精神。', '二十届四中全会'],
    ['学习二十届二中、三中、四中全会精神。', '二十届二中、三中、四中全会'],
  ])('reports one that was held after the report: %s', (sentence, found) => {
    expect(marked(RULE, reportSaying(1, sentence).text)).toEqual([`warning:${found}`]);
  });

  it.each(['学习党的二十大和二十届二中、三中全会精神。', '学习党的十九届四中全会精神。'])('silent: %s', (sentence) => {
    expect(marked(RULE, reportSaying(1, sentence).text)).toEqual([]);
  });
});
