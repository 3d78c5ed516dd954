/**
 * The page of an official document: GB/T 9704-2012《党政机关公文格式》. A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm,
 * 22 lines of 28 characters, body in 3号仿宋. Lengths are in twentieths of a point, sizes in half points.
 */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}"`;

/** 28.95 pt: 22 lines fill the 225 mm. */
export const LINE = 579;

/** The page number stands 7 mm below the text (7.5). */
export const PAGE = `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:footerReference w:type="even" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="${LINE}"/></w:sectPr>`;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const fonts = (name: string): string =>
  `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;

/** A quarter of a point less from character to character: 28 of 16 pt in 156 mm. A grid of characters does the same in Word, and other programs part the characters wide with it. */
const CLOSER = '<w:spacing w:val="-5"/>';

/** Two characters; what Word shows where it does not know of characters is the same at 16 pt. */
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly run?: string;
}

const STYLES: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: `<w:keepNext/><w:snapToGrid w:val="0"/><w:jc w:val="center"/>`,
    run: fonts('方正小标宋简体') + size(44),
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: `<w:keepNext/>${INDENT}<w:outlineLvl w:val="0"/>`,
    run: fonts('黑体'),
  },
  { id: 'Body', name: 'Body Text', paragraph: INDENT, run: CLOSER },
  { id: 'Signature', name: 'Signature', paragraph: '<w:jc w:val="right"/>' },
  {
    id: 'TableText',
    name: 'Table Text',
    paragraph: '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
    run: fonts('宋体') + size(24),
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>',
    run: fonts('宋体') + size(28),
  },
];

const styleOf = ({ id, name, paragraph = '', run = '' }: Style): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
const margin = (side: string): string => `<w:${side} w:w="28" w:type="dxa"/>`;

const stylesXml = `${DECLARATION}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋_GB2312')}${size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/><w:spacing w:line="${LINE}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:style>${STYLES.map(styleOf).join('')}<w:style w:type="character" w:styleId="Level2"><w:name w:val="Level 2"/><w:rPr>${fonts('楷体_GB2312')}</w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style><w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblCellMar>${['left', 'right'].map(margin).join('')}</w:tblCellMar></w:tblPr></w:style></w:styles>`;

/** What a machine takes that lacks a font: the names that Windows has, in the end 宋体. */
const FALL_BACKS: readonly (readonly [string, string])[] = [
  ['方正小标宋简体', '宋体'],
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
];

const fontTableXml = `${DECLARATION}<w:fonts xmlns:w="${W}">${FALL_BACKS.map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`).join('')}</w:fonts>`;

const settingsXml = `${DECLARATION}<w:settings xmlns:w="${W}"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/** 一字线 on both sides; odd pages to the right, even ones to the left, one character in (7.5). */
const footerXml = (side: 'left' | 'right'): string =>
  `${DECLARATION}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;

const RELATED: readonly (readonly [string, string, string])[] = [
  ['footer', 'footer1', footerXml('right')],
  ['footer', 'footer2', footerXml('left')],
  ['styles', 'styles', stylesXml],
  ['settings', 'settings', settingsXml],
  ['fontTable', 'fontTable', fontTableXml],
];

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** All parts of a document but the main one, by name. */
export const PARTS: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}document.main+xml"/>${RELATED.map(([type, name]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPES}${type}+xml"/>`).join('')}</Types>`,
  ],
  [
    '_rels/.rels',
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ],
  [
    'word/_rels/document.xml.rels',
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${RELATED.map(([type, name], at) => `<Relationship Id="rId${at + 1}" Type="${R}/${type}" Target="${name}.xml"/>`).join('')}</Relationships>`,
  ],
  ...RELATED.map(([, name, xml]) => [`word/${name}.xml`, xml] as const),
];
