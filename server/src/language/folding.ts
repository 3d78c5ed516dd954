import type { FoldingRange } from 'vscode-languageserver-types';
import { tableLinesSpan } from '../rules/support/table-lines.ts';
import type { Span } from '../text/span.ts';
import type { DraftView } from './draft-view.ts';
import { aspectsOf, type RowGroup, rowGroups } from './outline.ts';
import { tablesOf } from './places.ts';

/** Sections, aspects, tables, groups of rows, and what a web page put around the report. Whole lines. */
export function foldingRanges({ document, report }: DraftView): FoldingRange[] {
  const { text } = report;
  const spans: Span[] = [
    ...report.sections.flatMap((section) => [section.span, ...aspectsOf(report, section).map(({ span }) => span)]),
    ...tablesOf(report).flatMap((table) => [tableLinesSpan(report, table), ...groupSpans(rowGroups(report, table))]),
    ...report.boilerplate,
  ];
  const known = new Set<string>();
  return spans.flatMap(({ start, end }) => {
    let last = end;
    // The empty lines before the next heading stay in sight.
    while (last > start && /\s/.test(text.charAt(last - 1))) last--;
    const startLine = document.positionAt(start).line;
    const endLine = document.positionAt(last).line;
    const key = `${startLine} ${endLine}`;
    if (endLine <= startLine || known.has(key)) return [];
    known.add(key);
    return [{ startLine, endLine }];
  });
}

const groupSpans = ({ groups }: RowGroup): Span[] => groups.flatMap((group) => [group.span, ...groupSpans(group)]);
