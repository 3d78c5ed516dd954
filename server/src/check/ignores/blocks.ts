import { reportFact } from '../../report/fact.ts';
import type { IgnoreComment } from '../../report/lines/comments.ts';
import type { Report } from '../../report/report.ts';
import { countWhile } from '../../text/ordered.ts';
import type { Span } from '../../text/span.ts';

/** What a comment above it can refer to: a title, a heading, a paragraph, a table. */
const blocksOf = ({ title, sections, prose, tables }: Report): Span[] => [
  ...(title ? [title.span] : []),
  ...sections.map(({ heading }) => heading.span),
  ...prose.map((paragraph) => paragraph.span),
  ...Object.values(tables).map((table) => table.span),
];

/** The blocks in the order of the text, sorted once for all comments. */
const sortedBlocks = reportFact((report): readonly Span[] => blocksOf(report).sort((a, b) => a.start - b.start));

/** The first of the sorted spans that starts at or behind an offset. */
const firstFrom = (spans: readonly Span[], offset: number): Span | undefined =>
  spans[countWhile(spans.length, (index) => (spans[index]?.start ?? 0) < offset)];

export const isIn = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

const earliest = (spans: readonly Span[]): Span | undefined =>
  spans.reduce<Span | undefined>((first, next) => (first && first.start <= next.start ? first : next), undefined);

/** The next block that starts behind an offset; inside a table, the next row. */
export function blockAfter(report: Report, offset: number): Span | undefined {
  const around = Object.values(report.tables).filter(({ span }) => span.start < offset && offset < span.end);
  const rows = around.flatMap((table) => table.rows.map((row) => row.span)).filter(({ start }) => start >= offset);
  const block = firstFrom(sortedBlocks(report), offset);
  return earliest(block ? [block, ...rows] : rows);
}

/** The block that contains an offset. */
export const blockAt = (report: Report, offset: number): Span | undefined =>
  blocksOf(report).find((block) => isIn(block, offset));

/** What a comment refers to; undefined when nothing follows it. */
export const scopeOf = (report: Report, { scope, span }: IgnoreComment): Span | undefined =>
  scope === 'file' ? { start: 0, end: report.text.length } : blockAfter(report, span.end);
