import type { Prose } from '../../report/report.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { hitAt, sentencesOnly } from '../wording.ts';

const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '（': ')',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '〔': '〕',
  '【': '】',
};
const KIND: Readonly<Record<string, string>> = {
  ')': ')',
  '）': ')',
  '》': '》',
  '〉': '〉',
  '”': '”',
  '〕': '〕',
  '】': '】',
};
const NAMES: Readonly<Record<string, string>> = {
  ')': '圆括号',
  '》': '书名号',
  '〉': '单书名号',
  '”': '引号',
  '〕': '六角括号',
  '】': '方头括号',
};
const MARK = /[()（）《》〈〉“”〔〕【】]/g;
/** 1） 2) a) 一）: the closing bracket of a list number has no partner. */
const LIST_NUMBER = /(?:^|[\s，。；：、,;:是])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/;
/** A bracket that opens in one paragraph and closes a little later was parted by a line break. */
const NEAR = 3;

interface Loose {
  readonly paragraph: Prose;
  readonly index: number;
  readonly at: number;
  readonly kind: string;
  readonly opens: boolean;
}

/** Every bracket and quotation mark has its partner. */
export default defineRule({
  meta: {
    id: 'punct/unbalanced',
    title: { zh: '括号、引号、书名号不成对', en: 'Brackets or quotation marks without a partner' },
    severity: 'warning',
    basis: 'GB/T 15834—2011 4.8、4.9、4.15',
    fix: 'none',
    messages: {
      opens: { zh: '{name}“{mark}”没有配对的后半。', en: '“{mark}” is opened and never closed.' },
      closes: { zh: '{name}“{mark}”没有配对的前半。', en: '“{mark}” is closed and was never opened.' },
    },
  },
  *check(report) {
    const paragraphs = sentencesOnly(report);
    const loose = withoutNeighbours(paragraphs.flatMap(looseMarks)).filter(
      // Each paragraph of a long quotation opens it anew, and the last one closes it.
      ({ opens, kind, index }) => !(opens && kind === '”' && paragraphs[index + 1]?.text.startsWith('“')),
    );
    for (const { paragraph, at, kind, opens } of loose) {
      const hit = hitAt(paragraph, at, at + 1);
      yield failed('成对的标点', {
        messageId: opens ? 'opens' : 'closes',
        span: hit.span,
        data: { name: NAMES[kind] ?? '标点', mark: hit.text },
      });
    }
    if (loose.length === 0) yield passed('成对的标点');
  },
});

/** Marks of each kind are matched by themselves: crossing pairs are another matter. */
function looseMarks(paragraph: Prose, index: number): Loose[] {
  const { text } = paragraph;
  const open = new Map<string, number[]>();
  const loose: Loose[] = [];
  for (const match of text.matchAll(MARK)) {
    const at = match.index;
    const closes = KIND[match[0]];
    if (closes === undefined) {
      const kind = CLOSING[match[0]] ?? '';
      const places = open.get(kind);
      if (places) places.push(at);
      else open.set(kind, [at]);
      continue;
    }
    const partner = open.get(closes)?.pop();
    if (partner === undefined && !(closes === ')' && LIST_NUMBER.test(text.slice(Math.max(0, at - 4), at)))) {
      loose.push({ paragraph, index, at, kind: closes, opens: false });
    }
  }
  for (const [kind, places] of open) {
    for (const at of places) loose.push({ paragraph, index, at, kind, opens: true });
  }
  return loose.sort((a, b) => a.at - b.at);
}

/** What opens in one paragraph and closes in another nearby. One pass: both kinds stand in the order of the text. */
function withoutNeighbours(loose: readonly Loose[]): Loose[] {
  const paired = new Set<Loose>();
  const closing = new Map<string, Loose[]>();
  for (const mark of loose) {
    if (mark.opens) continue;
    const places = closing.get(mark.kind);
    if (places) places.push(mark);
    else closing.set(mark.kind, [mark]);
  }
  const reached = new Map<string, number>();
  for (const mark of loose) {
    const candidates = closing.get(mark.kind);
    if (!mark.opens || !candidates) continue;
    let next = reached.get(mark.kind) ?? 0;
    while (next < candidates.length && (candidates[next]?.index ?? 0) <= mark.index) next++;
    const partner = candidates[next];
    if (partner && partner.index - mark.index <= NEAR) {
      paired.add(mark);
      paired.add(partner);
      next++;
    }
    reached.set(mark.kind, next);
  }
  return loose.filter((mark) => !paired.has(mark));
}
