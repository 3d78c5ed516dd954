import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { archive, declare, directoryOf } from './archives.ts';
import { bodyOf, documentXml, paragraph, run, table, word } from './ooxml.ts';
import { partsOf, zipped } from './revisions.ts';

/** Documents that were made to do harm, or are strange enough to do it. */

const html = LAYOUTS.find(({ format }) => format === 'html') ?? LAYOUTS[0];
const BODY = bodyOf(draft({ layout: html }).text);
export const REPORT = word(BODY);
export const withParts = (parts: Record<string, string>): Uint8Array => zipped({ ...partsOf(REPORT), ...parts });

const MANY = 100_000;
const content = 'word/document.xml';
const PLACED = (body: string): string => documentXml(body);

/** What is refused, and what is said of it. */
export const REFUSED: readonly {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly says: string;
}[] = [
  {
    name: 'a part that says it unpacks to 4 GB',
    bytes: () => declare(REPORT, content, { size: 0xfffffff0 }),
    says: '过大',
  },
  {
    name: 'a part that unpacks to more than it says',
    bytes: () => declare(withParts({ [content]: PLACED(' '.repeat(30_000_000)) }), content, { size: 5_000 }),
    says: '已损坏',
  },
  { name: 'a part of 60 MB', bytes: () => withParts({ [content]: PLACED(' '.repeat(60_000_000)) }), says: '过大' },
  {
    name: 'pictures that unpack to 200 MB',
    bytes: () => declare(withParts({ 'word/media/a.bmp': '' }), 'word/media/a.bmp', { size: 200_000_000 }),
    says: '过大',
  },
  {
    name: '20,000 parts',
    bytes: () => withParts(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`word/x${at}.xml`, '']))),
    says: '过大',
  },
  {
    name: 'parts that overlap',
    bytes: () => directoryOf(REPORT, (entries) => entries.map((entry) => ({ ...entry, offset: 0 }))),
    says: '已损坏',
  },
  {
    name: 'two parts of one name',
    bytes: () =>
      archive([
        ['[Content_Types].xml', ''],
        [content, PLACED(BODY)],
        [content, PLACED('')],
      ]),
    says: '已损坏',
  },
  { name: 'a part that leads out of the archive', bytes: () => withParts({ '../../evil.txt': 'x' }), says: '已损坏' },
  { name: 'a part with an absolute name', bytes: () => withParts({ '/etc/evil.txt': 'x' }), says: '已损坏' },
  {
    name: 'entities that multiply',
    bytes: () =>
      withParts({
        [content]: PLACED(`<w:p><w:r><w:t>&b;</w:t></w:r></w:p>`).replace(
          '<w:document',
          `<!DOCTYPE w [<!ENTITY a "${'甲'.repeat(99)}"><!ENTITY b "&a;&a;&a;">]><w:document`,
        ),
      }),
    says: '实体声明',
  },
  {
    name: 'an entity that is a file',
    bytes: () =>
      withParts({
        [content]: PLACED(BODY).replace(
          '<w:document',
          '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document',
        ),
      }),
    says: '实体声明',
  },
  {
    name: 'entities in the styles',
    bytes: () => withParts({ 'word/styles.xml': '<!DOCTYPE w [<!ENTITY a "b">]><w:styles/>' }),
    says: '实体声明',
  },
  {
    name: '100,000 elements in each other',
    bytes: () => withParts({ [content]: PLACED('<w:sdt>'.repeat(MANY) + '</w:sdt>'.repeat(MANY)) }),
    says: '层层嵌套',
  },
  {
    name: '100,000 tables in each other',
    bytes: () =>
      withParts({ [content]: PLACED('<w:tbl><w:tr><w:tc>'.repeat(MANY) + '</w:tc></w:tr></w:tbl>'.repeat(MANY)) }),
    says: '层层嵌套',
  },
  {
    name: '100,000 elements in each other in the numbering',
    bytes: () => withParts({ 'word/numbering.xml': '<a>'.repeat(MANY) + '</a>'.repeat(MANY) }),
    says: '层层嵌套',
  },
  {
    name: 'a document with macros',
    bytes: () => withParts({ 'word/vbaProject.bin': 'x' }),
    says: '带有宏',
  },
  {
    name: 'a document with macros under another name',
    bytes: () => withParts({ 'word/vbaProject.bin': 'x' }),
    says: '带有宏',
  },
  { name: 'a document that is cut off', bytes: () => REPORT.slice(0, REPORT.length / 2), says: '已损坏' },
  {
    name: 'markup that is cut off',
    bytes: () => withParts({ [content]: PLACED(BODY).slice(0, 40_000) }),
    says: '已损坏',
  },
  {
    name: 'a part that is not what its checksum says',
    bytes: () => declare(REPORT, content, { crc: 1 }),
    says: '已损坏',
  },
  {
    name: 'text that is no UTF-8',
    bytes: () =>
      archive([
        ['[Content_Types].xml', ''],
        [content, new Uint8Array([0x3c, 0xff, 0xfe, 0x80])],
      ]),
    says: '已损坏',
  },
  { name: 'an archive with a password', bytes: () => declare(REPORT, content, { flags: 1 }), says: '设了密码' },
  {
    name: 'a document with a password',
    bytes: () =>
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')]),
    says: '设了密码',
  },
];

const statutory = /<w:tbl>[\s\S]*?<\/w:tbl>/.exec(BODY.slice(BODY.indexOf('<w:tbl>') + 1))?.[0] ?? '';
/** What is read, or refused for its size. */
export const STRANGE: readonly {
  readonly name: string;
  readonly body: string;
  readonly parts?: Record<string, string>;
}[] = [
  { name: '10,000 tables', body: BODY + table('<tr><td>甲</td><td>1</td></tr>').repeat(10_000) },
  { name: '10,000 statutory tables', body: BODY + (statutory + paragraph('')).repeat(10_000) },
  { name: '100,000 runs in a paragraph', body: BODY + paragraph(run('依据(国发〔2020〕1号)，').repeat(100_000)) },
  { name: 'half a million empty paragraphs', body: BODY + '<w:p/>'.repeat(500_000) },
  {
    name: 'a cell of 10,000 paragraphs',
    body: BODY + table(`<tr><td>甲</td><td>乙</td></tr>`, 'merged', () => paragraph('甲').repeat(10_000)),
  },
  {
    name: '100,000 comments that never end',
    body: BODY,
    parts: { comments: `<w:comments>${'<w:comment w:id="1">'.repeat(100_000)}` },
  },
];
