import { describe, expect, it } from 'vitest';
import { fold, foldLabel, trimSpan } from '../../server/src/text/fold.ts';
import { sentencesOf } from '../../server/src/text/sentences.ts';
import { similarity } from '../../server/src/text/similar.ts';

describe('folding', () => {
  it('takes width, blanks and invisible characters away', () => {
    expect(fold(' （一）\u3000总 计\u200b\ufeff\u00a0')).toBe('(一)总计');
    expect(fold('２０２４年')).toBe('2024年');
  });

  it('compares labels without quotation marks and with 1. for 1、', () => {
    expect(foldLabel('3、危及"三安全一稳定"')).toBe(foldLabel('3.危及“三安全一稳定”'));
    expect(foldLabel('一、本年新收')).toBe('一、本年新收');
  });

  it('trims a span to what is not blank', () => {
    expect(trimSpan(' \t甲 ', 0, 4)).toEqual({ start: 2, end: 3 });
    expect(trimSpan('   ', 0, 3)).toEqual({ start: 0, end: 0 });
  });
});

describe('sentences', () => {
  it('end at their marks, and a decimal point is none', () => {
    const text = '共12.5万元。其中甲;乙！末';
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '共12.5万元。',
      '其中甲;',
      '乙！',
      '末',
    ]);
  });
});

describe('similarity', () => {
  it('is 1 for the same and falls with every changed character', () => {
    expect(similarity('结转下年度继续办理', '结转下年度继续办理')).toBe(1);
    expect(similarity('三类内部事务', '三类内容事务')).toBeCloseTo(5 / 6);
    expect(similarity('', '')).toBe(1);
    expect(similarity('甲', '毫不相干的另一个标签')).toBe(0);
  });
});
