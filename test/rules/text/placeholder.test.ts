import { describe, expect, test } from 'vitest';
import { check, found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { say, texts } from '../say.ts';

const RULE = 'text/placeholder';

describe(RULE, () => {
  test.each([
    ['由XX科负责日常工作。', 'XX'],
    ['在××平台公开预算。', '××'],
    ['联系电话为＿＿＿＿。', '＿＿＿＿'],
    ['某某单位负责审核。', '某某'],
    ['由“某某单位”负责审核。', '某某'],
    ['培训情况TODO。', 'TODO'],
    ['全年主动公开信息  条，其中网站公开12条。', '  条'],
    ['全年答复咨询N件。', 'N'],
    ['全年举办培训（ ）次。', '（ ）'],
    ['由【】负责。', '【】'],
    ['（一）主动公开。（待填写）', '（待填写）'],
    ['由【单位名称】负责。', '【单位名称】'],
  ])('%s', (paragraph, text) => {
    const { problems, texts } = say(RULE, paragraph);
    expect(texts).toEqual([text]);
    expect(problems[0]?.severity).toBe('warning');
  });

  test('a title that nobody filled in', () => {
    const written = draft({ title: ['XX县水利局2024年政府信息公开工作年度报告'] });
    expect(found(check(written), RULE)).toHaveLength(1);
  });

  test.each([
    ['an applicant whose name is masked', '申请人王××申请公开征地批复，已依法答复。'],
    ['an identity number that is masked', '已将3401××××××××1234等号码隐去。'],
    ['brackets of a document number', '按照国办函〔2020〕109号执行。'],
    ['filled brackets', '公开预算（含部门预算）12份。'],
    ['blanks of a PDF', '全年公开信息 120 条。'],
    ['a web address', '网址为https://www.example.gov.cn/XXGK/list_xx.html。'],
    ['a course that still has to be completed', '公开制度有待完善。'],
    ['names that show how people are masked', '姓名以“张某”“王某某”代替。'],
    ['a masked name in quotation marks', '将申请材料中的“李某某”等姓名核对后公开。'],
    ['a rule of masking', '制定“××街道××小区”等地址脱敏规则。'],
    ['×  as a sign of multiplication', '展板规格为2×3米。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});
