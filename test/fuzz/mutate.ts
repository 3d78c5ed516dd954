import { FORMS } from '../../server/src/forms/index.ts';
import type { Random } from './random.ts';

const labels = Object.values(FORMS).flatMap((form) =>
  Object.values(form.tables).flatMap((table) => table.blocks.flatMap(({ rows }) => rows.map(({ label }) => label))),
);

/** Pieces that mean something to a reader of drafts, of markup or of settings. */
const DICTIONARY: readonly string[] = [
  ...labels,
  ...'（）()[]【】〔〕《》〈〉“”‘’"\'、，。：；！？,.:;!?|-—–~～/\\#*<>&_=+%{}',
  ...'零〇一二三四五六七八九十百千万两',
  ...'０１２３４５６７８９',
  ...['\n', '\r', '\r\n', '\t', ' ', '\u3000', '\u00a0', '\u200b', '\u200d', '\ufeff', '\u2028', '\u0085', '\0'],
  ...['\ud800', '\udfff', '𠮷', '👨‍👩‍👧', 'é', '\u0301', '\ufffd', '\ue000', '⼀', '锟斤拷', 'ﬁ', '㈠', '①', '⑳', 'Ⅷ'],
  ...[
    '0',
    '-1',
    '99999999999999999999',
    '1e308',
    '1,234,567',
    '0.1',
    '12.5万',
    '00000',
    '２０２４',
    '1234567890123456',
  ],
  ...[
    '2024年',
    '2019年',
    '截至2024年底',
    '2024年1月1日至12月31日',
    '2月30日',
    '国办函〔2020〕109号',
    '国务院令第711号',
  ],
  ...['一是', '二是', '（一）', '（二）', '1.', '2.', '一、总体情况', '五、存在的主要问题及改进情况', '其中', '分别为'],
  ...[
    '未收到政府信息公开申请',
    '收到政府信息公开申请5件',
    '行政复议',
    '行政诉讼',
    '以下三点：',
    '青禾县水务局',
    '某某镇人民政府',
  ],
  ...[
    '<td>',
    '</td>',
    '<td rowspan="65535">',
    '<table>',
    '</table>',
    '<tr>',
    '<p>',
    '<br>',
    '<!--',
    '-->',
    '&nbsp;',
    '&#x4e00;',
  ],
  ...[
    '&#1114112;',
    '&#xd800;',
    '<script>',
    '<style>',
    '<![CDATA[',
    '|---|',
    '<!-- nianbao-ignore table/label: 依据 -->',
  ],
  ...[
    '"rules"',
    '"table/label"',
    '"off"',
    '"error"',
    '"issuer"',
    '"year"',
    '"ignores"',
    '"members"',
    'null',
    'true',
    '//',
    '/*',
    '[[[[[[[[[[[[[[[[',
    '{"a":{"a":{"a":',
    '__proto__',
    'Content-Length: ',
    'Content-Length: 999\r\n',
  ],
  ...[
    '政府信息公开工作年度报告',
    '等',
    '的的',
    '，，',
    '。。',
    '11010119900307002X',
    '13800138000',
    '6222021234567890123',
  ],
];

type Mutator = (text: string, random: Random, other: string) => string;

const at = (text: string, random: Random): number => random.below(text.length + 1);

/** Most changes are small, some reach far. */
const size = (random: Random): number => 1 + random.below(random.pick([2, 8, 40, 400]));

const lineSpan = (text: string, random: Random): [number, number] => {
  const place = at(text, random);
  const start = text.lastIndexOf('\n', place - 1) + 1;
  const end = text.indexOf('\n', place);
  return [start, end < 0 ? text.length : end + 1];
};

const MUTATORS: readonly Mutator[] = [
  function insertWord(text, random) {
    const place = at(text, random);
    return text.slice(0, place) + random.pick(DICTIONARY) + text.slice(place);
  },
  function replaceByWord(text, random) {
    const place = at(text, random);
    return text.slice(0, place) + random.pick(DICTIONARY) + text.slice(place + size(random));
  },
  function repeatWord(text, random) {
    const place = at(text, random);
    return text.slice(0, place) + random.pick(DICTIONARY).repeat(1 + random.below(40)) + text.slice(place);
  },
  function cut(text, random) {
    const place = at(text, random);
    return text.slice(0, place) + text.slice(place + size(random));
  },
  function double(text, random) {
    const place = at(text, random);
    const piece = text.slice(place, place + size(random));
    return text.slice(0, place) + piece + text.slice(place);
  },
  function move(text, random) {
    const from = at(text, random);
    const piece = text.slice(from, from + size(random));
    const rest = text.slice(0, from) + text.slice(from + piece.length);
    const to = at(rest, random);
    return rest.slice(0, to) + piece + rest.slice(to);
  },
  function flipBit(text, random) {
    const place = random.below(Math.max(text.length, 1));
    const code = (text.charCodeAt(place) || 0) ^ (1 << random.below(16));
    return text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
  },
  function changeDigit(text, random) {
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
    if (digits.length === 0) return text;
    const place = random.pick(digits);
    return text.slice(0, place) + random.below(10) + text.slice(place + 1);
  },
  function dropLine(text, random) {
    const [start, end] = lineSpan(text, random);
    return text.slice(0, start) + text.slice(end);
  },
  function doubleLine(text, random) {
    const [start, end] = lineSpan(text, random);
    return text.slice(0, end) + text.slice(start, end) + text.slice(end);
  },
  function joinLines(text, random) {
    const [, end] = lineSpan(text, random);
    return text.slice(0, Math.max(0, end - 1)) + text.slice(end);
  },
  function splice(text, random, other) {
    return text.slice(0, at(text, random)) + other.slice(at(other, random));
  },
  function paste(text, random, other) {
    const from = at(other, random);
    const place = at(text, random);
    return text.slice(0, place) + other.slice(from, from + 20 * size(random)) + text.slice(place);
  },
  function otherLineEnds(text, random) {
    return text.replace(/\r\n|\r|\n/g, random.pick(['\n', '\r', '\r\n', '\n\n', '', '\u2028']));
  },
  function keepPart(text, random) {
    const from = at(text, random);
    return text.slice(from, from + 50 * size(random));
  },
];

const LONGEST = 24_000;

/** One to six changes after each other. */
export function mutated(text: string, random: Random, other: string): string {
  let changed = text;
  for (let count = 1 + random.below(6); count > 0; count--) changed = random.pick(MUTATORS)(changed, random, other);
  return changed.slice(0, LONGEST);
}
