import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended } from '../fragments.ts';

const RULE = 'structure/template-sentence';

it('finds the template’s own sentence and deletes its line', () => {
  const text = '一、总体情况\n公开信息3条。\n该部分以表格形式报告。表格如下：\n六、其他需要报告的事项\n无。\n';
  expect(marked(RULE, text)).toEqual(['warning:该部分以表格形式报告。表格如下：']);
  expect(mended(RULE, text)).toBe('一、总体情况\n公开信息3条。\n六、其他需要报告的事项\n无。\n');
});

it.each(['（注：本栏由各单位据实填写）', '(此处填写具体数量)', '（请在此处填写联系方式）'])(
  'finds %s inside a paragraph',
  (note) => {
    const { text } = draft({ say: { 1: `全年公开信息30条${note}。` } });
    expect(marked(RULE, text)).toEqual([`warning:${note}`]);
    expect(mended(RULE, text)).toContain('全年公开信息30条。');
  },
);

it('leaves other brackets and sentences about tables alone', () => {
  const say = { 1: '本部分数据见下表（注：含所属事业单位）。指导各科室规范填写登记表。' };
  expect(marked(RULE, draft({ say }).text)).toEqual([]);
});
