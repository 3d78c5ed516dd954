import { type Hit, hitAt } from '../../facts/search/search.ts';
import { paragraphFact } from '../../report/fact.ts';
import type { Prose, Report } from '../../report/report.ts';
import { countWhile } from '../../text/ordered.ts';
import { defineRule, failed, passed } from '../rule.ts';

/** As long as two clauses. Shorter phrases of office prose come back by themselves. */
const LENGTH = 20;
/** Reports say these in the form's own words wherever they need them; heads of tables and addresses are no phrases. */
const FIXED_WORDING =
  /政府信息公开申请|行政复议|行政诉讼|信息处理费|本报告|统计期限|年度报告|以下简称|规范性文件|《|其他需要报告|1月1日|12月31日|信息内容|件数|处理决定数量|收费金额|商业企业|邮编|邮政编码|联系电话|[路街巷道村].{0,8}号/;
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
const windowsOf = paragraphFact(({ text }): Int32Array => {
  const windows = new Int32Array(Math.max(0, text.length - LENGTH + 1));
  let value = 0;
  for (let end = 0; end < text.length; end++) {
    const start = end - LENGTH;
    if (start >= 0) value = (value - Math.imul(text.charCodeAt(start), TOP)) | 0;
    value = (Math.imul(value, BASE) + text.charCodeAt(end)) | 0;
    if (start >= -1) windows[start + 1] = value;
  }
  return windows;
});

/** Where each window was first seen: a table of numbers, since there are as many windows as characters. */
class Seen {
  /** A window and one more than its place, 0 where there is none yet, in turn. */
  #slots = new Int32Array(8192);
  #count = 0;

  /** The place where a window was seen first, or -1 when that is this one. */
  at(window: number, place: number): number {
    const slot = slotOf(this.#slots, window);
    const known = this.#slots[slot + 1] ?? 0;
    if (known !== 0) return known - 1;
    this.#slots[slot] = window;
    this.#slots[slot + 1] = place + 1;
    if (++this.#count * 4 > this.#slots.length) this.#grow();
    return -1;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 4);
    for (let from = 0; from < old.length; from += 2) {
      const window = old[from] ?? 0;
      const place = old[from + 1] ?? 0;
      if (place === 0) continue;
      const slot = slotOf(this.#slots, window);
      this.#slots[slot] = window;
      this.#slots[slot + 1] = place;
    }
  }
}

/** Where a window stands in the table, or may stand. */
function slotOf(slots: Int32Array, window: number): number {
  const last = slots.length - 1;
  let slot = (Math.imul(window, 0x9e3779b1) >>> 6) & last & ~1;
  while (slots[slot + 1] !== 0 && slots[slot] !== window) slot = (slot + 2) & last;
  return slot;
}

/** A paragraph that is compared, with the place of its first character among all that are. */
interface Compared {
  readonly paragraph: Prose;
  readonly from: number;
}

function beginningOf(prose: readonly Prose[]): readonly Compared[] {
  const compared: Compared[] = [];
  let length = 0;
  for (const paragraph of prose) {
    if (length + paragraph.text.length > LONGEST) break;
    compared.push({ paragraph, from: length });
    length += paragraph.text.length;
  }
  return compared;
}

function repetitions({ prose, title, issuer }: Report): Repetition[] {
  const name = title?.issuer ?? issuer?.name;
  const compared = beginningOf(prose);
  const seen = new Seen();
  const found: Repetition[] = [];
  for (const { paragraph, from } of compared) {
    const windows = windowsOf(paragraph.content);
    for (let at = 0; at < windows.length; at++) {
      const place = seen.at(windows[at] ?? 0, from + at);
      const earlier = place < 0 ? undefined : paragraphAt(compared, place);
      if (!earlier) continue;
      const said = repetitionOf(earlier.paragraph, place - earlier.from, paragraph, at);
      at += said.length === 0 ? 0 : said.length - 1;
      if (!said.phrase || !isReported(said.phrase.text, name)) continue;
      const { text, own, first } = said.phrase;
      found.push({
        hit: hitAt(paragraph, own, own + text.length),
        first: hitAt(earlier.paragraph, first, first + text.length),
      });
      if (found.length >= MOST) return found;
    }
  }
  return found;
}

/** The paragraph with a place in it. */
const paragraphAt = (compared: readonly Compared[], place: number): Compared | undefined =>
  compared[countWhile(compared.length, (index) => (compared[index]?.from ?? 0) <= place) - 1];

interface Said {
  /** How much is said again; 0 when only the numbers are the same. */
  readonly length: number;
  readonly phrase?: { readonly text: string; readonly own: number; readonly first: number };
}

function repetitionOf(earlier: Prose, first: number, paragraph: Prose, at: number): Said {
  const { text } = paragraph;
  const overlaps = earlier === paragraph && at < first + LENGTH;
  const length = commonLength(earlier.text, first, text, at, overlaps ? LENGTH : text.length);
  if (length < LENGTH) return { length: 0 };
  if (overlaps) return { length };
  const whole = text.slice(at, at + length);
  const { from, to } = withoutMarks(whole);
  return { length, phrase: { text: whole.slice(from, to), own: at + from, first: first + from } };
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
