import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import type { Report } from '../../report/report.ts';
import { decodeEntity } from '../../report/source/html/entities.ts';
import { formatOf } from '../../report/source/index.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { type Edit, type Span, span } from '../../text/span.ts';
import { isQuoted } from '../support/wording.ts';
import { type Sign, signPattern, signsIn } from './signs.ts';
import { TRADITIONAL_PAIRS } from './traditional.generated.ts';

/** One kind of damage that conversions do to characters, wherever it stands in the draft. */
export interface Damage {
  readonly places: readonly Span[];
  /** What fixes all of them; without it nobody can tell what stood there. */
  readonly edits?: readonly Edit[];
}

type Kind = 'lost' | 'private' | 'latin' | 'gbk' | 'invisible' | 'entity' | 'pinyin' | 'traditional' | 'compatibility';

export type DamageKind = Kind;

const NONE: Damage = { places: [] };

const LOST = /\ufffd+|锟斤拷|烫烫烫|屯屯屯/g;
const PRIVATE = signPattern('private', '+');
/** UTF-8 read as Latin-1 or Windows-1252: three bytes of a Chinese character, twice or more in a row. */
const LATIN =
  /(?:[\u00e2-\u00ef][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{2}){2,}|\u00c3[\u0080-\u00bf]|\u00c2[\u00a0-\u00bf]/g;
const GBK = signPattern('gbk');
/** No byte order mark at the very beginning; no joiner between emoji. */
const INVISIBLE = signPattern('invisible', '+');
const ENTITY = search(
  /&(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[mn]dash|middot|hellip|times|ensp|emsp|#\d{2,5}|#x[\da-fA-F]{2,4});?/g,
  { avoid: ['url'] },
);
const COMPATIBILITY = signPattern('compatibility');

/** Radicals that PDF fonts map ordinary characters to and that Unicode gives no equivalent for. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '\u2ea0民 \u2ec5见 \u2ed3长 \u2ecb车 \u2ed4门 \u2eda页 \u2edb风 \u2edc飞 \u2ee0饣 \u2ee2马 \u2ee5鱼 \u2ee6鸟 ' +
    '\u2ee7卤 \u2ee8麦 \u2ee9黄 \u2eec齐 \u2eee齿 \u2ef0龙 \u2ec6角 \u2ec8臼 \u2ec9贝 \u2ede食 \u2ee3骨 \u2ee4鬼'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ue|v|ve|er)$/;
/** Spelt like a syllable, and words of another language or of computers. */
const WORDS = new Set([
  'can',
  'pin',
  'man',
  'men',
  'pan',
  'he',
  'she',
  'me',
  'we',
  'be',
  'do',
  'go',
  'no',
  'so',
  'to',
  'wei',
  'wan',
  'lan',
  'bin',
  'pe',
  'pu',
]);
const LETTERS = 'abcdefghijklmnopqrstuvwxyzāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü';
const PINYIN = search(new RegExp(`(?<=[\\u4e00-\\u9fff])[（(]([${LETTERS}]{2,6})[）)](?=[\\u4e00-\\u9fff])`, 'g'));

const TRADITIONAL = TRADITIONAL_PAIRS.replace(/(.)./g, '$1');
const TRADITIONAL_CHARACTER = search(new RegExp(`[${TRADITIONAL}]`, 'g'));
/** More than one in twenty characters: the text is written in traditional characters, and rightly so. */
const SIMPLIFIED_TEXT = 20;

/** @param char one that TRADITIONAL_CHARACTER found */
const simplify = (char: string): string => TRADITIONAL_PAIRS.charAt(TRADITIONAL.indexOf(char) * 2 + 1);

/** The characters that one HTML entity stands for; blanks vanish, since Chinese prose has none. */
const decode = (entity: string): string => {
  const decoded = decodeEntity(entity.replace(/[&;]/g, ''));
  return decoded === undefined ? entity : fold(decoded) === '' ? '' : decoded;
};

const spansOf = (text: string, pattern: RegExp): Span[] =>
  matchesIn(text, pattern).map((match) => span(match.index, match.index + match[0].length));

const replacing = (places: readonly Span[], text: string, by: (old: string) => string): Edit[] =>
  places.map((place) => ({ span: place, newText: by(text.slice(place.start, place.end)) }));

const inProse = (hits: Iterable<Hit>, by?: (hit: Hit) => string): Damage => {
  const all = [...hits];
  return {
    places: all.map((hit) => hit.span),
    // An entity may stand for nothing that could be written in its place.
    ...(by && {
      edits: all.flatMap((hit) => (by(hit) === hit.text ? [] : [{ span: hit.span, newText: by(hit) }])),
    }),
  };
};

function invisible(text: string): Damage {
  const places = spansOf(text, INVISIBLE).filter(
    ({ start, end }) =>
      !(start === 0 && text.startsWith('\ufeff')) && !/[\ud800-\udfff]/.test(text.charAt(start - 1) + text.charAt(end)),
  );
  return { places, edits: replacing(places, text, () => '') };
}

function compatibility(text: string): Damage {
  const plain = (char: string): string => RADICALS[char] ?? char.normalize('NFKC');
  const places = spansOf(text, COMPATIBILITY).filter(({ start, end }) => {
    const char = text.slice(start, end);
    return plain(char) !== char;
  });
  return { places, edits: replacing(places, text, plain) };
}

/** Names in book titles and quotation marks may rightly be written in traditional characters. */
function traditional(report: Report): Damage {
  const hits = hitsOf(report, TRADITIONAL_CHARACTER).filter((hit) => !isQuoted(hit));
  if (hits.length === 0) return NONE;
  const length = report.prose.reduce((sum, { text }) => sum + text.length, 0);
  return hits.length * SIMPLIFIED_TEXT > length ? NONE : inProse(hits, (hit) => simplify(hit.text));
}

/** Whether the brackets behind a character tell how it is read. */
export function isSyllable(letters: string): boolean {
  const plain = letters.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return SYLLABLE.test(plain) && !WORDS.has(letters);
}

function pinyin(report: Report): Damage {
  return inProse(
    hitsOf(report, PINYIN).filter(({ groups: [letters = ''] }) => isSyllable(letters)),
    () => '',
  );
}

/** Entities are how a source with tags writes its characters. */
const looksLikeHtml = (report: Report): boolean =>
  !formatOf(report).hasLines || /<(?:table|tbody|td|div|p|span|br)[\s>/]/i.test(report.text);

function entities(report: Report): Damage {
  const hits = hitsOf(report, ENTITY);
  return hits.length === 0 || looksLikeHtml(report) ? NONE : inProse(hits, (hit) => decode(hit.text));
}

/** Every kind of damage, each with all its places. */
export function damageOf(report: Report): ReadonlyMap<Kind, Damage> {
  const { text } = report;
  const signs = signsIn(text);
  const placesOf = (sign: Sign, pattern: RegExp): readonly Span[] => (signs.has(sign) ? spansOf(text, pattern) : []);
  const gbk = placesOf('gbk', GBK);
  return new Map<Kind, Damage>([
    ['lost', { places: placesOf('lost', LOST) }],
    ['private', { places: placesOf('private', PRIVATE) }],
    ['latin', { places: placesOf('latin', LATIN) }],
    ['gbk', gbk.length >= 2 ? { places: gbk } : NONE],
    ['invisible', signs.has('invisible') ? invisible(text) : NONE],
    ['entity', entities(report)],
    ['pinyin', pinyin(report)],
    // Text decoded wrongly is full of rare characters; that is one cause.
    ['traditional', gbk.length >= 2 ? NONE : traditional(report)],
    ['compatibility', signs.has('compatibility') ? compatibility(text) : NONE],
  ]);
}
