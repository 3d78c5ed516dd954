import { describe, expect, it } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { rowIn } from '../../../server/src/report/find.ts';
import { readReport } from '../../../server/src/report/read.ts';
import type { Report } from '../../../server/src/report/report.ts';
import { found, only } from '../../support/check.ts';
import { type Draft, draft } from '../../support/draft.ts';
import { LAYOUTS, layoutNamed } from '../../support/layouts.ts';

const values = ({ tables }: Report): string[] =>
  Object.values(tables).flatMap((table) =>
    table.rows.flatMap((row) => row.cells.map(({ id, raw }) => `${id} ${raw.trim()}`)),
  );

const written = ({ printed }: Draft): string[] => [...printed].map(([id, text]) => `${id} ${text}`);

describe('a heading after a long run of pipes', () => {
  it.each(['pipe-runs', 'pipe-runs, between cells', 'pipe-runs, on one line'])('%s', (name) => {
    const source = draft({ layout: layoutNamed(name), seed: 9 });
    // The line break between a table and the next heading was lost in the copy.
    const text = source.text.replace(/(\|)\s*\n(?=[一二三四五六]、)/g, `$1${'|'.repeat(120)}`);
    expect(text).toMatch(/\|{100,}[三四五]、/);
    const report = readReport(text);
    expect(
      report.sections.map(({ number, heading }) => [number, text.slice(heading.span.start, heading.span.start + 2)]),
    ).toEqual(['一', '二', '三', '四', '五', '六'].map((ordinal, index) => [index + 1, `${ordinal}、`]));
    expect(values(report).sort()).toEqual(written(source).sort());
    for (const { cells } of Object.values(report.tables).flatMap((table) => table.rows)) {
      for (const { span, raw } of cells) expect(text.slice(span.start, span.end)).toBe(raw);
    }
  });

  it('does not part a line at a run that a row may have', () => {
    const text = `一、总体情况\n正文${'|'.repeat(20)}六、其他需要报告的事项\n无。`;
    expect(readReport(text).sections.map(({ number }) => number)).toEqual([1]);
  });
});

describe.each(LAYOUTS)('$name', (layout) => {
  it('reads a draft that was pasted twice', () => {
    const source = draft({ layout, seed: 11 });
    const report = readReport(source.text + source.text, { format: source.format });
    expect(values(report).sort()).toEqual(written(source).sort());
  });

  it('does not take headings whose tables were dropped for a table of contents', () => {
    const { text, format } = draft({ layout, withoutTable: [2, 3, 4], contents: true });
    const report = readReport(text, { format });
    expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    const missing = found(lint(text, { format }), 'table/missing-table');
    expect(
      missing.map(({ span }) =>
        text
          .slice(span.start, span.end)
          .replace(/<[^>]*>/g, '')
          .slice(0, 2),
      ),
    ).toEqual(['二、', '三、', '四、']);
  });
});

describe('a requests table that a page break parts', () => {
  const HEAD = /^[^\n]*申请人情况[^\n]*\n[^\n]*\n[^\n]*\n/m;
  it.each(['pipe-rows', 'tab-rows', 'space-rows', 'pdf-columns'])(
    'is read as one with its head repeated: %s',
    (name) => {
      const source = draft({ layout: layoutNamed(name), seed: 13 });
      const head = HEAD.exec(source.text)?.[0] ?? '';
      const text = source.text.replace(/^.*1\.本机关不掌握相关政府信息.*\n/m, (row) => `${row}- 4 -\n${head}`);
      expect(text.match(/申请人情况/g)?.length).toBeGreaterThan(1);
      const report = readReport(text);
      expect(values(report).sort()).toEqual(written(source).sort());
      expect(report.unread).toEqual([]);
    },
  );
});

describe('labels as drafts disfigure them', () => {
  it.each([
    ['blanks inside', '（七）总 计'],
    ['full-width blanks before', '　　（七）总计'],
    ['no-break blanks around', '\u00a0（七）总计\u00a0'],
    ['a zero-width space inside', '（七）\u200b总计'],
    ['half-width brackets', '(七)总计'],
  ])('%s', (_, label) => {
    for (const name of ['pipe-rows', 'pipe-cells', 'tab-rows', 'cell-lines', 'space-rows', 'lone-pipes', 'html']) {
      const source = draft({ layout: layoutNamed(name), faults: { labels: { resultTotal: label } } });
      const row = rowIn(readReport(source.text, { format: source.format }).tables.requests, 'resultTotal');
      expect([name, row?.label?.match, row?.cells.length]).toEqual([name, 'same', 7]);
    }
  });
});

describe('hostile drafts', () => {
  const HEAD = '一、总体情况\n正文。\n二、主动公开政府信息情况\n';
  it.each<[string, string]>([
    ['pipes', '|'.repeat(100_000)],
    ['pipes with blanks', '| '.repeat(100_000)],
    ['pipes on lines', '|\n'.repeat(50_000)],
    ['tabs', `${'\t'.repeat(200_000)}0`],
    ['rows', '规章 0\n'.repeat(150_000)],
    ['stars in a cell', `| ${'*'.repeat(100_000)}a |`],
    ['open tags', '<td>'.repeat(50_000)],
    ['open notes', '22（其中 '.repeat(20_000)],
  ])('%s are read without a throw', (_, text) => {
    expect(only(readReport(HEAD + text).sections.filter(({ number }) => number === 2)).number).toBe(2);
  });
});
