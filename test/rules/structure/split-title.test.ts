import { expect, it } from 'vitest';
import { readReport } from '../../../server/src/report/read.ts';
import { draft } from '../../support/draft.ts';
import { marked, mended, seen } from '../fragments.ts';

const RULE = 'structure/split-title';
const titled = (...title: string[]) => draft({ title }).text;

it('hints at a title broken inside a phrase and joins it', () => {
  const text = titled('青溪县水利局2024年政府信息', '', '公开工作年度报告');
  expect(seen(RULE, text)).toMatchObject([{ id: 'split', severity: 'hint' }]);
  expect(mended(RULE, text).startsWith('青溪县水利局2024年政府信息公开工作年度报告\n')).toBe(true);
});

it('hints when the year stays on the issuer’s line', () => {
  expect(marked(RULE, titled('青溪县水利局2024年', '政府信息公开工作年度报告'))).toHaveLength(1);
});

it('leaves the issuer alone on its own line: official documents are set so', () => {
  expect(marked(RULE, titled('青溪县水利局', '2024年政府信息公开工作年度报告'))).toEqual([]);
});

it('is silent on a title in one line, and where there is none', () => {
  expect(marked(RULE, titled('青溪县水利局2024年政府信息公开工作年度报告'))).toEqual([]);
  expect(marked(RULE, draft({ title: 0 }).text)).toEqual([]);
});

const TITLE = '青溪县住房和城乡建设局2024年政府信息公开工作年度报告';

it.each([
  [['发布日期：2025-01-20 10:23', TITLE]],
  [['【字体：大 中 小】 打印', TITLE]],
  [['发布机构：青溪县住房和城乡建设局', '成文日期：2025-01-20', TITLE]],
  [['2025年1月20日', TITLE]],
  [['来源：青溪县住房和城乡建设局 作者： 点击数：', '', TITLE]],
  [['政务公开', TITLE]],
  [['政务公开', '年度报告', '2025-01-20', TITLE]],
])('takes no line of the web page into the title: %j', (lines) => {
  const text = titled(...lines);
  expect(marked(RULE, text)).toEqual([]);
  expect(readReport(text).title).toMatchObject({
    text: TITLE,
    issuer: '青溪县住房和城乡建设局',
    lines: 1,
    year: { value: 2024 },
  });
});

it('leaves a broken title below a line of the web page its own lines', () => {
  const text = titled('发布日期：2025-01-20', '青溪县水利局2024年政府信息', '公开工作年度报告');
  expect(mended(RULE, text)).toContain('发布日期：2025-01-20\n青溪县水利局2024年政府信息公开工作年度报告\n');
});

it.each([
  ['青溪县住房和城乡', '建设局2024年政府信息公开', '工作年度报告'],
  ['青溪县住房', '和城乡建设局2024年', '政府信息公开工作年度报告'],
  ['云岭市青溪县市', '场监督管理局2024年政府信息公开工作年度报告'],
])('finds a name whole that a break divides: %s', (...lines) => {
  const text = titled(...lines);
  expect(readReport(text).title).toMatchObject({ text: lines.join(''), lines: lines.length });
  expect(marked(RULE, text)).toHaveLength(1);
});

it.each([
  [['云岭市', '青溪县水利局2024年政府信息公开工作年度报告'], '云岭市青溪县水利局'],
  [['发布日期：2025-01-20', '松河镇人民政府', '2024年政府信息公开工作年度报告'], '松河镇人民政府'],
  [['松河镇人民政府', '2024年政府信息公开工作年度报告'], '松河镇人民政府'],
])('reads the issuer of %j', (lines, issuer) => {
  expect(readReport(titled(...lines)).title?.issuer).toBe(issuer);
});
