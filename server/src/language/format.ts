import type { Report, Table } from '../report/report.ts';
import { layoutById } from '../report/tables/layouts/index.ts';
import { linesOfTable, type TableLine } from '../rules/support/table-lines.ts';
import { type Edit, type Span, span, touches } from '../text/span.ts';
import { tablesOf } from './places.ts';

/**
 * Tidies tables in the layout that they have. Only blanks around cells change, so that no cell, label, number or row
 * can: a line that would differ in anything else is left as it is.
 * @param within only lines that touch this span; columns are still measured over the whole table.
 */
export function formatTables(report: Report, within: Span = span(0, report.text.length)): Edit[] {
  return tablesOf(report).flatMap((table) =>
    tidied(report, table).flatMap(({ line, text }) =>
      text !== line.text && sameButBlanks(text, line.text) && touches(line.span, within)
        ? [{ span: line.span, newText: text }]
        : [],
    ),
  );
}

interface Tidied {
  readonly line: TableLine;
  readonly text: string;
}

function tidied(report: Report, table: Table): Tidied[] {
  const lines = linesOfTable(report, table);
  const texts = layoutById(table.layout).tidy?.(lines.map(({ text }) => text)) ?? [];
  return lines.flatMap((line, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ line, text }];
  });
}

const sameButBlanks = (a: string, b: string): boolean => content(a) === content(b);

/** A delimiter row is as long as the columns are wide. */
const content = (line: string): string => {
  const text = line.replace(/\s/g, '');
  return /^[|:-]+$/.test(text) ? text.replace(/-+/g, '-') : text;
};
