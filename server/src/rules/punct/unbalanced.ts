import { type Found, type Hit, hitsOf, search } from '../../facts/search/search.ts';
import type { ProseContent, Report } from '../../report/report.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { isSentence, sentencesOnly } from '../support/wording.ts';

const NAMES: Readonly<Record<string, string>> = {
  ')': '圆括号',
  '》': '书名号',
  '〉': '单书名号',
  '”': '引号',
  '〕': '六角括号',
  '】': '方头括号',
};
/** Each mark, by its code, with the closing mark that names its kind. */
const byCode = (marks: readonly (readonly [mark: string, kind: string])[]): ReadonlyMap<number, string> =>
  new Map(marks.map(([mark, kind]) => [mark.charCodeAt(0), kind]));
const OPENING = byCode([
  ['(', ')'],
  ['（', ')'],
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['〔', '〕'],
  ['【', '】'],
]);
const CLOSING = byCode([
  [')', ')'],
  ['）', ')'],
  ['》', '》'],
  ['〉', '〉'],
  ['”', '”'],
  ['〕', '〕'],
  ['】', '】'],
]);
const MARK = /[()（）《》〈〉“”〔〕【】]/g;
/** 1） 2) a) 一）: the closing bracket of a list number has no partner. */
const LIST_NUMBER = /(?:^|[\s，。；：、,;:是])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/;
/** A bracket that opens in one paragraph and closes a little later was separated by a line break. */
const NEAR = 3;

interface LooseMark extends Found {
  readonly kind: string;
  readonly opens: boolean;
}

interface Loose extends Hit<LooseMark> {
  /** Of the paragraph, among those that are sentences. */
  readonly index: number;
}

const LOOSE = search(looseMarks, { from: [MARK] });

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
    const loose = looseIn(report);
    for (const { span, text, kind, opens } of loose) {
      yield failed('成对的标点', {
        messageId: opens ? 'opens' : 'closes',
        span,
        data: { name: NAMES[kind] ?? '标点', mark: text },
      });
    }
    if (loose.length === 0) yield passed('成对的标点');
  },
});

function looseIn(report: Report): Loose[] {
  const marks = hitsOf(report, LOOSE).filter(({ paragraph }) => isSentence(paragraph));
  if (marks.length === 0) return [];
  const paragraphs = sentencesOnly(report);
  const indexes = new Map(paragraphs.map((paragraph, index) => [paragraph, index]));
  const loose = marks.map((mark): Loose => ({ ...mark, index: indexes.get(mark.paragraph) ?? 0 }));
  return withoutNeighbours(loose).filter(
    // Each paragraph of a long quotation opens it anew, and the last one closes it.
    ({ opens, kind, index }) => !(opens && kind === '”' && paragraphs[index + 1]?.text.startsWith('“')),
  );
}

/** Marks of each kind are matched by themselves: crossing pairs are another matter. */
function looseMarks({ text }: ProseContent): LooseMark[] {
  const open = new Map<string, number[]>();
  const loose: LooseMark[] = [];
  MARK.lastIndex = 0;
  while (MARK.test(text)) {
    const at = MARK.lastIndex - 1;
    const code = text.charCodeAt(at);
    const closes = CLOSING.get(code);
    if (closes === undefined) {
      const kind = OPENING.get(code) ?? '';
      const places = open.get(kind);
      if (places) places.push(at);
      else open.set(kind, [at]);
      continue;
    }
    const partner = open.get(closes)?.pop();
    if (partner === undefined && !(closes === ')' && LIST_NUMBER.test(text.slice(Math.max(0, at - 4), at)))) {
      loose.push({ start: at, end: at + 1, kind: closes, opens: false });
    }
  }
  for (const [kind, places] of open) {
    for (const at of places) loose.push({ start: at, end: at + 1, kind, opens: true });
  }
  return loose.sort((a, b) => a.start - b.start);
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
