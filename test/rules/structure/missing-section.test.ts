import { describe, expect, it } from 'vitest';
import type { SectionNumber } from '../../../server/src/forms/index.ts';
import { lint } from '../../../server/src/index.ts';
import type { TextFormat } from '../../../server/src/report/report.ts';
import { applyFix, found, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'structure/missing-section';
const TITLE = '青禾县水务局2024年政府信息公开工作年度报告';
const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

const findings = (text: string, format: TextFormat = 'text') => found(lint(text, { format }), RULE);

describe('one or two sections missing', () => {
  it('are a finding each, where they belong', () => {
    const { text } = draft({ sections: [1, 2, 4, 6] });
    expect(findings(text).map(({ messageId, span }) => [messageId, text.slice(span.start, span.end)])).toEqual([
      ['section', '四、政府信息公开行政复议、行政诉讼情况'],
      ['section', '六、其他需要报告的事项'],
    ]);
  });
});

describe('three or more sections missing', () => {
  it.each([
    ['a title alone', `${TITLE}\n`, HEADINGS],
    ['a title and a section', `${TITLE}\n二、主动公开政府信息情况\n`, HEADINGS.filter((_, index) => index !== 1)],
  ])('%s: one finding names them all, and the skeleton holds them in order', (_, text, missing) => {
    const finding = only(findings(text));
    expect(finding.message).toContain(`缺少 ${missing.length} 个部分：${missing.join('、')}。`);
    const mended = applyFix(text, only(finding.fixes));
    expect(mended.startsWith(TITLE)).toBe(true);
    expect(mended.split('\n').filter((line) => HEADINGS.includes(line))).toEqual(HEADINGS);
    const { problems } = lint(mended);
    expect(problems.map(({ rule }) => rule).filter((rule) => rule.startsWith('structure/section'))).toEqual([]);
    expect(findings(mended)).toEqual([]);
  });

  const lost: SectionNumber[] = [2, 5, 6];
  it.each(LAYOUTS.map((layout) => [layout.id, layout] as const))('in %s they go where they belong', (_, layout) => {
    const rest = ([1, 2, 3, 4, 5, 6] as const).filter((number) => !lost.includes(number));
    const { text, format } = draft({ layout, sections: rest });
    const finding = only(findings(text, format));
    const mended = applyFix(text, only(finding.fixes));
    const result = lint(mended, { format });
    expect(found(result, RULE)).toEqual([]);
    expect(found(result, 'structure/section-order')).toEqual([]);
    expect(found(result, 'table/missing-table')).toEqual([]);
  });

  it('a table without its heading still asks for the heading alone', () => {
    const { text } = draft({ sections: [1, 3] });
    const without = text.replace('三、收到和处理政府信息公开申请情况\n', '');
    expect(
      findings(without)
        .map(({ messageId }) => messageId)
        .sort(),
    ).toEqual(['heading', 'sections']);
  });
});
