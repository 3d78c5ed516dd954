import { strToU8, zipSync } from 'fflate';

/** Word documents as raw markup, with the ways of writing that real editors have. */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char);

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** @param content runs, or text for one run. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p w:rsidR="00A1">${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;

export interface CellOptions {
  readonly colspan?: number;
  readonly rowspan?: number;
}

/** How a writer puts merged cells down. `lost`: as if nothing were merged, with empty cells in the covered places. */
export type Merging = 'merged' | 'lost';

/** A table of an HTML draft, row by row. */
export function table(
  html: string,
  merging: Merging = 'merged',
  cellText: (text: string) => string = paragraph,
): string {
  let columns = 0;
  const open: { column: number; span: number; rows: number }[] = [];
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, cells = '']) => {
    let column = 0;
    let out = '';
    const covered = (): void => {
      for (let up = open.find((each) => each.column === column && each.rows > 0); up; ) {
        up.rows--;
        out += merging === 'merged' ? cell('', up.span, '<w:vMerge/>') : cell('', 1, '').repeat(up.span);
        column += up.span;
        const at = column;
        up = open.find((each) => each.column === at && each.rows > 0);
      }
    };
    for (const [, attributes = '', text = ''] of cells.matchAll(/<td([^>]*)>(.*?)<\/td>/g)) {
      covered();
      const span = Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1);
      const rowspan = Number(/rowspan="(\d+)"/.exec(attributes)?.[1] ?? 1);
      if (merging === 'merged') out += cell(text, span, rowspan > 1 ? '<w:vMerge w:val="restart"/>' : '');
      else out += cell(text, 1, '') + cell('', 1, '').repeat(span - 1);
      if (rowspan > 1) open.push({ column, span, rows: rowspan - 1 });
      column += span;
    }
    covered();
    columns = Math.max(columns, column);
    for (let index = open.length - 1; index >= 0; index--) if ((open[index]?.rows ?? 0) <= 0) open.splice(index, 1);
    return `<w:tr>${out}</w:tr>`;
  });
  function cell(text: string, span: number, merge: string): string {
    const grid = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
    return `<w:tc><w:tcPr><w:tcW w:w="${800 * span}" w:type="dxa"/>${grid}${merge}</w:tcPr>${text === '' ? '<w:p/>' : cellText(text)}</w:tc>`;
  }
  const grid = '<w:gridCol w:w="800"/>'.repeat(columns);
  return `<w:tbl><w:tblPr><w:tblW w:w="${800 * columns}" w:type="dxa"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export interface DocumentOptions {
  readonly strict?: boolean;
  /** Another prefix for the main namespace. */
  readonly prefix?: string;
  readonly parts?: Readonly<Record<string, string>>;
}

const PART_TYPES: Readonly<Record<string, string>> = {
  numbering: 'numbering',
  styles: 'styles',
  comments: 'comments',
  footnotes: 'footnotes',
  header: 'header',
  footer: 'footer',
};

export function documentXml(body: string, { strict = false, prefix = 'w' }: DocumentOptions = {}): string {
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="${strict ? STRICT : W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="wps"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`;
  return prefix === 'w' ? xml : xml.replace(/(<\/?|\s)w:/g, `$1${prefix}:`).replace('xmlns:w=', `xmlns:${prefix}=`);
}

/** The archive of a document with the given body. */
export function word(body: string, options: DocumentOptions = {}): Uint8Array {
  const parts = options.parts ?? {};
  const named = Object.keys(parts).filter((name) => name in PART_TYPES);
  const types = named.map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`,
  );
  const relationships = named.map(
    (name, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`,
    'word/document.xml': documentXml(body, options),
  };
  for (const [name, text] of Object.entries(parts)) files[name.includes('/') ? name : `word/${name}.xml`] = text;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const NUMBERED = (format: string, text: string, level: number): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** A list as Word and WPS number headings: 一、 and （一） and 1. */
export const NUMBERING = `<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="7">${NUMBERED('chineseCountingThousand', '%1、', 0)}${NUMBERED('japaneseCounting', '（%2）', 1)}${NUMBERED('decimal', '%3.', 2)}</w:abstractNum><w:abstractNum w:abstractNumId="8">${NUMBERED('bullet', '\uf06c', 0)}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;

export const listed = (level: number, list = 3): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** A whole HTML draft as a document's body. */
export function bodyOf(html: string, { merging = 'merged' as Merging, text = paragraph } = {}): string {
  const blocks = html.matchAll(/<(?:h1|h2|p)>(.*?)<\/(?:h1|h2|p)>|<table[^>]*>([\s\S]*?)<\/table>/g);
  return [...blocks].map(([, line, rows]) => (rows === undefined ? text(line ?? '') : table(rows, merging))).join('');
}
