import { describe, expect, test } from 'vitest';
import { say, texts } from '../say.ts';

const RULE = 'text/template-residue';

describe(RULE, () => {
  test.each([
    ['对各科（处）室公开情况进行通报。', '科（处）室'],
    ['对各股(科)室公开情况进行通报。', '股(科)室'],
    ['本机关/本部门重视公开工作。', '本机关/本部门'],
    ['我县（市、区）重视公开工作。', '我县（市、区）'],
  ])('%s', (paragraph, text) => {
    const { problems, texts } = say(RULE, paragraph);
    expect(texts).toEqual([text]);
    expect(problems[0]?.severity).toBe('information');
  });

  test('offers each of the choices, none of them by itself', () => {
    const { problems, fixed } = say(RULE, '对各科（处）室公开情况进行通报。');
    expect(problems[0]?.fixes.map(({ title }) => title)).toEqual([
      '将“科（处）室”改为“科室”',
      '将“科（处）室”改为“处室”',
    ]);
    expect(problems[0]?.fixes.every(({ kind }) => kind === 'suggestion')).toBe(true);
    expect(fixed).toContain('对各科室公开情况');
  });

  test.each([
    ['a city names its parts', '各县（市、区）均已按时报送。'],
    ['the name of the law', '由办公厅（室）负责。'],
    ['offices of both kinds', '各处（室）均已按时报送。'],
    ['a slash between alternatives', '线上/线下同步公开。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});
