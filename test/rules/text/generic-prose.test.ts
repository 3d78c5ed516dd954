import { describe, expect, test } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { applyFix, check, found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';
import { say, texts } from '../say.ts';

const RULE = 'text/generic-prose';

describe(RULE, () => {
  test('Markdown marks in a plain text: once a file, and one fix for all', () => {
    const text = `${draft().text}\n## 小结\n**主动公开**持续加强，**平台建设**稳步推进。\n`;
    const problems = found(lint(text), RULE);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.severity).toBe('information');
    const [fix] = problems[0]?.fixes ?? [];
    expect(fix && applyFix(text, fix)).toBe(`${draft().text}\n小结\n主动公开持续加强，平台建设稳步推进。\n`);
  });

  test.each([
    ['以下是为您撰写的年度报告：', 0],
    ['以下是云岭市水利局年度报告正文：', 0],
    ['好的，以下是根据您提供的数据整理的报告：', 0],
    ['希望以上内容对您有所帮助！', 6],
    ['作为人工智能语言模型，无法核实上述数据。', 6],
    ['如果您需要调整语气，请随时告诉我。', 6],
  ] as const)('%s', (paragraph, section) => {
    expect(texts(RULE, paragraph, section)).toHaveLength(1);
  });

  test.each([
    ['Markdown in Markdown', `# 小结\n**主动公开**持续加强。\n`, 'markdown'],
    ['a multiplication and a number sign', '评分5*3*2，见#12号楼。\n', 'text'],
  ] as const)('silent: %s', (_, more, format) => {
    expect(found(lint(draft().text + more, { format }), RULE)).toEqual([]);
  });

  test.each([
    '作为公开的主体，我局及时更新。',
    '希望社会各界监督。部分地区、一些部门更新不够及时。',
    '以下是需要说明的情况：全年未收取费用。',
    '如需纸质报告，请与本局办公室联系。',
    '总的来看，值得注意的是，公开质量不断提升。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('a draft whose tables are Markdown is Markdown', () => {
    const written = draft({ layout: LAYOUTS.find(({ id }) => id === 'markdown') ?? LAYOUTS[0] });
    expect(found(check(written, { format: 'text' }), RULE)).toEqual([]);
  });

  test('a file named .md is Markdown', () => {
    expect(found(lint(`${draft().text}**公开**`, { fileName: '报告.md' }), RULE)).toEqual([]);
    expect(say(RULE, '**公开**。').problems).toHaveLength(1);
  });
});
