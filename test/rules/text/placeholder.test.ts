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
    ['由（单位名称）负责。', '（单位名称）'],
    ['全年公开信息[填写数量]条。', '[填写数量]'],
    ['印发工作要点（青水〔2024〕 号）。', '〔2024〕 号'],
    ['联系电话：0000-0000000。', '0000-0000000'],
    ['全年共主动公开条。', '全年共主动公开条'],
    ['收到政府信息公开申请件，均已答复。', '收到政府信息公开申请件'],
    ['全年共主动公开信息条。', '全年共主动公开信息条'],
    ['全年受理申请件，均已答复。', '全年受理申请件'],
    ['制发行政规范性文件　件，废止1件。', '　件'],
    ['联系人：（姓名）。', '（姓名）'],
    ['全年公开信息[填写…]条。', '[填写…]'],
    ['全年公开信息（数量待核）条。', '（数量待核）'],
    ['解读文件（待核实）。', '（待核实）'],
    ['组织培训待填次。', '待填次'],
    ['全年公开信息待补充条。', '待补充条'],
    ['清理后，现行有效的规范性文件。', '现行有效的规范性文件'],
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
    ['a numeral with a blank of a wide font', '办理提案共三　件，均已办结。'],
    ['brackets of a document number', '按照国办函〔2020〕109号执行。'],
    ['filled brackets', '公开预算（含部门预算）12份。'],
    ['blanks of a PDF', '全年公开信息 120 条。'],
    ['a web address', '网址为https://www.example.gov.cn/XXGK/list_xx.html。'],
    ['a course that still has to be completed', '公开制度有待完善。'],
    ['names that show how people are masked', '姓名以“张某”“王某某”代替。'],
    ['the name of a service', '上线“N件事”集成办理指南，推行N件事主题公开。'],
    ['words that end like a measure', '公开现行有效的规范性文件。发布政策文件。办理依申请公开件，具备公开条件。'],
    ['a masked name in quotation marks', '将申请材料中的“李某某”等姓名核对后公开。'],
    ['a rule of masking', '制定“××街道××小区”等地址脱敏规则。'],
    ['what waits to be done', '待办件12件，待核实事项3项均已完成，意见待定后公开。'],
    ['×  as a sign of multiplication', '展板规格为2×3米。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});
