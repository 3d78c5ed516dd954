import { type Found, type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { isMasked, masksIn } from '../../report/prose/masks.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, ProseContent } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';
import { defineRule, type Finding, type Fix, failed, passed, type Severity } from '../rule.ts';
import { isSyllable } from './damage.ts';
import { lookUp } from './glossary.ts';
import { isAllowedTerm, isUnit } from './terms.ts';

type Message = 'word' | 'acronym' | 'script';

/** A run of Latin words, without × and ÷ that stand among the letters; marks inside a word (one-stop, don’t, R&D, km/h) belong to it. Bounded, so it cannot backtrack. */
const LATIN =
  /[A-Za-zＡ-Ｚａ-ｚÀ-ÖØ-öø-ɏ][A-Za-zＡ-Ｚａ-ｚÀ-ÖØ-öø-ɏ0-9'’&/+.-]{0,60}(?: [A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ'’&/-]{0,40}){0,8}/g;

/** What a template leaves to be filled in is text/placeholder’s. */
const PLACEHOLDER = /^(?:[Xx]{2,6}|TODO|TBD|FIXME)$/;

/** Other scripts. One Greek letter is a unit or a symbol (α, μ), one の is a shop sign. */
const OTHER_SCRIPT =
  /[\u0400-\u052f]{2,}|[\u0370-\u03ff]{2,}|[\u3041-\u309f\u30a1-\u30fa]{2,}|[\uac00-\ud7a3]+|[\u0590-\u05ff\u0600-\u06ff]+|[\u0e00-\u0e7f]+/g;

const FOREIGN = search(foreignIn, { from: [LATIN, OTHER_SCRIPT] });

/** 微信公众号（ID：yunlingfabu）: what an account is called is no word of any language. */
const ACCOUNT = /(?:ID|账号|帐号|微信号|公众号|视频号|抖音号|微博|用户名|网名)\s?(?:[:：为是]|名称)?\s?[“"「（(@]?$/i;

const CJK = /[\u4e00-\u9fff]/;
/** Shorter lower-case words are units, particles of names and list letters. */
const SHORTEST_WORD = 4;

/** A word of another language in Chinese prose. */
export default defineRule({
  meta: {
    id: 'text/untranslated',
    title: { zh: '正文夹有未翻译的外文', en: 'A foreign word in Chinese prose' },
    severity: 'warning',
    basis: '国家通用语言文字法第九条、第十一条',
    fix: 'suggestion',
    messages: {
      word: { zh: '“{word}”是未翻译的外文{proposal}。', en: '“{word}” is left untranslated{proposalEn}.' },
      acronym: {
        zh: '“{word}”是外文缩写，首次出现时宜写明中文。',
        en: '“{word}” is a foreign abbreviation; give its Chinese name at first mention.',
      },
      script: {
        zh: '“{word}”不是汉字，也不是常用的拉丁字母缩写。',
        en: '“{word}” is in a script foreign to the report.',
      },
    },
  },
  *check(report, { allowedTerms }) {
    let clean = true;
    for (const word of hitsOf(report, FOREIGN)) {
      const finding = findingFor(word, allowedTerms);
      if (!finding) continue;
      clean = false;
      yield failed('正文用字', finding);
    }
    if (clean) yield passed('正文用字');
  },
});

/** What may be a foreign word unless it is allowed, in offsets of its paragraph. */
interface Foreign extends Found {
  readonly script: 'latin' | 'other';
}

const NONE: ReadonlySet<string> = new Set();

function foreignIn(content: ProseContent): Foreign[] {
  const { text } = content;
  const found: Foreign[] = [];
  for (const { index: start, 0: whole } of matchesIn(text, LATIN)) {
    const end = start + whole.replace(/[.'’&/+-]+$/, '').length;
    if (isMasked(masksIn(content), start, end) || besideDigits(text, start, end) || isAccount(text, start)) continue;
    if (isEntity(text, start, end) || isPinyin(text, start, end)) continue;
    if (judge(text.slice(start, end).normalize('NFKC'), NONE)) found.push({ start, end, script: 'latin' });
  }
  for (const { index: start, 0: whole } of matchesIn(text, OTHER_SCRIPT)) {
    const end = start + whole.length;
    if (!isMasked(masksIn(content), start, end)) found.push({ start, end, script: 'other' });
  }
  return found;
}

const isAccount = (text: string, start: number): boolean => ACCOUNT.test(text.slice(Math.max(0, start - 8), start));

/** &nbsp; and 条（tiáo）款 are text/mojibake’s. */
const isEntity = (text: string, start: number, end: number): boolean =>
  text.charAt(start - 1) === '&' && (text.charAt(end) === ';' || text.startsWith('nbsp', start));

const isPinyin = (text: string, start: number, end: number): boolean =>
  /[\u4e00-\u9fff][（(]/.test(text.slice(Math.max(0, start - 2), start)) &&
  /[）)][\u4e00-\u9fff]/.test(text.slice(end, end + 2)) &&
  isSyllable(text.slice(start, end));

function findingFor(
  { paragraph, start, end, script, text: word, span }: Hit<Foreign>,
  allowedTerms: ReadonlySet<string>,
): Finding<Message> | undefined {
  const { text } = paragraph;
  if (script === 'other') {
    return allowedTerms.has(word.toLowerCase()) ? undefined : { messageId: 'script', span, data: { word }, term: word };
  }
  const severity = judge(word.normalize('NFKC'), allowedTerms);
  if (!severity) return undefined;
  const explained = /[（(]/.test(text.charAt(start - 1)) && /[）)]/.test(text.charAt(end));
  return {
    messageId: severity === 'hint' ? 'acronym' : 'word',
    span,
    // A gloss in brackets is at least said in Chinese before.
    severity: explained ? (severity === 'warning' ? 'information' : 'hint') : severity,
    data: { word, ...proposalData(lookUp(word.normalize('NFKC'))) },
    fixes: translation(paragraph, start, end, word),
    term: word,
  };
}

/** Codes (5G, A4, 1+X, IPv6, FM88.5) and units after a number are no words. */
function besideDigits(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return /\d[+\-.·]?$/.test(before) || /^[-+.]?\d/.test(text.slice(end, end + 2));
}

function judge(word: string, allowedTerms: ReadonlySet<string>): Severity | undefined {
  if (allowedTerms.has(word.toLowerCase()) || isAllowedTerm(word) || isUnit(word)) return undefined;
  const open = word
    .split(' ')
    .filter(
      (part) =>
        !allowedTerms.has(part.toLowerCase()) && !isAllowedTerm(part) && !isUnit(part) && !PLACEHOLDER.test(part),
    );
  if (open.length === 0 || open.every((part) => part.length === 1 || /\d/.test(part))) return undefined;
  if (lookUp(word) !== undefined && /[a-z]/.test(word)) return 'warning';
  if (open.some((part) => /^[a-zÀ-ÖØ-öø-ɏ'’-]+$/.test(part) && part.length >= SHORTEST_WORD)) return 'warning';
  if (/^[A-Z][a-z]+(?: [A-Za-z]+)+$/.test(word)) return 'warning';
  return 'hint';
}

const proposalData = (chinese: string | undefined): { proposal: string; proposalEn: string } => ({
  proposal: chinese ? `，可改为“${chinese}”` : '，请改为中文',
  proposalEn: chinese ? `; write “${chinese}”` : '; write it in Chinese',
});

/** The blanks that parted the foreign word from its Chinese neighbours go with it. */
function translation(paragraph: Prose, start: number, end: number, word: string): Fix[] {
  const chinese = lookUp(word.normalize('NFKC'));
  if (!chinese) return [];
  const { text } = paragraph;
  const from = text[start - 1] === ' ' && CJK.test(text[start - 2] ?? '') ? start - 1 : start;
  const to = text[end] === ' ' && CJK.test(text[end + 1] ?? '') ? end + 1 : end;
  return [
    {
      title: { zh: `替换为“${chinese}”`, en: `Replace with “${chinese}”` },
      edits: [{ span: spanIn(paragraph, from, to), newText: chinese }],
      kind: 'suggestion',
      preferred: true,
    },
  ];
}
