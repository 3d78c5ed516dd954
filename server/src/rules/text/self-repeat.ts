import type { Prose, Report } from '../../report/report.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { type Hit, hitAt } from '../wording.ts';

/** As long as two clauses. Shorter phrases of office prose come back by themselves. */
const LENGTH = 20;
/** Reports say these in the form's own words wherever they need them. */
const FIXED_WORDING =
  /政府信息公开申请|行政复议|行政诉讼|信息处理费|本报告|统计期限|年度报告|以下简称|规范性文件|《|其他需要报告|1月1日|12月31日/;
/** A hostile or huge draft is compared by its beginning only. */
const LONGEST = 60_000;

interface Repetition {
  readonly hit: Hit;
  readonly first: Hit;
}

/** A phrase of twenty characters that stands in the report twice was copied within it. */
export default defineRule({
  meta: {
    id: 'text/self-repeat',
    title: { zh: '同一语句出现两次', en: 'The same phrase twice' },
    severity: 'hint',
    basis: '部分地方的编制通知：重在聚焦主题、简明客观',
    fix: 'none',
    messages: {
      repeated: {
        zh: '“{text}”在前文已出现过，请确认是否重复。',
        en: '“{text}” has been said before in this report.',
      },
    },
  },
  *check(report) {
    const found = repetitions(report);
    for (const { hit, first } of found) {
      yield failed('重复的语句', {
        messageId: 'repeated',
        span: hit.span,
        data: { text: hit.text.length > 30 ? `${hit.text.slice(0, 30)}…` : hit.text },
        related: [{ span: first.span, message: { zh: '前一处', en: 'The first place' } }],
      });
    }
    if (found.length === 0) yield passed('重复的语句');
  },
});

const MOST = 3;
const BASE = 65_599;

/** A number for each window of twenty characters, made from the one before; ten times cheaper than cutting them out. */
class RollingHash {
  readonly #text: string;
  #start = 0;
  #value = 0;
  static readonly #top = Array.from({ length: LENGTH - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1);

  constructor(text: string) {
    this.#text = text;
    for (let at = 0; at < LENGTH; at++) this.#value = (Math.imul(this.#value, BASE) + (text.charCodeAt(at) || 0)) | 0;
  }

  /** Windows are asked for from left to right. */
  at(start: number): number {
    for (; this.#start < start; this.#start++) {
      const without = (this.#value - Math.imul(this.#text.charCodeAt(this.#start), RollingHash.#top)) | 0;
      this.#value = (Math.imul(without, BASE) + (this.#text.charCodeAt(this.#start + LENGTH) || 0)) | 0;
    }
    return this.#value;
  }
}

function repetitions({ prose, title, issuer }: Report): Repetition[] {
  const seen = new Map<number, { paragraph: Prose; at: number }>();
  const found: Repetition[] = [];
  let read = 0;
  for (const paragraph of prose) {
    const { text } = paragraph;
    read += text.length;
    if (read > LONGEST || found.length >= MOST) break;
    const hashes = new RollingHash(text);
    for (let at = 0; at + LENGTH <= text.length; at++) {
      const hash = hashes.at(at);
      const earlier = seen.get(hash);
      if (!earlier) {
        seen.set(hash, { paragraph, at });
        continue;
      }
      const phrase = text.slice(at, at + LENGTH);
      if (!earlier.paragraph.text.startsWith(phrase, earlier.at)) continue;
      const overlaps = earlier.paragraph === paragraph && at < earlier.at + LENGTH;
      const length = overlaps ? LENGTH : commonLength(earlier.paragraph.text, earlier.at, text, at);
      const { from, to } = withoutMarks(phrase.length < length ? text.slice(at, at + length) : phrase);
      const hit = hitAt(paragraph, at + from, at + to);
      const firstHit = hitAt(earlier.paragraph, earlier.at + from, earlier.at + to);
      at += length - 1;
      if (overlaps || hit.text.length < LENGTH || /\d/.test(hit.text) || FIXED_WORDING.test(hit.text)) continue;
      if (isMostlyName(hit.text, title?.issuer ?? issuer?.name)) continue;
      found.push({ hit, first: firstHit });
      if (found.length >= MOST) break;
    }
  }
  return found;
}

/** Whole clauses, where that leaves enough: 以 of the clause that follows is not part of what was repeated. */
function withoutMarks(phrase: string): { from: number; to: number } {
  const from = /^[，、；：。]+/.exec(phrase)?.[0].length ?? 0;
  const lastMark = Math.max(...['，', '；', '。'].map((mark) => phrase.lastIndexOf(mark)));
  return { from, to: lastMark - from >= LENGTH ? lastMark : phrase.length };
}

function commonLength(a: string, i: number, b: string, j: number): number {
  let length = 0;
  while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length++;
  return length;
}

/** The issuer's full name and a few words are no repetition. */
const isMostlyName = (phrase: string, name: string | undefined): boolean =>
  name !== undefined && phrase.includes(name) && phrase.length - name.length < LENGTH;
