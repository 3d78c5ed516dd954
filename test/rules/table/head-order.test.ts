import { describe, expect, it } from 'vitest';
import { alarms, check, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

/** A head in another's place leaves every sum true and makes the numbers below it mean something else. */
const PLAIN = ['pipe-rows', 'pipe-cells', 'pipe-lines', 'tab-rows', 'cell-lines', 'markdown', 'html'];
const layouts = LAYOUTS.filter(({ name }) => PLAIN.includes(name));

const swapped = (one: string, other: string) => ({ faults: { heads: { [one]: other, [other]: one } } });

const EXCHANGED = {
  '自然人 and 总计': [swapped('自然人', '总计'), '总计'],
  '商业企业 and 科研机构': [swapped('商业企业', '科研机构'), '科研机构'],
  '结果维持 and 结果纠正': [swapped('结果维持', '结果纠正'), '结果纠正'],
  '未经复议直接起诉 and 复议后起诉': [swapped('未经复议直接起诉', '复议后起诉'), '复议后起诉'],
  '行政复议 and 行政诉讼': [swapped('行政复议', '行政诉讼'), '行政诉讼'],
  '本年制发件数 and 本年废止件数': [swapped('本年制发件数', '本年废止件数'), '本年废止件数'],
} as const;

describe.each(layouts)('$name', (layout) => {
  it.each(Object.entries(EXCHANGED))('tells heads exchanged once: %s', (_, [fault, found]) => {
    const own = draft({ seed: 43, layout, ...fault });
    const { text } = own;
    const problem = only(alarms(check(own)));
    expect(problem).toMatchObject({ rule: 'table/label', severity: 'warning', messageId: 'exchanged' });
    expect(text.slice(problem.span.start, problem.span.end)).toContain(found);
  });

  it('tells a caption that names another item of the article', () => {
    const own = draft({ seed: 43, layout, faults: { heads: { '第二十条第（五）项': '第二十条第（二）项' } } });
    const { text } = own;
    const problem = only(alarms(check(own)));
    expect(problem).toMatchObject({ rule: 'table/label', severity: 'warning', messageId: 'item' });
    expect(text.slice(problem.span.start, problem.span.end)).toContain('第（二）项');
  });
});

describe.each(layouts)('$name', (layout) => {
  it('tells once that the tables of sections three and four are exchanged', () => {
    const own = draft({ seed: 43, layout });
    const [three, four, five] = ['三、', '四、', '五、'].map((ordinal) =>
      own.text.search(new RegExp(`^.{0,9}${ordinal}(?:收到|政府|存在)`, 'm')),
    );
    const bodyOf = (from = 0, to = 0): [string, string] => {
      const end = own.text.indexOf('\n', from) + 1;
      return [own.text.slice(from, end), own.text.slice(end, to)];
    };
    const [headThree, tableThree] = bodyOf(three, four);
    const [headFour, tableFour] = bodyOf(four, five);
    const text = own.text.slice(0, three) + headThree + tableFour + headFour + tableThree + own.text.slice(five);
    expect(only(alarms(check({ ...own, text })))).toMatchObject({
      rule: 'table/missing-table',
      messageId: 'elsewhere',
    });
  });
});

describe.each(LAYOUTS)('$name', (layout) => {
  it.each([1, 2])('finds the heads of a right report in order', (seed) => {
    const heads = check(draft({ seed, layout })).problems.filter(
      ({ messageId }) => messageId === 'exchanged' || messageId === 'head-missing',
    );
    expect(heads).toEqual([]);
  });
});
