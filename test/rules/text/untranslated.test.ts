import { describe, expect, it } from 'vitest';
import { check, found, only, sliceOf } from '../../support/check.ts';
import { expectMended } from '../../support/fixes.ts';
import { PROSE_CASES, reportSaying } from '../../support/sentences.ts';

const RULE = 'text/untranslated';

describe.each(PROSE_CASES)('text/untranslated in $name', ({ layout, width }) => {
  it.each([
    ['熟悉各项制度和 workflows，提高服务意识。', 'workflows', '熟悉各项制度和工作流程，提高服务意识。'],
    ['组织公开业务training活动2次。', 'training', '组织公开业务培训活动2次。'],
    ['按照deadline报送公开信息。', 'deadline', undefined],
    ['建立feedback机制，回应群众关切。', 'feedback', undefined],
  ])('reports %s and proposes Chinese', (sentence, word, right) => {
    const wrong = reportSaying(5, sentence, { layout, width });
    const problem = only(found(check(wrong), RULE));
    expect(problem).toMatchObject({ severity: 'warning', term: word });
    expect(sliceOf(wrong.text, problem.span)).toBe(word);
    const mended = expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
    if (right)
      expect(mended.replace(/\s/g, '')).toBe(reportSaying(5, right, { layout, width }).text.replace(/\s/g, ''));
  });

  it.each(['Уведомление отправлено，', 'ネットワーク整備', '정보공개', 'αβγ方案'])(
    'reports another script: %s',
    (words) => {
      const problems = found(check(reportSaying(5, `加强${words}建设。`, { layout, width })), RULE);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
    },
  );

  it.each([
    '通过QQ群、App和H5页面发布信息，开通WiFi。',
    '访问https://www.qingxi.example/workflow/list.html查阅，邮箱feedback@qingxi.example。',
    '推进“互联网+政务服务”，建设5G、IPv6、GIS和OA系统，河道治理12km，处理污水3t/d，装机20kW。',
    '收听FM88.5，查看PDF和Word文件，落实1+X制度，AB角互补，PM2.5数据每日公开。',
    '登录http:// www.qingxi.gov.cn/gk/查阅，或见http：//www.qingxi.gov.cn/zwgk。',
    '附件为青溪县水利局年度报告.docx和统计表.xlsx。',
    '索引号014314799/2024-00002，公开GDP和CPI数据。',
    '微信公众号（ID：qingxifabu）和微博账号“qingxigov”同步发布。',
  ])('keeps silent: %s', (sentence) => {
    expect(found(check(reportSaying(5, sentence, { layout, width })), RULE)).toEqual([]);
  });

  it.each([
    ['applicants that are masked', '答复申请人王××的申请1件。'],
    ['signs of arithmetic', '按照a×b÷c的办法折算得分。'],
    ['an entity', '全年公开&nbsp;信息，公开&nbsp信息。'],
    ['pinyin', '依法公开各项条（tiáo）款。'],
    ['placeholders', '由XX科负责，联系XXX，培训情况TODO。'],
  ])('leaves what is no word alone: %s', (_, sentence) => {
    expect(found(check(reportSaying(5, sentence, { layout, width })), RULE)).toEqual([]);
  });

  it('takes an unknown abbreviation for a hint', () => {
    const problem = only(found(check(reportSaying(5, '引入XYZQ系统管理信息。', { layout, width })), RULE));
    expect(problem.severity).toBe('hint');
  });

  it('passes over what the report or the workspace allows', () => {
    const written = reportSaying(5, '熟悉各项制度和workflows。', { layout, width });
    expect(found(check(written, { allowedTerms: ['Workflows'] }), RULE)).toEqual([]);
  });
});
