import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../server/src/report/read.ts';
import {
  detectFormat,
  FORMATS,
  formatOf,
  formatOfFile,
  formatOfLanguage,
} from '../../server/src/report/source/index.ts';
import { LAYOUTS } from '../../server/src/report/tables/layouts/index.ts';

describe('the formats', () => {
  it.each([
    ['年报.txt', 'text'],
    ['年报.MD', 'markdown'],
    ['a.markdown', 'markdown'],
    ['page.htm', 'html'],
    ['page.html', 'html'],
    ['年报.docx', undefined],
  ] as const)('are told by a file’s name: %s', (name, id) => {
    expect(formatOfFile(name)?.id).toBe(id);
  });

  it('share no ending and no language', () => {
    for (const names of [FORMATS.flatMap(({ endings }) => endings), FORMATS.flatMap(({ languages }) => languages)]) {
      expect(new Set<string>(names).size).toBe(names.length);
    }
    expect(formatOfLanguage('markdown')?.id).toBe('markdown');
    expect(formatOfLanguage('latex')).toBeUndefined();
  });

  it('tell a page by its tags, unless Markdown holds them', () => {
    const page = '<table><tr><td>1</td></tr></table>';
    expect(detectFormat(page, undefined).id).toBe('html');
    expect(detectFormat(page, 'text').id).toBe('html');
    expect(detectFormat(page, 'markdown').id).toBe('markdown');
    expect(detectFormat('共收到 2 件，a<b。', undefined).id).toBe('text');
  });
});

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (id, format) => {
  it('reads the headings that it writes, where they stand', () => {
    const source = `${format.heading('一、总体情况', 2)}\n\n全年工作有序。\n`;
    const report = readReport(source, { format: id });
    expect(report.format).toBe(id);
    const [section] = report.sections;
    expect(source.slice(section?.heading.span.start, section?.heading.span.end)).toBe('一、总体情况');
  });

  it('has a layout for its tables, and the layout knows', () => {
    const layout = LAYOUTS.find((each) => each.id === format.tableLayout);
    expect(layout?.format ?? 'text').toBe(id);
  });

  it('leads what it shows back to the source', () => {
    const source = '<p>甲&nbsp;乙</p><table><tr><td>本年新收</td><td>12</td></tr></table>';
    const view = format.view(source);
    if (!view) return expect(format.hasTags).toBe(false);
    const at = view.text.indexOf('12');
    const place = view.toSource({ start: at, end: at + 2 });
    expect(source.slice(place.start, place.end)).toBe('12');
  });

  it('places an edit inside its tags, or as it is', () => {
    const source = '<p>总体<b>情况</b></p>';
    const edits = [{ span: { start: 3, end: 12 }, newText: '概况' }];
    const placed = formatOf({ format: id }).place(source, edits);
    expect(placed.some(({ newText }) => newText === '概况')).toBe(true);
    expect(placed.length > 1).toBe(!format.hasLines);
  });
});

it('nothing but the formats and the layouts asks which format or layout a draft has', () => {
  const source = fileURLToPath(new URL('../../server/src', import.meta.url));
  const ids = [...FORMATS, ...LAYOUTS].map((each) => each.id).filter((name) => name !== 'text');
  const asks = new RegExp(`(?:===|!==|case|\\[|has\\()\\s*'(?:${ids.join('|')})'|\\bformat [=!]== '`);
  const asking = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^(?:report|facts|rules|check|language|lsp|cli)\/.*\.ts$/.test(path))
    .filter((path) => !/^report\/(?:source|tables\/layouts)\//.test(path))
    // In what a command writes its own answer is no question of the draft.
    .filter((path) => !/^cli\/(?:args\.ts$|office\/)/.test(path))
    .filter((path) => asks.test(readFileSync(join(source, path), 'utf8')));
  expect(asking).toEqual([]);
});
