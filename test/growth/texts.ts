/** Hostile texts that can be made in any size: what a broken paste, a wrong file or ill will puts before a reader. */
export interface HostileText {
  readonly name: string;
  /** About `length` UTF-16 units of it. */
  readonly of: (length: number) => string;
}

const repeated = (name: string, piece: string, tail = ''): HostileText => ({
  name,
  of: (length) => piece.repeat(Math.ceil(length / piece.length)) + tail,
});

/** `piece(0)`, `piece(1)`, … until the length is reached. */
const counted = (name: string, piece: (index: number) => string): HostileText => ({
  name,
  of(length) {
    const pieces: string[] = [];
    for (let size = 0, index = 0; size < length; index++) {
      const next = piece(index);
      pieces.push(next);
      size += next.length;
    }
    return pieces.join('');
  },
});

const PROSE = '本机关认真贯彻落实条例要求，2024年主动公开政府信息12条，其中网站公开8条，';
const FILLER = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';
const ROW = '（一）予以公开|1|0|0|0|0|0|1|\n';
const NUMERALS = ['一', '二', '三', '四', '五', '六'];

export const HOSTILE_TEXTS: readonly HostileText[] = [
  repeated('one line of prose', PROSE),
  repeated('lines of prose', `${PROSE}\n`),
  repeated('sentences', `${PROSE.slice(0, -1)}。`),
  counted('sentences, each another', (at) => `第${FILLER[at % 22]}${FILLER[(at * 7) % 22]}局公开信息${at}条。`),
  counted(
    'paragraphs, each another',
    (at) => `${FILLER[at % 22]}${FILLER[(at * 5) % 22]}公开信息${at}条，比${at}年增加。\n`,
  ),
  counted('headings', (at) => `${NUMERALS[at % 6]}、总体情况\n`),
  repeated('sections again and again', '一、总体情况\n正文。\n五、存在的主要问题及改进情况\n一是少。\n'),
  repeated('announced lists', '以下三点：一是少。'),
  repeated('wrapped lines', '本机关认真贯彻落实政府信息公开条例的各项要求不断规范公\n'),
  repeated('the same heading', '三、收到和处理政府信息公开申请情况\n'),
  counted('items', (at) => `${at + 1}.加强学习。\n`),
  counted('bracketed items', (at) => `（${NUMERALS[at % 6]}）加强学习。`),
  repeated('titles', '青禾县水务局2024年政府信息公开工作年度报告\n'),
  repeated('pipes', '|'),
  repeated('pipes and blanks', '| '),
  repeated('pipes on lines', '|\n'),
  repeated('rows', ROW),
  repeated('tables', `本年新收政府信息公开申请数量|1|0|0|0|0|0|1|\n${ROW}（七）总计|1|0|0|0|0|0|1|\n\n`),
  repeated('cells on lines', '（一）予以公开\n1\n0\n0\n'),
  repeated('tabs', '\t'),
  repeated('tab rows', '（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n'),
  repeated('rows of blanks', '（一）予以公开 1 0 0 0 0 0 1\n'),
  repeated('digits', '1234567890'),
  repeated('digits and blanks', '1 '),
  repeated('digits on lines', '1\n'),
  repeated('digits and points', '1.'),
  repeated('digits and commas', '1,'),
  repeated('digits and hyphens', '1-'),
  repeated('zeros', '0'),
  repeated('blanks', ' '),
  repeated('blanks and a mark', ' ', '。'),
  repeated('wide blanks', '\u3000'),
  repeated('line breaks', '\n'),
  repeated('blank lines', '\u3000 \n'),
  repeated('zero-width blanks', '\u200b'),
  repeated('zero-width joiners between', '政\u200d'),
  repeated('combining marks', '\u0301'),
  repeated('surrogates, lone', '\ud800'),
  repeated('surrogates, wrong way round', '\udc00\ud800'),
  repeated('characters beyond the plane', '𠮷'),
  repeated('replacement characters', '\ufffd'),
  repeated('no line break', '政'),
  repeated('Latin letters', 'a'),
  repeated('Latin words', 'data '),
  repeated('book titles opened', '《'),
  repeated('book titles closed', '》'),
  repeated('book titles in turn', '《甲》'),
  repeated('brackets opened', '（'),
  repeated('brackets closed', '）'),
  repeated('square brackets opened', '['),
  repeated('document brackets opened', '〔'),
  repeated('document numbers', '国办函〔2020〕109号'),
  repeated('document numbers begun', '国办函〔2020'),
  repeated('quotes', '“'),
  repeated('quotes, straight', '"'),
  repeated('quotes, single', "'"),
  repeated('commas', '，'),
  repeated('full stops', '。'),
  repeated('enumeration commas', '甲、'),
  repeated('colons', '：'),
  repeated('lists on one line', '一是'),
  counted('lists on lines', (at) => `${NUMERALS[at % 6]}是加强学习；`),
  repeated('years', '截至2024年'),
  repeated('dates', '2024年2月30日'),
  repeated('dates begun', '2024年2月'),
  repeated('month after month', '1月'),
  repeated('numbers to bind', '收到政府信息公开申请5件，'),
  repeated('zero claims', '未收到政府信息公开申请，'),
  repeated('parts of a sum', '其中公开5件、'),
  repeated('laws', '《中华人民共和国政府信息公开条例》'),
  repeated('names of bodies', '青禾县水务局'),
  counted('names of bodies, each another', (at) => `${FILLER[at % 22]}${FILLER[(at * 3) % 22]}县水务局和`),
  repeated('Chinese digits', '二〇二四'),
  repeated('Chinese numerals', '十'),
  repeated('placeholders', 'XX'),
  repeated('underscores', '_'),
  repeated('asterisks', '*'),
  repeated('hyphens', '-'),
  repeated('slashes', '/'),
  repeated('equals signs', '='),
  repeated('Markdown headings', '# '),
  repeated('Markdown delimiters', '|---'),
  repeated('addresses', 'https://example.com/'),
  repeated('addresses begun', 'http://'),
  repeated('dots and letters', 'a.'),
  repeated('mail begun', 'a@'),
  repeated('web boilerplate', '打印本页 关闭窗口\n'),
  repeated('signatures', '青禾县水务局\n2025年1月10日\n'),
  repeated('cells of HTML', '<td>'),
  repeated('rows of HTML', '<tr><td>1</td></tr>'),
  repeated('tables of HTML', '<table>'),
  repeated('tables of HTML, whole', '<table><tr><td>（七）总计</td><td>1</td></tr></table>\n'),
  repeated('angle brackets', '<'),
  repeated('angle brackets closed', '>'),
  repeated('tags without end', '<p '),
  repeated('comments opened', '<!--'),
  repeated('comments', '<!-- nianbao-ignore text/typo: 依据 -->\n'),
  repeated('scripts opened', '<script>'),
  repeated('attributes', ' a="', '>'),
  repeated('wide spans', '<td rowspan="65534" colspan="1000">0</td>'),
  repeated('nested elements', '<div><b>'),
  repeated('ampersands', '&'),
  repeated('entities', '&lt;&#x4e00;'),
  repeated('entities without end', '&#1'),
];

/** Where a text stands decides which reader and which rules meet it. */
export interface Setting {
  readonly name: string;
  readonly format: 'text' | 'markdown' | 'html';
  readonly around: (text: string) => string;
}

const TITLE = '青禾县水务局2024年政府信息公开工作年度报告\n';
const inSection = (heading: string) => (text: string) =>
  `${TITLE}一、总体情况\n${heading}${text}\n六、其他需要报告的事项\n无。\n青禾县水务局\n2025年1月10日\n`;

export const SETTINGS: readonly Setting[] = [
  { name: 'alone', format: 'text', around: (text) => text },
  { name: 'in prose', format: 'text', around: inSection('') },
  { name: 'in the requests table', format: 'text', around: inSection('三、收到和处理政府信息公开申请情况\n') },
  { name: 'in Markdown', format: 'markdown', around: inSection('二、主动公开政府信息情况\n') },
  {
    name: 'in HTML',
    format: 'html',
    around: (text) => `<p>${TITLE}</p><p>一、总体情况</p><p>正文</p><p>三、收到和处理政府信息公开申请情况</p>${text}`,
  },
];
