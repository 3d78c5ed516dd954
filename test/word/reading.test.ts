import { describe, expect, it } from 'vitest';
import { lint, readReport } from '../../server/src/index.ts';
import { cellIn } from '../../server/src/report/find.ts';
import { readWord, type WordDraft } from '../../server/src/word/word.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { bodyOf, listed, NUMBERING, paragraph, run, table, word } from './ooxml.ts';

const html = LAYOUTS.find(({ format }) => format === 'html') ?? LAYOUTS[0];

function read(bytes: Uint8Array): WordDraft {
  const result = readWord(bytes);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

const textOf = (body: string, parts?: Record<string, string>): string => read(word(body, parts ? { parts } : {})).text;

describe('a whole report', () => {
  const seeds = [1, 2, 3, 4, 5];
  const ways = [
    { name: 'merged cells', merging: 'merged' as const, options: {} },
    { name: 'lost merges', merging: 'lost' as const, options: {} },
    { name: 'strict', merging: 'merged' as const, options: { strict: true } },
    { name: 'another prefix', merging: 'merged' as const, options: { prefix: 'ns0' } },
  ];
  it.each(ways.flatMap((way) => seeds.map((seed) => ({ ...way, seed }))))(
    '$name, $seed: every cell is read and nothing is found',
    ({ merging, options, seed }) => {
      const written = draft({ layout: html, seed, size: 'large', form: seed % 2 === 0 ? '2019' : '2021' });
      const { text } = read(word(bodyOf(written.text, { merging }), options));
      const report = readReport(text);
      for (const [id, raw] of written.printed) expect(cellIn(report, id)?.raw, id).toBe(raw);
      const alarms = lint(text).problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
      expect(alarms.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
    },
  );
});

describe('a paragraph', () => {
  it('is one text over many runs, tabs, breaks, fields, hyperlinks, bookmarks and content controls', () => {
    const runs = [
      run('2024年', '<w:b/>'),
      '<w:bookmarkStart w:id="1" w:name="a"/>',
      '<w:proofErr w:type="spellStart"/>',
      `<w:hyperlink r:id="rId9">${run('收到')}</w:hyperlink>`,
      `<w:sdt><w:sdtPr/><w:sdtContent>${run('申请')}</w:sdtContent></w:sdt>`,
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>',
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      `<w:smartTag w:element="x">${run('件')}</w:smartTag>`,
      '<w:r><w:noBreakHyphen/><w:t>A&amp;B&#x3002;</w:t></w:r>',
    ];
    expect(textOf(paragraph(runs.join('')))).toBe('2024年收到申请12件-A&B。\n');
  });

  it('shows what revisions leave once they are accepted, and says how many there were', () => {
    const body = paragraph(
      [
        run('收到'),
        `<w:del w:id="1"><w:r><w:delText>三</w:delText></w:r></w:del>`,
        `<w:ins w:id="2">${run('四')}</w:ins>`,
        `<w:moveFrom w:id="3">${run('旧')}</w:moveFrom><w:moveTo w:id="4">${run('新')}</w:moveTo>`,
        run('件', '<w:rPrChange w:id="5"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
      ].join(''),
    );
    const document = read(word(body));
    expect(document.text).toBe('收到四新件\n');
    expect(document.document.revisions).toBe(4);
  });

  it('goes on in the next when its mark is deleted', () => {
    const first = paragraph(run('前半'), '<w:rPr><w:del w:id="1"/></w:rPr>');
    expect(textOf(first + paragraph('后半。') + paragraph('下一段。'))).toBe('前半后半。\n\n下一段。\n');
  });

  it('does not show hidden text, comments and footnotes', () => {
    const body = paragraph(
      `${run('甲')}${run('乙', '<w:vanish/>')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('丙')}`,
    );
    expect(textOf(body)).toBe('甲丙\n');
  });

  it('in a text box stands behind the one that holds the box, and once', () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${paragraph('框中')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('框中')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(textOf(paragraph(`${run('前')}${box}${run('后')}`))).toBe('前后\n\n框中\n');
  });

  it('shows the base of characters with pinyin', () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('gong')}</w:rt><w:rubyBase>${run('公')}</w:rubyBase></w:ruby></w:r>`;
    expect(textOf(paragraph(`${ruby}${run('开')}`))).toBe('公开\n');
  });
});

describe('automatic numbers', () => {
  const item = (text: string, level: number, list?: number): string => paragraph(run(text), listed(level, list));

  it('are shown as Word shows them', () => {
    const body = [item('甲', 0), item('乙', 1), item('丙', 1), item('丁', 0), item('戊', 1), item('己', 2)].join('');
    expect(textOf(body, { numbering: NUMBERING }).split('\n\n')).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '二、丁',
      '（一）戊',
      '1.己\n',
    ]);
  });

  it('begin again where a list says so, and leave bullets out', () => {
    const body = [item('甲', 0), item('乙', 0), item('丙', 0, 5), item('丁', 0, 4)].join('');
    expect(textOf(body, { numbering: NUMBERING })).toBe('一、甲\n\n二、乙\n\n一、丙\n\n丁\n');
  });

  it('come from the style too, and from the style that it is based on', () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:styleId="K"><w:basedOn w:val="H"/></w:style></w:styles>`;
    const styled = (text: string): string => paragraph(run(text), '<w:pStyle w:val="K"/>');
    const plain = paragraph(run('无号'), '<w:pStyle w:val="K"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(textOf(styled('甲') + plain + styled('乙'), { numbering: NUMBERING, styles })).toBe(
      '一、甲\n\n无号\n\n二、乙\n',
    );
  });
});

describe('tables', () => {
  it('join the paragraphs of a cell, and read nested tables as tables', () => {
    const inner = table('<tr><td>甲</td><td>1</td></tr>');
    const cell = `<w:tc><w:tcPr/>${paragraph('说明')}${inner}<w:p/></w:tc>`;
    const text = textOf(`<w:tbl><w:tr>${cell}</w:tr></w:tbl>`);
    expect(text.split('\n').filter(Boolean)).toEqual(['说明', '甲\t1']);
    const two = `<w:tc>${paragraph('总')}${paragraph('计')}</w:tc><w:tc>${paragraph('12')}${paragraph('3')}</w:tc>`;
    expect(textOf(`<w:tbl><w:tr>${two}</w:tr></w:tbl>`)).toBe('总计\t12 3\n');
  });

  it('leave deleted rows out', () => {
    const row = (text: string, properties = ''): string =>
      `<w:tr>${properties}<w:tc>${paragraph(text)}</w:tc><w:tc>${paragraph('1')}</w:tc></w:tr>`;
    const rows = row('甲') + row('乙', '<w:trPr><w:del w:id="4"/></w:trPr>') + row('丙');
    expect(textOf(`<w:tbl>${rows}</w:tbl>`)).toBe('甲\t1\n丙\t1\n');
  });
});

describe('places', () => {
  it('lead from the text to the paragraph or the cell, counted from one', () => {
    const body = `${paragraph('标题') + table('<tr><td colspan="2">甲</td><td>5</td></tr>')}<w:p/>${paragraph('结尾。')}`;
    const document = read(word(body));
    const placeOf = (wanted: string) => {
      const start = document.text.indexOf(wanted);
      return document.locate({ start, end: start + wanted.length })?.paragraph.place;
    };
    expect(placeOf('标题')).toEqual({ paragraph: 1 });
    expect(placeOf('5')).toEqual({ table: 1, row: 1, column: 3 });
    expect(placeOf('结尾')).toEqual({ paragraph: 3 });
  });
});

describe('what cannot be read', () => {
  it.each([
    [[0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0], 'old-word'],
    [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
    [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
    [[0x89, 0x50, 0x4e, 0x47], 'image'],
    [[0x68, 0x69], 'not-word'],
    [[0x50, 0x4b, 3, 4, 1, 2], 'damaged'],
  ])('%j is refused: %s', (bytes, reason) => {
    expect(readWord(new Uint8Array(bytes))).toBe(reason);
  });

  it('a nest of elements is refused before it can do harm', () => {
    expect(readWord(word('<w:sdt>'.repeat(100_000)))).toBe('too-deep');
  });

  it('entities that a document declares stay as they are written', () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    const bytes = word(paragraph('&b;')).slice();
    expect(bytes.length).toBeGreaterThan(0);
    const document = readWord(word(`<w:p><w:r><w:t>&b;</w:t></w:r></w:p>`, { parts: { 'word/other.xml': bomb } }));
    expect(typeof document === 'string' ? document : document.text).toBe('&b;\n');
  });

  it('never throws, whatever a document is cut to', () => {
    const bytes = word(paragraph('收到申请。'));
    for (let length = 0; length < bytes.length; length += 7) {
      const result = readWord(bytes.slice(0, length));
      expect(typeof result).toBe('string');
    }
  });
});
