import { describe, expect, test } from 'vitest';
import { SLIPS } from '../../../server/src/rules/text/slips.ts';
import { say, texts } from '../say.ts';

const RULE = 'text/typo';

describe(RULE, () => {
  test.each([
    ['warning', '推进政府息公开工作。', '推进政府信息公开工作。'],
    ['warning', '做好信息公工作。', '做好信息公开工作。'],
    ['warning', '核对勾嵇关系。', '核对勾稽关系。'],
    ['warning', '运用多种方式对读重大政策进行宣传。', '运用多种方式对重大政策进行宣传。'],
    ['warning', '截止2024年12月31日，更新栏目12个。', '截至2024年12月31日，更新栏目12个。'],
    ['warning', '截止到目前，更新栏目12个。', '截至目前，更新栏目12个。'],
    ['warning', '注销微信帐号1个。', '注销微信账号1个。'],
    ['warning', '建立公开台帐。', '建立公开台账。'],
    ['warning', '登陆县政府网站查阅。', '登录县政府网站查阅。'],
    ['warning', '做为公开的主体，我局及时更新。', '作为公开的主体，我局及时更新。'],
    ['warning', '清理后现行有效性文件12件。', '清理后现行有效规范性文件12件。'],
    ['hint', '公开其它信息。', '公开其他信息。'],
    ['hint', '由具办人员核对。', '由承办人员核对。'],
  ])('%s: %s', (severity, paragraph, right) => {
    const { problems, fixed } = say(RULE, paragraph);
    expect(problems.map((problem) => problem.severity)).toEqual([severity]);
    expect(fixed).toContain(right);
  });

  test.each([
    '意见征集的截止日期为12月20日，报名于12月25日截止。',
    '在台风登陆前公开预警信息。',
    '把公开做为民服务的窗口。',
    '做为民办实事清单。',
    '校对读本，应对读者咨询。',
    '《帐号管理办法》继续有效。',
    '现行有效的规范性文件12件，保持现行有效性。',
    '政府信息公开工作稳步推进，主动公开信息12条。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('no correction is itself a slip', () => {
    expect(texts(RULE, SLIPS.map(({ to }) => `${to}。`).join(''))).toEqual([]);
  });

  test('a date keeps its digits', () => {
    const { problems } = say(RULE, '截止2024年12月31日，更新栏目12个。');
    expect(problems[0]?.fixes[0]?.edits.map(({ newText }) => newText)).toEqual(['至']);
  });
});
