import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { bodyOf, listed, NUMBERING, paragraph, run, table, word } from './ooxml.ts';

/** The ways in which offices' documents are written, each with what is hard about it. */
export interface Way {
  readonly name: string;
  readonly write: (html: string) => Uint8Array | Promise<Uint8Array>;
  /** Where the cell stands that `FAULTS` changes, when it is not where a plain document has it. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** Its column once LibreOffice has written the document, which drops grid columns in which no cell ends. */
  readonly officeColumn?: number;
}

const chunks = (text: string, length: number): string[] => [
  ...(text.match(new RegExp(`[\\s\\S]{1,${length}}`, 'gu')) ?? []),
];

const textWay = (name: string, text: (text: string, at: number) => string, parts = {}): Way => {
  let at = 0;
  return { name, write: (html) => word(bodyOf(html, { text: (line) => text(line, at++) }), { parts }) };
};

const bodyWay = (name: string, change: (body: string) => string, more: Omit<Way, 'name' | 'write'> = {}): Way => ({
  name,
  write: (html) => word(change(bodyOf(html))),
  ...more,
});

const looks = ['', '<w:b/>', '<w:rFonts w:hint="eastAsia"/>', '<w:color w:val="000000"/>'];
const pieces = (text: string, length: number, each: (piece: string, at: number) => string): string =>
  paragraph(chunks(text, length).map(each).join(''));

const field = (shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** Digits in runs of their own, as WPS parts a line by script. */
const byScript = (text: string): string =>
  paragraph(
    [...text.matchAll(/[0-9A-Za-z.]+|[^0-9A-Za-z.]+/g)]
      .map(([piece]) => run(piece, '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hint="eastAsia"/><w:sz w:val="32"/>'))
      .join(''),
    '<w:kinsoku/><w:wordWrap/><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>',
  );

const BY = 'w:author="张三" w:date="2025-01-06T09:00:00Z"';

/** What others changed before: deletions, insertions, a moved stretch, all between the words. */
const revised = (text: string, at: number): string => {
  const middle = Math.floor(text.length / 2);
  const gone = `<w:del w:id="${900 + at}" ${BY}><w:r><w:delText>旧稿 management 3000 件</w:delText></w:r></w:del>`;
  const end = /[\ud800-\udbff]$/.test(text.slice(0, middle)) ? middle + 1 : middle;
  return paragraph(
    `${run(text.slice(0, end))}${gone}<w:ins w:id="${800 + at}" ${BY}>${run(text.slice(end))}</w:ins><w:moveFrom w:id="${700 + at}" ${BY}>${run('移走的话。')}</w:moveFrom>`,
  );
};

const NOTES = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${paragraph('脚注 management 99 件')}</w:footnote></w:footnotes>`;
const HEADER = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph('页眉 management')}</w:hdr>`;

/** 一、 and （一） as automatic numbers of a list, the words alone in the text. */
const numbered = (text: string): string => {
  const [, , item] = /^(（[一二三四五六七八九十]）)([\s\S]*)/.exec(text) ?? [];
  const [, heading] = /^[一二三四五六]、([\s\S]*)/.exec(text) ?? [];
  if (heading !== undefined) return paragraph(run(heading), listed(0));
  return item === undefined ? paragraph(run(text)) : paragraph(run(item), listed(1));
};

/** After the heads and two rows of data; the heads again, as the page of the old document had them. */
function splitTable(body: string): string {
  const rows = /<w:tr>(?:(?!<\/w:tr>)[\s\S])*二、上年结转/.exec(body);
  if (!rows) throw new Error('no row to split at');
  const at = body.lastIndexOf('<w:tr>', rows.index + rows[0].length);
  return `${body.slice(0, at)}</w:tbl><w:p/><w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="800"/>'.repeat(10)}</w:tblGrid>${body.slice(at)}`;
}

const inSdt = (xml: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="a"/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;

const box = (xml: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="5400000" cy="1440000"/><wp:docPr id="1" name="框"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="1440000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>${xml}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:425pt;height:113pt"><v:textbox><w:txbxContent>${xml}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

const SECTION = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>';

const contents = (html: string): string =>
  [...html.matchAll(/<h2>(.*?)<\/h2>/g)]
    .map(([, heading = ''], at) =>
      paragraph(
        `${at === 0 ? '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' : ''}<w:hyperlink w:anchor="_Toc${at}">${run(heading)}<w:r><w:tab/></w:r>${run(String(at + 1))}</w:hyperlink>${at === 5 ? '<w:r><w:fldChar w:fldCharType="end"/></w:r>' : ''}`,
      ),
    )
    .join('');

export const RAW: readonly Way[] = [
  bodyWay('merged cells', (body) => body),
  {
    name: 'merges that were lost',
    write: (html) => word(bodyOf(html, { merging: 'lost' })),
    cell: { table: 2, row: 4, column: 10 },
  },
  textWay('a run for every two characters', (text) =>
    pieces(text, 2, (piece, at) => run(piece, looks[at % looks.length])),
  ),
  textWay('runs parted by script, as WPS does', byScript),
  textWay('a tab before, breaks behind', (text) => paragraph(`<w:r><w:tab/></w:r>${run(text)}<w:r><w:br/></w:r>`)),
  textWay('numbers that are fields', (text) =>
    paragraph([...text.matchAll(/\d+|\D+/g)].map(([piece]) => (/\d/.test(piece) ? field(piece) : run(piece))).join('')),
  ),
  textWay('hyperlinks and bookmarks', (text) =>
    pieces(text, 7, (piece, at) =>
      at % 2
        ? `<w:hyperlink w:anchor="b0">${run(piece)}</w:hyperlink>`
        : `<w:bookmarkStart w:id="${at}" w:name="b${at}"/>${run(piece)}<w:bookmarkEnd w:id="${at}"/><w:proofErr w:type="gramStart"/>`,
    ),
  ),
  textWay('content controls around words', (text) =>
    pieces(text, 9, (piece, at) => (at % 2 ? inSdt(run(piece)) : run(piece))),
  ),
  bodyWay('content controls around tables, rows and cells', (body) =>
    body
      .replace(/<w:tr>[\s\S]*?<\/w:tr>/g, (row) => inSdt(row.replace(/<w:tc>[\s\S]*?<\/w:tc>/g, inSdt)))
      .replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, inSdt),
  ),
  textWay(
    'footnotes, headers and footers',
    (text) => paragraph(`${run(text)}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    {
      footnotes: NOTES,
      header: HEADER,
      footer: HEADER,
    },
  ),
  textWay('automatic numbers', numbered, { numbering: NUMBERING }),
  textWay('revisions of others', revised),
  bodyWay('deleted rows', (body) =>
    body.replace(
      '</w:tr>',
      `</w:tr><w:tr><w:trPr><w:del w:id="990" ${BY}/></w:trPr><w:tc>${paragraph('旧行')}</w:tc></w:tr>`,
    ),
  ),
  bodyWay('a table parted by hand', splitTable, { officeColumn: 8 }),
  bodyWay('a page laid out with a table', (body) => `<w:tbl><w:tblPr/><w:tr><w:tc>${body}</w:tc></w:tr></w:tbl>`, {
    cell: { table: 3, row: 4, column: 10 },
  }),
  bodyWay('prose in a text box', (body) => {
    const last = body.lastIndexOf('<w:p ');
    return body.slice(0, last) + box(body.slice(last));
  }),
  bodyWay('sections, one of them on its side', (body) => body.replaceAll('<w:tbl>', `${SECTION}<w:tbl>`)),
  { name: 'a table of contents', write: (html) => word(bodyOf(html).replace('</w:p>', `</w:p>${contents(html)}`)) },
  { name: 'strict', write: (html) => word(bodyOf(html), { strict: true }) },
  { name: 'another prefix', write: (html) => word(bodyOf(html), { prefix: 'x' }) },
  {
    name: 'comments of others',
    write: (html) =>
      word(
        bodyOf(html, {
          text: (line) =>
            paragraph(
              `<w:commentRangeStart w:id="3"/>${run(line)}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>`,
            ),
        }),
        {
          parts: {
            comments: `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="3" w:author="李四">${paragraph('批注 management')}</w:comment></w:comments>`,
          },
        },
      ),
  },
  {
    name: 'several paragraphs in a cell',
    write: (html) =>
      word(
        [...html.matchAll(/<(?:h1|h2|p)>(.*?)<\/|<table[^>]*>([\s\S]*?)<\/table>/g)]
          .map(([, line, rows]) =>
            rows === undefined
              ? paragraph(line ?? '')
              : table(rows, 'merged', (text) =>
                  text.length > 9 ? paragraph(text.slice(0, 5)) + paragraph(text.slice(5)) : paragraph(text),
                ),
          )
          .join(''),
      ),
  },
];

/** The package `docx` writes it: spans as numbers, styles of its own. */
export const PACKAGED: Way = {
  name: 'by the package docx',
  async write(html) {
    const children = [...html.matchAll(/<(h1|h2|p)>(.*?)<\/(?:h1|h2|p)>|<table[^>]*>([\s\S]*?)<\/table>/g)].map(
      ([, tag, line = '', rows]) =>
        rows === undefined
          ? new Paragraph({
              ...(tag === 'h1'
                ? { heading: HeadingLevel.TITLE }
                : tag === 'h2'
                  ? { heading: HeadingLevel.HEADING_1 }
                  : {}),
              children: [new TextRun(line)],
            })
          : new Table({
              width: { size: 100, type: WidthType.PERCENTAGE },
              rows: [...rows.matchAll(/<tr>(.*?)<\/tr>/g)].map(
                ([, cells = '']) =>
                  new TableRow({
                    children: [...cells.matchAll(/<td([^>]*)>(.*?)<\/td>/g)].map(
                      ([, spans = '', text = '']) =>
                        new TableCell({
                          columnSpan: Number(/colspan="(\d+)"/.exec(spans)?.[1] ?? 1),
                          rowSpan: Number(/rowspan="(\d+)"/.exec(spans)?.[1] ?? 1),
                          children: [new Paragraph(text)],
                        }),
                    ),
                  }),
              ),
            }),
    );
    return Packer.pack(new Document({ sections: [{ children }] }), 'uint8array');
  },
};

export const WAYS: readonly Way[] = [...RAW, PACKAGED];
