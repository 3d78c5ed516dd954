import { describe, expect, test } from 'vitest';
import { differing } from '../../server/src/rules/support/difference.ts';

describe('two labels beside each other', () => {
  test('short ones are quoted whole', () => {
    expect(differing('（二）部份公开', '（二）部分公开')).toEqual({
      found: '（二）部份公开',
      expected: '（二）部分公开',
    });
  });

  test('of long ones what differs, with a little around it', () => {
    const expected = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
    expect(differing(expected.replace('勾', '钩'), expected)).toEqual({
      found: '…列数据的钩稽关系为…',
      expected: '…列数据的勾稽关系为…',
    });
    expect(differing(expected.replace('勾', '钩').normalize('NFKC'), expected)).toEqual({
      found: '…列数据的钩稽关系为…',
      expected: '…列数据的勾稽关系为…',
    });
    expect(differing(`${expected}注`, expected)).toEqual({ found: '…项之和）注', expected: '…项之和）' });
  });
});
