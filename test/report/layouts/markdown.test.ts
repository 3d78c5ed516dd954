import { describe, expect, it } from 'vitest';
import { rowIn } from '../../../server/src/report/find.ts';
import { readReport } from '../../../server/src/report/read.ts';

const TEXT = `# **雁栖县气象局2024年政府信息公开工作年度报告**

## 一、总体情况

正文。

### **二、主动公开政府信息情况**

| 第二十条第（一）项 | | | |
|---|:--:|---|---|
| 信息内容\\|类别 | 本年制发<br/>件数 | 本年废止件数 | 现行有效件数 |
|---|---|---|---|
| **规章** | - | - | - |
| 行政规范性文件 | **3** | &nbsp; | 41<br>（其中修订 2 件） |
`;

describe('Markdown', () => {
  const report = readReport(TEXT, { format: 'markdown' });
  const cells = (row: string) => rowIn(report.tables.proactive, row)?.cells ?? [];

  it('has title and headings without their marks', () => {
    expect(report.title?.text).toBe('雁栖县气象局2024年政府信息公开工作年度报告');
    expect(report.sections.map(({ heading }) => TEXT.slice(heading.span.start, heading.span.end))).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
    ]);
  });

  it('takes neither a second delimiter row nor a row of dashes for the other', () => {
    expect(cells('regulations').map(({ value }) => value)).toEqual(['placeholder', 'placeholder', 'placeholder']);
    expect(report.tables.proactive?.heads).toEqual([]);
  });

  it('reads through escaped pipes, emphasis, line breaks and no-break blanks', () => {
    expect(cells('normative').map(({ value }) => value)).toEqual([
      { units: 3, scale: 0 },
      'blank',
      { units: 41, scale: 0 },
    ]);
    expect(TEXT.slice(cells('normative')[0]?.span.start, cells('normative')[0]?.span.end)).toBe('3');
    expect(cells('normative')[2]?.suffix).toBe('(其中修订2件)');
  });
});
