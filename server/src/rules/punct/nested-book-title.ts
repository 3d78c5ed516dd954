import { type Found, hitAt, hitsOf, search } from '../../facts/search/search.ts';
import { masksIn } from '../../report/prose/masks.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { ProseContent } from '../../report/report.ts';
import type { Edit } from '../../text/span.ts';
import { defineRule, failed, passed } from '../rule.ts';

const INNER: Readonly<Record<string, string>> = {
  '<': '〈',
  '>': '〉',
  '＜': '〈',
  '＞': '〉',
  '《': '〈',
  '》': '〉',
};

const INNER_MARK = /[<>＜＞《》]/;

const TITLES = search(titlesIn, { from: ['《'] });

/** Title marks inside title marks are 〈〉. */
export default defineRule({
  meta: {
    id: 'punct/nested-book-title',
    title: { zh: '书名号内的书名号应为单书名号', en: 'Inner title marks should be 〈〉' },
    severity: 'information',
    basis: 'GB/T 15834—2011 4.15：书名号里还要用书名号时，外面一层用双书名号，里面一层用单书名号',
    fix: 'safe',
    messages: {
      inner: {
        zh: '书名号里面的一层应为单书名号“〈〉”，此处写作“{open}{close}”。',
        en: 'Inner title marks should be 〈〉, not {open}{close}.',
      },
    },
  },
  *check(report) {
    for (const { paragraph, marks } of hitsOf(report, TITLES)) {
      const first = marks[0];
      const last = marks.at(-1);
      if (first === undefined || last === undefined) {
        yield passed('书名号的层次');
        continue;
      }
      const { text } = paragraph;
      yield failed('书名号的层次', {
        messageId: 'inner',
        span: hitAt(paragraph, first, last + 1).span,
        data: { open: text[first] ?? '', close: text[last] ?? '' },
        fixes: [
          {
            title: { zh: '改为单书名号“〈〉”', en: 'Change to 〈〉' },
            edits: marks.map(
              (at): Edit => ({ span: spanIn(paragraph, at, at + 1), newText: INNER[text[at] ?? ''] ?? '' }),
            ),
            kind: 'safe',
            preferred: true,
          },
        ],
      });
    }
  },
});

/** A title, with the offsets of the marks inside it that should be others. */
interface BookTitle extends Found {
  readonly marks: readonly number[];
}

function titlesIn(content: ProseContent): BookTitle[] {
  const { text } = content;
  return masksIn(content)
    .filter(({ kind }) => kind === 'book-title')
    .map(({ span: { start, end } }) => ({ start, end, marks: innerMarks(text, start, end) }));
}

/** Offsets of the marks of the second level; a third level goes back to 《》 and is right. */
function innerMarks(text: string, start: number, end: number): number[] {
  const inner = text.slice(start + 1, end - 1);
  if (!INNER_MARK.test(inner) || /<\/?[A-Za-z]/.test(inner) || /[〈〉]/.test(inner)) return [];
  const marks = [...inner.matchAll(/[<>＜＞《》]/g)].map((match) => start + 1 + match.index);
  const opens = marks.filter((at) => '<＜《'.includes(text[at] ?? '')).length;
  return opens * 2 === marks.length ? marks : [];
}
