import { type Hit, hitsOf, type Search, search } from '../../facts/search/search.ts';
import type { Report } from '../../report/report.ts';
import { BLANK, pairsOf } from '../../text/cues.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { isSentence, replaceBy } from '../support/wording.ts';

interface Stray {
  readonly pattern: Search;
  /** What is left; undefined when it cannot be told. */
  fixed(hit: Hit): string | undefined;
  readonly kind: 'safe' | 'suggestion';
}

const stray = (pattern: RegExp, _cues: Iterable<string>): Search => search(pattern, { avoid: ['url', 'email'] });

const STRAY: readonly Stray[] = [
  // The same mark twice. Three full stops stand for ……, which its author may write.
  {
    pattern: stray(/([，、；：])\1+/g, ['，，', '、、', '；；', '：：']),
    fixed: ({ groups: [mark = ''] }) => mark,
    kind: 'safe',
  },
  { pattern: stray(/(?<![。])。。(?!。)/g, ['。。']), fixed: () => '。', kind: 'safe' },
  { pattern: stray(/。{3,6}/g, ['。。。']), fixed: () => '……', kind: 'suggestion' },
  {
    pattern: stray(/(?<=[\u4e00-\u9fff”》）)])([,;])\1+/g, [',,', ';;']),
    fixed: ({ groups: [mark = ''] }) => mark,
    kind: 'safe',
  },
  // Pauses before a full stop, in either width, all at once: a run of them must not take a round of fixes each.
  {
    pattern: stray(/(?<![，、；：,;])[，、；：,;]+\s?。/g, pairsOf('，、；：,;', `。${BLANK}`)),
    fixed: () => '。',
    kind: 'safe',
  },
  { pattern: stray(/。\s?[，、；,;]/g, pairsOf('。', `，、；,;${BLANK}`)), fixed: () => '。', kind: 'suggestion' },
  {
    pattern: stray(
      /[，,]\s?、|、\s?[，,]|[；;]\s?[，,、]|[，,、]\s?[；;](?!\s?\d)/g,
      pairsOf('，、；,;', `，、；,;${BLANK}`),
    ),
    fixed: () => undefined,
    kind: 'suggestion',
  },
  // 、的要求: what the mark parted belongs together. 、的士 and 、的确 do not.
  {
    pattern: stray(/[、，,]\s?的(?![士确卢])/g, pairsOf('、，,', `的${BLANK}`)),
    fixed: () => '的',
    kind: 'suggestion',
  },
  // A mark right behind an opening bracket, or a pause right before a closing one.
  {
    pattern: stray(/[（(《“][，、；。,;]+(?=[\u4e00-\u9fff])/g, pairsOf('（(《“', '，、；。,;')),
    fixed: ({ text }) => text.slice(0, 1),
    kind: 'safe',
  },
  { pattern: stray(/(?<![，、,])[，、,]+(?=[》）)])/g, pairsOf('，、,', '》）)')), fixed: () => '', kind: 'safe' },
];

/** Two marks where one belongs, or a mark where none does. */
export default defineRule({
  meta: {
    id: 'punct/stray-mark',
    title: { zh: '标点重复或多余', en: 'A doubled or stray mark' },
    severity: 'warning',
    basis: 'GB/T 15834—2011《标点符号用法》',
    fix: 'safe',
    messages: {
      stray: { zh: '“{found}”处标点重复或多余。', en: 'There is a doubled or stray mark in “{found}”.' },
    },
  },
  *check(report) {
    let clean = true;
    const seen = new Set<number>();
    for (const { hit, fixed, kind } of strays(report)) {
      if (seen.has(hit.span.start)) continue;
      seen.add(hit.span.start);
      clean = false;
      yield failed('标点', {
        messageId: 'stray',
        span: hit.span,
        data: { found: hit.text },
        fixes: fixed === undefined ? [] : [replaceBy(hit, fixed, kind)],
      });
    }
    if (clean) yield passed('标点');
  },
});

function* strays(report: Report): Generator<{ hit: Hit; fixed: string | undefined; kind: Stray['kind'] }> {
  for (const { pattern, fixed, kind } of STRAY) {
    for (const hit of hitsOf(report, pattern)) {
      if (isSentence(hit.paragraph)) yield { hit, fixed: fixed(hit), kind };
    }
  }
}
