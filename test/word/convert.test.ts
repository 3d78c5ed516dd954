import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint, readReport } from '../../server/src/index.ts';
import { cellIn } from '../../server/src/report/find.ts';
import { asDocument, readWord } from '../../server/src/word/bundle.ts';
import { contentOf } from '../../server/src/word/convert/content.ts';
import { convertDraft, type Target } from '../../server/src/word/convert/convert.ts';
import { type Draft, draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { partsOf } from './revisions.ts';

const TARGETS: readonly Target[] = ['docx', 'html', 'md', 'txt'];

const convert = (text: string, target: Target): Uint8Array => convertDraft(text, target, {}, asDocument);

/** What a converted draft shows. */
function shown(text: string, target: Target): string {
  const bytes = convert(text, target);
  if (target !== 'docx') return new TextDecoder().decode(bytes);
  const word = readWord(bytes);
  if (typeof word === 'string') throw new Error(word);
  return word.text;
}

const squeezed = (text: string): string => text.replace(/[\s\u3000*#]/g, '');
const wordsOf = (text: string): string[] => {
  const { title, sections, prose } = readReport(text);
  return [title?.text, ...sections.map(({ heading }) => heading.title), ...prose.map((each) => each.text)].map((each) =>
    squeezed(each ?? ''),
  );
};

function expectAll(written: Draft, text: string): void {
  const report = readReport(text);
  for (const [id, raw] of written.printed) expect(cellIn(report, id)?.raw.trim(), id).toBe(raw.trim());
  expect(wordsOf(text)).toEqual(wordsOf(written.text));
}

describe('every paragraph and every cell is kept', () => {
  const cases = LAYOUTS.flatMap((layout) => TARGETS.map((target) => ({ layout, target, name: layout.name })));
  it.each(cases)('from $name to $target', ({ layout, target }) => {
    for (const form of ['2021', '2019'] as const) {
      const written = draft({ layout, form, seed: 5, size: 'large' });
      expectAll(written, shown(written.text, target));
    }
  });

  it('through any two conversions, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LAYOUTS),
        fc.nat(1000),
        fc.constantFrom(...TARGETS),
        fc.constantFrom(...TARGETS),
        (layout, seed, first, second) => {
          const written = draft({ layout, seed, size: seed % 2 ? 'large' : 'small' });
          expectAll(written, shown(shown(written.text, first), second));
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('what is not understood', () => {
  it('is written as it stands: rows of a torn table, and lines of a page', () => {
    const html = LAYOUTS.find(({ format }) => format === 'html') ?? LAYOUTS[0];
    const torn = draft({ layout: html }).text.replace(
      /<td>行政强制<\/td><td colspan="3">\d+<\/td>/,
      '<td>行政强制</td>',
    );
    const text = `${torn}<table><tr><td>附表</td><td>一</td><td>二</td></tr><tr><td>甲</td><td>31</td></tr></table>`;
    for (const target of TARGETS) {
      const back = squeezed(shown(text, target).replace(/<[^>]*>/g, ''));
      for (const piece of ['行政强制', '附表', '31', '行政许可']) expect(back, target).toContain(piece);
    }
  });
});

describe('a new document', () => {
  const text = `${draft({ seed: 2 }).text}\n青溪县水利局\n2025年1月20日\n`;
  const parts = partsOf(convert(text, 'docx'));
  const xml = parts['word/document.xml'] ?? '';

  it('has the page of GB/T 9704', () => {
    expect(xml).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"');
    expect(xml).toContain('w:linePitch="579"');
    expect(parts['word/settings.xml']).toContain('w:evenAndOddHeaders');
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    expect(parts['word/footer1.xml']).toContain('PAGE');
  });

  it('has tables with merged heads that are repeated, and rows that no page parts', () => {
    const [, requests = ''] = xml.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
    expect(requests.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(requests.match(/<w:tr>/g)?.length).toBe(requests.match(/<w:cantSplit\/>/g)?.length);
    expect(requests).toContain('<w:gridSpan w:val="3"/><w:vMerge w:val="restart"/>');
    for (const row of requests.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? []) {
      const spans = [...row.matchAll(/<w:tc>.*?<\/w:tc>/g)].map(([cell]) =>
        Number(/gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
      );
      expect(spans.reduce((sum, each) => sum + each, 0)).toBe(10);
    }
  });

  it('has the name and the date where the standard has them', () => {
    // The date is the longer one: two characters from the edge, and the name begins two before it.
    expect(xml).toMatch(/w:rightChars="450"[^>]*><\/w:pPr><w:r><w:t xml:space="preserve">青溪县水利局/);
    expect(xml).toMatch(/w:rightChars="200"[^>]*><\/w:pPr><w:r><w:t xml:space="preserve">2025年1月20日/);
    expect(contentOf(text).filter(({ kind }) => kind === 'signature')).toHaveLength(2);
  });
});

describe('a web page', () => {
  const page = new TextDecoder().decode(convert(draft({ seed: 2 }).text, 'html'));

  it('says its language, has one first heading, and head cells with their scope', () => {
    expect(page).toContain('<html lang="zh-CN">');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<h2>/g)).toHaveLength(6);
    expect(page).toContain('scope="colgroup"');
    expect(page).toContain('scope="row"');
    expect(page).not.toMatch(/<script|href=|src=/);
  });

  it('is itself a report without a finding of weight', () => {
    const found = lint(page, { fileName: 'a.html' }).problems.filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    expect(found).toEqual([]);
  });
});
