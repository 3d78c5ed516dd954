import type { ProseContent } from '../../report/prose-content.ts';
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
/** What the first of twenty characters adds to their number. */
const TOP = Array.from({ length: LENGTH - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** A number for each window of twenty characters, made from the one before; ten times cheaper than cutting them out. */
function windowsOf({ text }: ProseContent): Int32Array {
  const windows = new Int32Array(Math.max(0, text.length - LENGTH + 1));
  let value = 0;
  for (let end = 0; end < text.length; end++) {
    const start = end - LENGTH;
    if (start >= 0) value = (value - Math.imul(text.charCodeAt(start), TOP)) | 0;
    value = (Math.imul(value, BASE) + text.charCodeAt(end)) | 0;
    if (start >= -1) windows[start + 1] = value;
  }
  return windows;
}

/** A set of numbers that may take a number for another one, but is small and quick. */
class Sieve {
  readonly #bits: Uint8Array;

  /** @param count of numbers that it will hold */
  constructor(count: number) {
    let size = 256;
    while (size < count * 32) size *= 2;
    this.#bits = new Uint8Array(size >> 3);
  }

  /** @returns whether it was there already */
  add(number: number): boolean {
    const bits = this.#bits;
    const hash = Math.imul(number, 0x9e3779b1) >>> 4;
    const at = (hash >>> 3) & (bits.length - 1);
    const known = bits[at] ?? 0;
    const bit = 1 << (hash & 7);
    bits[at] = known | bit;
    return (known & bit) !== 0;
  }

  has(number: number): boolean {
    const hash = Math.imul(number, 0x9e3779b1) >>> 4;
    return ((this.#bits[(hash >>> 3) & (this.#bits.length - 1)] ?? 0) & (1 << (hash & 7))) !== 0;
  }
}

/** Windows that may stand twice, and few others: almost all stand once, and need not be remembered. */
function repeatedWindows(compared: readonly Compared[], length: number): Sieve | undefined {
  const seen = new Sieve(length);
  const twice: number[] = [];
  for (const { windows } of compared) {
    for (let at = 0; at < windows.length; at++) {
      const window = windows[at] ?? 0;
      if (seen.add(window)) twice.push(window);
    }
  }
  if (twice.length === 0) return undefined;
  const repeated = new Sieve(twice.length);
  for (const window of twice) repeated.add(window);
  return repeated;
}

/** A paragraph that is compared. */
interface Compared {
  readonly paragraph: Prose;
  readonly windows: Int32Array;
}

function beginningOf(prose: readonly Prose[]): { readonly compared: readonly Compared[]; readonly length: number } {
  const compared: Compared[] = [];
  let length = 0;
  for (const paragraph of prose) {
    if (length + paragraph.text.length > LONGEST) break;
    compared.push({ paragraph, windows: paragraph.content.note(windowsOf) });
    length += paragraph.text.length;
  }
  return { compared, length };
}

function repetitions({ prose, title, issuer }: Report): Repetition[] {
  const name = title?.issuer ?? issuer?.name;
  const { compared, length } = beginningOf(prose);
  const found: Repetition[] = [];
  const repeated = repeatedWindows(compared, length);
  if (!repeated) return found;
  const first = new Map<number, { readonly paragraph: Prose; readonly at: number }>();
  for (const { paragraph, windows } of compared) {
    for (let at = 0; at < windows.length; at++) {
      const window = windows[at] ?? 0;
      if (!repeated.has(window)) continue;
      const earlier = first.get(window);
      if (!earlier) {
        first.set(window, { paragraph, at });
        continue;
      }
      const said = repetitionOf(earlier.paragraph, earlier.at, paragraph, at);
      at += said.length === 0 ? 0 : said.length - 1;
      if (!said.phrase || !isReported(said.phrase.text, name)) continue;
      const { text, own, before } = said.phrase;
      found.push({
        hit: hitAt(paragraph, own, own + text.length),
        first: hitAt(earlier.paragraph, before, before + text.length),
      });
      if (found.length >= MOST) return found;
    }
  }
  return found;
}

interface Said {
  /** How much is said again; 0 when only the numbers are the same. */
  readonly length: number;
  readonly phrase?: { readonly text: string; readonly own: number; readonly before: number };
}

function repetitionOf(earlier: Prose, first: number, paragraph: Prose, at: number): Said {
  const { text } = paragraph;
  const overlaps = earlier === paragraph && at < first + LENGTH;
  const length = commonLength(earlier.text, first, text, at, overlaps ? LENGTH : text.length);
  if (length < LENGTH) return { length: 0 };
  if (overlaps) return { length };
  const whole = text.slice(at, at + length);
  const { from, to } = withoutMarks(whole);
  return { length, phrase: { text: whole.slice(from, to), own: at + from, before: first + from } };
}

const isReported = (phrase: string, name: string | undefined): boolean =>
  phrase.length >= LENGTH && !/\d/.test(phrase) && !FIXED_WORDING.test(phrase) && !isMostlyName(phrase, name);

/** Whole clauses, where that leaves enough: 以 of the clause that follows is not part of what was repeated. */
function withoutMarks(phrase: string): { from: number; to: number } {
  const from = /^[，、；：。]+/.exec(phrase)?.[0].length ?? 0;
  const lastMark = Math.max(...['，', '；', '。'].map((mark) => phrase.lastIndexOf(mark)));
  return { from, to: lastMark - from >= LENGTH ? lastMark : phrase.length };
}

function commonLength(a: string, i: number, b: string, j: number, most: number): number {
  const limit = Math.min(most, a.length - i, b.length - j);
  let length = 0;
  while (length < limit && a.charCodeAt(i + length) === b.charCodeAt(j + length)) length++;
  return length;
}

/** The issuer's full name and a few words are no repetition. */
const isMostlyName = (phrase: string, name: string | undefined): boolean =>
  name !== undefined && phrase.includes(name) && phrase.length - name.length < LENGTH;
