import { describe, expect, test } from 'vitest';
import { check, found, only, sliceOf } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'numbering/missing-item-number';
const FIRST = '时效把握不准：部分民生项目的进展从形成到公开间隔较长，群众不能及时知晓。';
const SECOND = '人手配备不足：股室人员流动频繁，新到岗的同志对公开要求还不熟悉。';

const plain = LAYOUTS.filter(({ wrap }) => wrap === undefined);

describe(RULE, () => {
  test.each(plain.map((layout) => [layout.name, layout] as const))('items in a row, in %s', (_, layout) => {
    const written = draft({ layout, prose: { problems: [FIRST, SECOND] } });
    const problem = only(found(check(written), RULE));
    expect(problem.severity).toBe('hint');
    expect(sliceOf(written.text, problem.span)).toBe('时效把握不准');
    expect(expectMended(written.text, problem, only(problem.fixes), written.format)).toContain('二是人手配备不足');
  });

  test.each([
    ['one item', [FIRST, '下一步将安排专人核对。']],
    ['numbered', [`一是${FIRST}`, `二是${SECOND}`]],
    ['numbered in brackets', [`（一）${FIRST}`, `（二）${SECOND}`]],
    [
      'contact lines',
      ['联系地址：青溪县城关镇人民路一号行政中心二号楼。', '联系电话：请于工作日上班时间与本局办公室联系。'],
    ],
    [
      'what leads to a list',
      [
        '主要有以下问题：公开不够及时，解读不够通俗，培训还不够经常。',
        '改进措施：按月核对时限，增加图解和问答，每季度安排一次培训。',
      ],
    ],
  ])('silent: %s', (_, problems) => {
    expect(found(check(draft({ prose: { problems } })), RULE)).toEqual([]);
  });
});
