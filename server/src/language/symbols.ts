import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { shown } from '../facts/names.ts';
import type { Section, Table, TableRow } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { DraftView } from './draft-view.ts';
import { tallyOf, tallyText } from './equations.ts';
import { aspectsOf, type RowGroup, rowGroups } from './outline.ts';
import { tablesOf } from './places.ts';
import { toRange } from './ranges.ts';
import { sectionName } from './words.ts';

/** Title, sections with their aspects, tables with their rows and totals: the outline and the breadcrumbs. */
export function documentSymbols({ document, report, locale }: DraftView): DocumentSymbol[] {
  const symbol = (
    name: string,
    kind: SymbolKind,
    span: Span,
    selection: Span = span,
    more: { detail?: string; children?: DocumentSymbol[] } = {},
  ): DocumentSymbol => ({
    // An editor refuses a symbol without a name.
    name: name.trim() || '…',
    kind,
    range: toRange(document, span),
    selectionRange: toRange(document, inside(selection, span)),
    ...more,
  });

  const rowSymbol = (row: TableRow): DocumentSymbol =>
    symbol(row.row.label || row.row.key, SymbolKind.Field, row.span, row.label?.span ?? row.span, {
      detail: rowDetail(row),
    });
  const groupSymbols = ({ rows, groups }: RowGroup): DocumentSymbol[] =>
    [
      ...rows.map(rowSymbol),
      ...groups.map((each) =>
        symbol(each.name, SymbolKind.Struct, each.span, each.span, { children: groupSymbols(each) }),
      ),
    ].sort((a, b) => document.offsetAt(a.range.start) - document.offsetAt(b.range.start));
  const tableSymbol = (table: Table): DocumentSymbol =>
    symbol(table.form.title, SymbolKind.Array, table.span, table.span, {
      detail: tallyText(tallyOf(report, table), locale),
      children: table.id === 'review' ? reviewTotals(table) : groupSymbols(rowGroups(report, table)),
    });
  const reviewTotals = (table: Table): DocumentSymbol[] =>
    table.rows
      .flatMap(({ cells }) => cells)
      .filter(({ column }) => column.key.endsWith('.total'))
      .map((cell) =>
        symbol((cell.column.under ?? []).join(' › '), SymbolKind.Field, cell.span, cell.span, { detail: shown(cell) }),
      );

  const tables = tablesOf(report);
  const placed = new Set<Table>();
  const sections = report.sections.map((section) => {
    const own = tables.filter((table) => holdsTable(section, table));
    for (const table of own) placed.add(table);
    return symbol(sectionName(report.form, section.number), SymbolKind.Namespace, section.span, section.heading.span, {
      children: [
        ...aspectsOf(report, section).map(({ name, nameSpan, span }) =>
          symbol(name, SymbolKind.String, span, nameSpan),
        ),
        ...own.map(tableSymbol),
      ],
    });
  });
  return [
    ...(report.title ? [symbol(report.title.text, SymbolKind.File, report.title.span)] : []),
    ...sections,
    ...tables.filter((table) => !placed.has(table)).map(tableSymbol),
  ];
}

const holdsTable = ({ span }: Section, table: Table): boolean =>
  span.start <= table.span.start && table.span.start < span.end;

/** The total, where the row has one; else its only number or all of them. */
function rowDetail({ cells }: TableRow): string {
  const total = cells.find(({ column }) => column.key === 'total');
  if (total) return `${total.column.label} ${shown(total)}`;
  return cells.map((cell) => `${cell.column.label.replace(/（.*$/, '')} ${shown(cell)}`).join('，');
}

/** A selection has to lie in its symbol's range. */
function inside(selection: Span, { start, end }: Span): Span {
  const from = Math.min(Math.max(selection.start, start), end);
  return { start: from, end: Math.max(from, Math.min(selection.end, end)) };
}

/** For clients that know no trees. */
export function flatSymbols(uri: string, symbols: readonly DocumentSymbol[], container?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, selectionRange, children = [] }) => [
    { name, kind, location: { uri, range: selectionRange }, ...(container && { containerName: container }) },
    ...flatSymbols(uri, children, name),
  ]);
}

/** Every symbol of a report, each under its report's title. */
export function reportSymbols(view: DraftView): SymbolInformation[] {
  const title = view.report.title?.text ?? '';
  return flatSymbols(view.document.uri, documentSymbols(view)).map((symbol) => ({
    ...symbol,
    containerName: [title, symbol.containerName].filter(Boolean).join(' › '),
  }));
}

/** Those whose name, or whose report's title, has every word of a query. */
export function matchingSymbols(symbols: readonly SymbolInformation[], query: string): SymbolInformation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return symbols.filter(({ name, containerName = '' }) => {
    const text = `${containerName} ${name}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
