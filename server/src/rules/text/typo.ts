import { type Found, type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { isMasked, masksIn, masksOfKinds } from '../../report/prose/masks.ts';
import type { Mask, ProseContent } from '../../report/report.ts';
import { type NearMiss, nearMisses } from '../../text/near-miss/near-miss.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { after, before, isQuoted, replaceBy } from '../support/wording.ts';
import { reportDictionary, sourceOf } from './dictionary/index.ts';
import { SLIPS, type Slip } from './slips.ts';

const toPattern = ({ cue, pattern }: Slip): RegExp => pattern ?? new RegExp(cue, 'g');

/** Titles are quoted as they were published, so slips there stay. */
const LEXICAL = SLIPS.map((slip) => ({
  ...slip,
  places: search(toPattern(slip), {
    avoid: slip.pattern ? ['book-title', 'url', 'email'] : ['book-title'],
  }),
}));

const NUMBERS_AND_ADDRESSES: readonly Mask['kind'][] = ['document-number', 'url', 'email', 'phone'];

const NEAR_MISSES = search((content: ProseContent): readonly NearMiss[] => {
  const found = nearMisses(content.text, reportDictionary());
  const avoided = found.length > 0 ? masksOfKinds(masksIn(content), NUMBERS_AND_ADDRESSES) : [];
  return found.filter(({ start, end }) => !isMasked(avoided, start, end));
});

/** So long a phrase is known even where names and titles play with words. */
const LONGEST_PLAY = 6;

/** Of a shorter phrase that lost a character too little is left to be sure. */
const LONG = 6;

/** 《条利》: what documents are called, and nothing else in the title. */
const KINDS_OF_DOCUMENTS = new Set(['条例', '规定', '办法', '通知', '意见', '方案', '指南', '目录', '细则', '报告']);

const isKindAlone = (hit: Hit<NearMiss>): boolean =>
  KINDS_OF_DOCUMENTS.has(hit.phrase) && before(hit, 1) === '《' && after(hit, 1) === '》';

/** Titles are quoted as they are, and columns like to play with words: “‘码’上办”. */
const isPlay = (hit: Hit<NearMiss>): boolean =>
  hit.phrase.length < LONGEST_PLAY &&
  !isKindAlone(hit) &&
  (isQuoted(hit) || isMasked(masksOfKinds(masksIn(hit.paragraph.content), ['book-title']), hit.start, hit.end));

/** Slips that are known, and what differs by one slip from what such reports always say. */
export default defineRule({
  meta: {
    id: 'text/typo',
    title: { zh: '错别字', en: 'A slip of the pen' },
    severity: 'warning',
    basis: '《条例》、年度报告格式及通知的用语；现代汉语词典；第一批异形词整理表',
    fix: 'suggestion',
    messages: {
      slip: { zh: '“{text}”应为“{to}”。', en: '“{text}” should read “{to}”.' },
      near: { zh: '“{text}”疑为“{to}”之误。', en: '“{text}” is probably a slip for “{to}”.' },
      source: {
        zh: '“{text}”疑为“{to}”之误，{source}的用语是“{to}”。',
        en: '“{text}” is probably a slip for “{to}”, the wording of {source}.',
      },
    },
  },
  *check(report) {
    let clean = true;
    const known: Hit[] = [];
    for (const { to, severity, places } of LEXICAL) {
      for (const hit of hitsOf(report, places)) {
        clean = false;
        known.push(hit);
        yield failed('错别字', {
          messageId: 'slip',
          span: hit.span,
          data: { text: hit.text, to },
          ...(severity && { severity }),
          fixes: [replaceBy(hit, to)],
        });
      }
    }
    for (const hit of hitsOf(report, NEAR_MISSES)) {
      const { phrase } = hit;
      if (isPlay(hit) || known.some((slip) => overlaps(slip, hit))) continue;
      clean = false;
      const source = sourceOf(phrase);
      yield failed('错别字', {
        messageId: source ? 'source' : 'near',
        span: hit.span,
        data: { text: hit.text, to: phrase, ...(source && { source }) },
        ...(hit.slip === 'lost' && phrase.length < LONG && { severity: 'information' as const }),
        fixes: [replaceBy(hit, phrase)],
      });
    }
    if (clean) yield passed('错别字');
  },
});

const overlaps = (a: Hit<Found>, b: Hit<Found>): boolean => a.span.start < b.span.end && b.span.start < a.span.end;
