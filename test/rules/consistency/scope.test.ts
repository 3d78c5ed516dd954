// Numbers that are right though no cell holds them: of somebody else, of some months, of some of the cases.
import { describe, expect, test } from 'vitest';
import { check, found } from '../../support/check.ts';
import { ISSUERS } from '../../support/issuers.ts';
import { type Numbers, saying, upheld } from './numbers.ts';

const TEXT = 'consistency/text-vs-table';
const RULES = [TEXT, 'consistency/parts-sum', 'consistency/zero-claim', 'consistency/fee-vs-table'];
const GOVERNMENT = ISSUERS.find(({ name }) => name.endsWith('县人民政府') || name.endsWith('人民政府'));

const CASES = upheld({ review: 8, direct: 2 });

const said = (sentence: string | ((n: Numbers) => string), options = {}) =>
  check(saying(typeof sentence === 'string' ? () => sentence : sentence, { cells: CASES, ...options })).problems.filter(
    ({ rule }) => RULES.includes(rule),
  );

/** No cell of the draft holds a number of these. */
const OF_SOMETHING_ELSE: Readonly<Record<string, readonly string[]>> = {
  'a share of what was concluded': [
    '全年办理政府信息公开申请，其中20个工作日内办结9137件，延期办结9104件。',
    '依申请公开方面，其中提前办结9133件。',
    '依申请公开工作中，延期答复9104件，按期答复9138件。',
    '依申请公开方面，其余申请依法作出答复9118件。',
  ],
  'applicants of some of the requests': [
    '通过政府网站提交的自然人申请9118件，法人或其他组织申请9107件，均为政府信息公开申请。',
  ],
  'results of some of the requests': [
    '上年结转的政府信息公开申请中，予以公开9101件，部分公开9102件。',
    '涉及征收补偿的政府信息公开申请9118件，其中予以公开9109件，不予公开9102件。',
    '通过网络提交的政府信息公开申请中，予以公开9110件。',
    '经征求第三方意见，对政府信息公开申请部分公开9104件。',
    '经行政复议后重新答复的政府信息公开申请中，予以公开9101件。',
    '政府信息公开申请公文属性认定中，主动公开58件，依申请公开9121件，不予公开9257件。',
    '收到重复申请9105件，引导撤回政府信息公开申请9104件，不予处理9101件。',
  ],
  'requests of one kind, of somebody, or for somebody': [
    '收到住房保障类政府信息公开申请9113件、物业管理类政府信息公开申请9111件。',
    '受理涉及征地拆迁的政府信息公开申请9118件，占四成。',
    '收到某律师事务所提交的政府信息公开申请9106件。',
    '会同县自然资源局答复政府信息公开申请9102件。',
    '协助县政府办公室办理政府信息公开申请9107件。',
    '经县政府办公室交办，办理政府信息公开申请9116件。',
    '收到政府信息公开申请9101件，申请人在登记前主动撤回，未计入统计。',
    '下属房屋征收服务中心收到政府信息公开申请9112件。',
    '征收办受理政府信息公开申请9112件。',
  ],
  'applications for other things': [
    '全年受理行政许可申请9112件，办结9113件，公开9114件。',
    '受理宅基地审批申请9136件，办结9132件，公示9131件。',
    '受理群众申请事项9216件，办结9210件。',
  ],
  'several years, or a part of this one': [
    '2021年、2022年分别收到政府信息公开申请9131件、9139件。',
    '近三年分别收到政府信息公开申请9131件、9139件、9142件。',
    '“十四五”以来，累计受理政府信息公开申请9152件，办结9148件。',
    '1月1日至6月30日，共收到政府信息公开申请9119件。',
    '截至6月30日，共收到政府信息公开申请9119件。',
    '截至第三季度末，共收到政府信息公开申请9132件。',
    '单月最多收到政府信息公开申请9109件。',
    '梳理近五年政府信息公开行政诉讼案件9132件。',
    '年初现行有效行政规范性文件9126件。',
  ],
  'how many more': ['与上年度相比，行政处罚决定增加9117件，行政许可决定增加9172件。'],
  'some of the cases': [
    '审结政府信息公开行政复议9106件、行政诉讼9104件。',
    '上年结转政府信息公开行政诉讼9101件、新增行政诉讼9104件。',
    '政府信息公开行政诉讼中，一审维持9102件、二审维持9101件。',
    '撤回政府信息公开行政复议申请9101件。',
    '政府信息公开工作以外的行政复议9113件、行政诉讼9109件，不在统计之列。',
    '行政复议案件9121件、行政诉讼案件9114件，涉及政府信息公开的较少。',
    '发生行政诉讼案件9102件，均为土地确权纠纷，未涉及政府信息公开。',
    '县政府作为复议机关办理政府信息公开行政复议案件9105件，其中维持9103件。',
  ],
  'documents of others': [
    '推动县政府出台行政规范性文件9102件。',
    '以县政府名义印发行政规范性文件9102件。',
    '转载省、市制定的行政规范性文件9113件。',
    '参与制定行政规范性文件9105件。',
    '提请县政府宣布废止行政规范性文件9104件。',
  ],
  'what is no decision, or not the body’s': [
    '公开行政许可决定书9850件、行政处罚决定书9198件。',
    '公示行政处罚决定信息9198条。',
    '不予行政处罚决定9109件，从轻、减轻行政处罚决定9114件。',
    '撤销行政许可决定9101件。',
    '重大行政处罚决定法制审核9126件。',
    '移送综合执法部门作出行政处罚决定9108件。',
    '办理行政许可决定变更9123件、延续9141件。',
  ],
};

describe('text and table do not contradict each other', () => {
  for (const [why, sentences] of Object.entries(OF_SOMETHING_ELSE)) {
    test.each(sentences)(`${why}: %s`, (sentence) => {
      expect(said(sentence).filter(({ rule }) => rule === TEXT)).toEqual([]);
      expect(said(sentence, { width: 'half' }).filter(({ rule }) => rule === TEXT)).toEqual([]);
    });
  }

  const SHARES: readonly (readonly [string, (n: Numbers) => string])[] = [
    [
      'of departments and towns',
      (n) =>
        `县政府收到政府信息公开申请${n.received - 6}件，县直部门收到政府信息公开申请4件，乡镇收到政府信息公开申请2件。`,
    ],
    [
      'of the whole that is said first',
      (n) =>
        `全县制发行政规范性文件${n.made}件，其中县政府制发行政规范性文件${n.made - 1}件，县直部门制发行政规范性文件1件。`,
    ],
    [
      'of several defendants',
      () => '以县政府为被申请人的政府信息公开行政复议3件，以县政府部门为被申请人的政府信息公开行政复议5件。',
    ],
  ];
  test.each(SHARES)('shares that make up the whole: %s', (_what, sentence) => {
    expect(said(sentence, { issuer: GOVERNMENT })).toEqual([]);
  });

  test('cases of both kinds together', () => {
    expect(said('因政府信息公开引发行政复议、行政诉讼共10件。')).toEqual([]);
  });

  test('the outcome is that of the lawsuits, whatever roads they took', () => {
    const sentence = '政府信息公开行政诉讼2件（未经复议直接起诉2件，复议后起诉0件），其中判决维持9101件。';
    expect(said(sentence)[0]?.message).toContain('行政诉讼');
  });
});

describe('and what goes on from a sentence on requests is still held to the table', () => {
  test.each<[string, (n: Numbers) => string]>([
    [
      '办结',
      (n) => `共收到政府信息公开申请${n.received}件；上年结转${n.carriedIn}件。全年办结${n.concluded + 9000}件。`,
    ],
    [
      '予以公开',
      (n) =>
        `共收到政府信息公开申请${n.received}件。均按期答复。全年办结${n.concluded}件，其中予以公开${n.granted + 9000}件。`,
    ],
    [
      '结转下年度',
      (n) =>
        `共收到政府信息公开申请${n.received}件，上年结转${n.carriedIn}件；全年办结${n.concluded}件；结转下年度继续办理${n.carriedOut + 9000}件。`,
    ],
  ])('%s', (_what, sentence) => {
    expect(found(check(saying(sentence)), TEXT)).toHaveLength(1);
  });

  test('a part that differs from its cell is told once, not again as a sum', () => {
    const sentence = (n: Numbers): string =>
      `收到政府信息公开申请${n.received}件，全年办结${n.concluded}件，其中予以公开${n.granted + 9000}件，部分公开${n.partial}件。`;
    expect(said(sentence).map(({ rule }) => rule)).toEqual([TEXT]);
  });

  test('a number whose row was lost is not checked', () => {
    const sentence = (n: Numbers): string =>
      `收到政府信息公开申请${n.received}件，上年结转${n.carriedIn}件，不予公开${n.denied}件。`;
    for (const dropRows of [['new'], ['denied.internal']]) {
      expect(said(sentence, { faults: { dropRows } }).filter(({ rule }) => rule === TEXT)).toEqual([]);
    }
  });

  test('no case at all is none about information', () => {
    const sentence = '加强政府信息公开工作。本年度未发生行政复议、行政诉讼。';
    expect(said(sentence).map(({ rule }) => rule)).toEqual(['consistency/zero-claim', 'consistency/zero-claim']);
  });
});

describe('there was none', () => {
  test.each([
    '三季度未收到政府信息公开申请。',
    '下半年未发生政府信息公开行政诉讼。',
    '局属各单位均未收到政府信息公开申请。',
    '行政审批股、人事股等5个股室全年未收到政府信息公开申请。',
    '乡镇（街道）均未发生政府信息公开行政诉讼案件。',
    '上年度未审结的政府信息公开行政复议1件，本年度已审结。',
    '没有发生因政府信息公开引发的群体性行政诉讼。',
    '无政府信息公开行政诉讼再审案件。',
    '未收到关于政府信息公开申请办理的投诉举报。',
    '没有收到公开信息的申请以外的其他诉求。',
  ])('of some only: %s', (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe('the number before 其中 is not the whole', () => {
  test.each([
    '主动公开信息1256条，比上年增加148条，其中网站642条，新媒体614条。',
    '主动公开信息1256条，平均每月105条，其中一季度260条，二季度300条。',
    '承办建议12件、提案9件，其中主办15件、协办6件。',
    '公开视频解读4个、图解12个，其中动漫类6个、长图类10个。',
    '发生案件5件，已审结4件，其中判决维持3件，其他结果1件，尚未审结1件。',
    '发布信息较上年增加3件，其中网站增加4件，报刊减少1件。',
    '梳理问题32个，其中共性问题5个、个性问题27个，涉及责任单位12个，其中下属单位7个、科室5个。',
    '受理工单3216件，其中住房类1200件，物业类1500件，其他类800件（部分工单涉及多个类别）。',
  ])('%s', (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe('a fee that was not received', () => {
  const NO_FEES = { cells: { 'proactive/fees/amount': '0' } };
  test.each([
    '本年度发出收费通知2件，应收信息处理费400元，申请人放弃申请，实际收取0元。',
    '信息处理费收费通知总金额300元，实际收取总金额0元。',
    '核算信息处理费120元，依申请予以免收。',
    '以往年度收取信息处理费200元，本年度收取0元。',
  ])('%s', (sentence) => {
    expect(said(sentence, NO_FEES)).toEqual([]);
  });
  test('and one that was', () => {
    expect(said('收取信息处理费260元，已上缴国库。', NO_FEES).map(({ rule }) => rule)).toEqual([
      'consistency/fee-vs-table',
    ]);
  });
});
