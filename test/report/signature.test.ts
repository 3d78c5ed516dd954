import { describe, expect, it } from 'vitest';
import { readReport } from '../../server/src/index.ts';

const BODY = '青溪县水利局2024年政府信息公开工作年度报告\n一、总体情况\n公开信息3条。\n六、其他需要报告的事项\n无。\n';
const signed = (end: string) => {
  const report = readReport(BODY + end);
  const { signature } = report;
  return signature && { ...signature, text: report.text.slice(signature.span.start, signature.span.end) };
};

describe('the signature', () => {
  it.each([
    ['2025年1月8日', 1, 8],
    ['青溪县水利局\n2025年1月8日', 1, 8],
    ['青溪县水利局 2025年1月18日', 1, 18],
    ['2025 年 1 月 8 日', 1, 8],
    ['２０２５年１月２６日', 1, 26],
    ['二〇二五年一月二十六日', 1, 26],
    ['（2025年1月8日）', 1, 8],
    ['青溪县水利局\n2025-01-08', 1, 8],
    ['青溪县水利局 2025.1.18', 1, 18],
    ['2025/1/8', 1, 8],
  ])('is found in %j', (end, month, day) => {
    expect(signed(`${end}\n`)).toMatchObject({ year: 2025, month, day });
  });

  it('points at the date and at its year', () => {
    expect(signed('青溪县水利局\n  2025年1月8日  \n')?.text).toBe('2025年1月8日');
    expect(signed('青溪县水利局\n2025年1月8日')?.name?.text).toBe('青溪县水利局');
  });

  it('is found before the navigation of a site', () => {
    expect(signed('青溪县水利局\n2025年1月8日\n打印本页 关闭窗口\n上一篇：水质公报\n2024年3月1日\n')).toMatchObject({
      year: 2025,
      month: 1,
    });
  });

  it('is not taken from the lines of a site', () => {
    expect(signed('上一篇：水质公报\n2024年3月1日\n')).toBeUndefined();
    expect(signed('发布日期：2025年3月1日\n')).toBeUndefined();
    expect(signed('水质公报\n2024-03-01\n')).toBeUndefined();
    expect(signed('发布日期：2025-03-01\n')).toBeUndefined();
    expect(signed('2025-03-01 10:23\n')).toBeUndefined();
  });

  it('is no date inside a sentence that a paste wrapped', () => {
    expect(signed('信息处理费的收取办法见本局于2024年，\n2024年3月1日\n发布的公告。\n')).toBeUndefined();
  });

  it('is absent more often than not', () => {
    expect(signed('')).toBeUndefined();
  });
});
