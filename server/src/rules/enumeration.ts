import type { Prose } from '../report/report.ts';

/** One item of a numbered list in prose, in offsets of its paragraph. */
export interface Item {
  readonly paragraph: Prose;
  readonly at: number;
  readonly number: number;
  readonly style: 'is' | 'bracket' | 'arabic';
}

const NUMERALS = '一二三四五六七八九十';
const PATTERNS: Readonly<Record<Item['style'], RegExp>> = {
  is: /(?<=^|[。；;，,：:、！!\s])(?:第?)([一二三四五六七八九十])(?:是|要)(?!否)/g,
  bracket: /(?<=^|[。；;：:\s])[（(]\s?([一二三四五六七八九十])\s?[）)]/g,
  arabic: /(?<=^|[。；;：:\s])(\d{1,2})\s?[.．、](?!\d)/g,
};

/** All items of one style in a run of paragraphs, in order. */
export function itemsOf(paragraphs: readonly Prose[], style: Item['style']): Item[] {
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(PATTERNS[style])].map((match): Item => {
      const mark = match[1] ?? '';
      const numeral = NUMERALS.indexOf(mark);
      return { paragraph, at: match.index, number: numeral >= 0 ? numeral + 1 : Number(mark), style };
    }),
  );
}

/** Cut where the counting starts again: 一是 二是 三是 | 一是 二是. */
export function series(items: readonly Item[]): Item[][] {
  const lists: Item[][] = [];
  for (const item of items) {
    if (item.number === 1 || lists.length === 0) lists.push([item]);
    else lists.at(-1)?.push(item);
  }
  return lists;
}
