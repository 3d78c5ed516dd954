import { describe, expect, it } from 'vitest';
import { isReport, lint, readReport } from '../../../server/src/index.ts';
import { rowIn } from '../../../server/src/report/find.ts';
import { spanIn } from '../../../server/src/report/prose/span-in.ts';
import { applyFix } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { layoutNamed } from '../../support/layouts.ts';

const PAGE = `<!DOCTYPE html>
<html><head><title>另一个标题 2019年政府信息公开工作年度报告</title>
<style>p:before { content: "一、总体情况" }</style></head>
<body onload="if (1 > 0) go('<p>二、主动公开政府信息情况</p>')">
<script>document.write("<p>六、其他需要报告的事项</p>");</script>
<!-- <p>五、存在的主要问题及改进情况</p> -->
<table width=100%><tr><td class="nav"><a href="https://example.gov.cn/index2023.html">首页</a></td></tr>
<tr><td>
<h1>雁栖县气象局<br>2024&#24180;政府信息公开工作年度报告</h1>
<p>&emsp;&emsp;本报告统计期限为2024年1月1日至2024年12月31日，甲&amp;乙两处<span style="color:red">窗口</span>
   可以查阅，满意度&gt;90%。</p>
<p><strong>一、</strong><strong>总体情况</strong></p>
<div>第一段说的是一件事。<br/>第二段说的是另一件事。</div>
<p><b>四、政府信息公开行政复议、行政诉讼情况</b></p>
<table border=1><tbody>
<tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>
<tr>${'<td>结果<br />维持<td>结果纠正<td>其他结果<td>尚未审结<td>总 计'.repeat(3)}
<tr><td><p>1</p></td><td>０</td><td>&nbsp;</td><td></td><td><p><span>1</span></p></td>${'<td>0</td>'.repeat(9)}<td>1,024</td></tr>
</tbody></table>
<p>六、其他需要报告的事项</p><p>无。</p>
</td></tr></table></body></html>`;

describe('an HTML source', () => {
  const report = readReport(PAGE);
  const slice = ({ start, end }: { start: number; end: number }): string => PAGE.slice(start, end);

  it('is known by its tags, whatever the format is said to be', () => {
    expect(report.format).toBe('html');
    expect(report.text).toBe(PAGE);
    expect(isReport(PAGE)).toBe(true);
    expect(isReport('<html><body><table><tr><td>政府信息公开指南</td></tr></table></body></html>')).toBe(false);
  });

  it('has its title and headings where the page shows them', () => {
    expect(report.title?.text).toBe('雁栖县气象局2024年政府信息公开工作年度报告');
    expect(report.title?.year?.value).toBe(2024);
    expect(slice(report.title?.year?.span ?? { start: 0, end: 0 })).toBe('2024');
    expect(report.sections.map(({ number, heading }) => [number, slice(heading.span)])).toEqual([
      [1, '一、</strong><strong>总体情况'],
      [4, '四、政府信息公开行政复议、行政诉讼情况'],
      [6, '六、其他需要报告的事项'],
    ]);
  });

  it('has prose without tags, with entities decoded and every place in the source', () => {
    const texts = report.prose.map(({ text, section }) => [section, text]);
    expect(texts).toContainEqual([
      0,
      '本报告统计期限为2024年1月1日至2024年12月31日，甲&乙两处窗口可以查阅，满意度>90%。',
    ]);
    expect(texts).toContainEqual([1, '第二段说的是另一件事。']);
    expect(texts).toContainEqual([6, '无。']);
    const preface = report.prose.find(({ text }) => text.includes('甲&乙'));
    if (!preface) throw new Error('no preface');
    const at = (words: string): string => {
      const start = preface.text.indexOf(words);
      return slice(spanIn(preface, start, start + words.length));
    };
    expect(at('2024年12月31日')).toBe('2024年12月31日');
    expect(at('&')).toBe('&amp;');
    expect(at('乙两处')).toBe('乙两处');
    expect(at('窗口')).toBe('窗口');
    expect(at('窗口可以')).toBe('窗口</span>\n   可以');
    expect(at('>90%')).toBe('&gt;90%');
  });

  it('has cells with spans, blanks, full-width digits and separators', () => {
    const row = report.tables.review?.rows[0];
    expect(row?.cells.map(({ span }) => slice(span))).toEqual([
      '1',
      '０',
      '',
      '',
      '1',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '1,024',
    ]);
    expect(row?.cells.map(({ value }) => (typeof value === 'object' ? value.units : value))).toEqual([
      1,
      0,
      'blank',
      'blank',
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1024,
    ]);
    expect(report.tables.review?.layout).toBe('html');
    const blanks = row?.cells
      .filter(({ value }) => value === 'blank')
      .map(({ span }) => PAGE.slice(span.start - 4, span.start + 5));
    expect(blanks).toEqual(['<td>&nbsp', '<td></td>']);
  });

  it('never shows a rule what is no text of the page', () => {
    const { problems } = lint(PAGE);
    expect(problems.filter(({ rule }) => rule.startsWith('text/'))).toEqual([]);
    expect(problems.filter(({ message }) => /href|style|span|2019|2023/.test(message))).toEqual([]);
  });
});

describe('fixes in an HTML source', () => {
  const layout = layoutNamed('html');

  it('inserts a section as blocks with a real table before the next heading', () => {
    const { text } = draft({ layout, sections: [1, 2, 4, 5, 6] });
    const fix = lint(text).problems.find(({ rule }) => rule === 'structure/missing-section')?.fixes[0];
    if (!fix) throw new Error('no fix');
    const after = applyFix(text, fix);
    expect(after).toContain(
      '<p>三、收到和处理政府信息公开申请情况</p>\n<table border="1">\n<tr><td colspan="3" rowspan="3">',
    );
    expect(after).toContain('<td rowspan="22">三、本年度办理结果</td>');
    expect(after).toContain('</table>\n<h2>四、');
  });

  it('keeps the tags inside a label that it rewrites', () => {
    const text = draft({ layout }).text.replace('上年结转政府信息公开申请数量', '上年结<br>转政府信息申请数量');
    const fix = lint(text).problems.find(({ rule }) => rule === 'table/label')?.fixes[0];
    if (!fix) throw new Error('no fix');
    expect(applyFix(text, fix)).toContain('>二、上年结转政府信息公开申请数量<br></td>');
  });

  it('fills blank cells inside their tags', () => {
    const { text } = draft({ layout, cells: { 'requests/denied.secret/ngo': '' } });
    const fix = lint(text).problems.find(({ rule }) => rule === 'table/empty-cell')?.fixes[0];
    if (!fix) throw new Error('no fix');
    const cells = rowIn(readReport(applyFix(text, fix)).tables.requests, 'denied.secret')?.cells;
    expect(cells?.map(({ raw }) => raw)).toHaveLength(7);
    expect(cells?.some(({ value }) => value === 'blank')).toBe(false);
  });
});

describe('sources that are not well formed', () => {
  it.each([
    '<',
    '<td',
    '<table><tr><td>1',
    '</td></tr></table>',
    '<p title="一、总体情况>二、',
    '<!-- <p>一、总体情况',
    '<script><p>一、总体情况</p>',
    '&nbsp',
    '&#0;&#xffffff;&#xd800;&bogus;',
    '<td><table><td><table><td>',
  ])('is read without a throw: %s', (source) => {
    const report = readReport(source, { format: 'html' });
    for (const paragraph of report.prose) {
      expect(paragraph.span.start).toBeLessThanOrEqual(paragraph.span.end);
      expect(spanIn(paragraph, 0, paragraph.text.length).end).toBeLessThanOrEqual(source.length);
    }
    expect(() => lint(source, { format: 'html' })).not.toThrow();
  });

  it('takes a lone < for text', () => {
    const report = readReport('<p>依据<中华人民共和国政府信息公开条例>，2<3。</p>', { format: 'html' });
    expect(report.prose[0]?.text).toBe('依据<中华人民共和国政府信息公开条例>，2<3。');
  });

  it('parts lines where the source does when it has no tags for it', () => {
    const report = readReport('一、总体情况\n全年工作有序。\n<b>六、其他需要报告的事项</b>\n无。', { format: 'html' });
    expect(report.sections.map(({ number }) => number)).toEqual([1, 6]);
  });
});
