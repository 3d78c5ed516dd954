import type { Prose } from '../../report/report.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { type Hit, hitsOf, replaceBy, sentencesOnly } from '../wording.ts';

interface Stray {
  readonly pattern: RegExp;
  readonly cue?: string;
  /** What is left; undefined when it cannot be told. */
  fixed(hit: Hit): string | undefined;
  readonly kind: 'safe' | 'suggestion';
}

const STRAY: readonly Stray[] = [
  // The same mark twice. Three full stops stand for ……, which its author may write.
  { pattern: /([，、；：])\1+/g, fixed: ({ groups: [mark = ''] }) => mark, kind: 'safe' },
  { pattern: /(?<![。])。。(?!。)/g, fixed: () => '。', kind: 'safe' },
  { pattern: /。{3,6}/g, fixed: () => '……', kind: 'suggestion' },
  { pattern: /(?<=[\u4e00-\u9fff”》）)])([,;])\1+/g, fixed: ({ groups: [mark = ''] }) => mark, kind: 'safe' },
  // Pauses before a full stop, in either width, all at once: a run of them must not take a round of fixes each.
  { pattern: /(?<![，、；：,;])[，、；：,;]+\s?。/g, fixed: () => '。', kind: 'safe' },
  { pattern: /。\s?[，、；,;]/g, fixed: () => '。', kind: 'suggestion' },
  {
    pattern: /[，,]\s?、|、\s?[，,]|[；;]\s?[，,、]|[，,、]\s?[；;](?!\s?\d)/g,
    fixed: () => undefined,
    kind: 'suggestion',
  },
  // 、的要求: what the mark parted belongs together. 、的士 and 、的确 do not.
  { cue: '的', pattern: /[、，,]\s?的(?![士确卢])/g, fixed: () => '的', kind: 'suggestion' },
  // A mark right behind an opening bracket, or a pause right before a closing one.
  { pattern: /[（(《“][，、；。,;](?=[\u4e00-\u9fff])/g, fixed: ({ text }) => text.slice(0, 1), kind: 'safe' },
  { pattern: /[，、,](?=[》）)])/g, fixed: () => '', kind: 'safe' },
];

/** Every pattern needs two of these side by side. */
const SIDE_BY_SIDE = /[，、；：。,;（(《“]\s?[，、；：。,;的》）)]/;

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
    for (const { hit, fixed, kind } of strays(sentencesOnly(report).filter(({ text }) => SIDE_BY_SIDE.test(text)))) {
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

function* strays(prose: readonly Prose[]): Generator<{ hit: Hit; fixed: string | undefined; kind: Stray['kind'] }> {
  for (const { pattern, cue, fixed, kind } of STRAY) {
    const search = { ...(cue !== undefined && { cue }), avoid: ['url', 'email'] as const };
    for (const hit of hitsOf(prose, pattern, search)) yield { hit, fixed: fixed(hit), kind };
  }
}
