import type { TableId } from '../../forms/index.ts';
import type { Span } from '../../text/span.ts';
import { findComments, ignoreComments } from '../lines/comments.ts';
import type { Heading, Prose, Report, Table } from '../report.ts';
import type { LayoutId } from '../tables/layouts/index.ts';
import { type Lead, movedTable } from '../tables/read-table.ts';
import type { SourceView } from './format.ts';
import type { TextFormat } from './index.ts';

/** Maps a report that was read from the shown text to the source, place by place. What was read stays as shown. */
export function toSource(report: Report, view: SourceView, source: string, format: TextFormat): Report {
  const lead: Lead = (span) => view.toSource(span);
  const at = <T extends { readonly span: Span }>(thing: T): T => ({ ...thing, span: lead(thing.span) });
  const tables: Partial<Record<TableId, Table>> = {};
  for (const table of Object.values(report.tables))
    tables[table.id] = movedTable(table, layoutOf(table.layout, view), lead);
  const sections = report.sections.map((section) => ({ ...at(section), heading: headingAt(section.heading, lead) }));
  const { title, issuer, signature } = report;
  return {
    ...report,
    text: source,
    format,
    title: title && { ...at(title), year: title.year && at(title.year) },
    issuer: issuer && at(issuer),
    signature: signature && {
      ...at(signature),
      yearSpan: lead(signature.yearSpan),
      name: signature.name && at(signature.name),
    },
    yearEvidence: report.yearEvidence.map(at),
    // A tab in the shown text separates two cells: an index table at the top of the page is no prose.
    prose: report.prose
      .filter(({ text }) => !text.includes('\t'))
      .map((prose, index) => ({ ...proseInSource(prose, view), index })),
    boilerplate: report.boilerplate.map(lead),
    sections,
    tables,
    strayTables: report.strayTables.map(at),
    unread: report.unread.map(at),
    ignoreComments: ignoreComments(source, findComments(source)),
  };
}

/** In pieces that stand in the source as they are, and entities. */
function proseInSource(prose: Prose, view: SourceView): Prose {
  const shown = prose.pieces.length > 0 ? prose.pieces : [{ at: 0, ...prose.span }];
  const pieces = shown.flatMap(({ at, start, end }) =>
    view.piecesOf(start, end).map((piece) => ({ ...piece, at: at + piece.at - start })),
  );
  return { ...prose, span: view.toSource(prose.span), pieces };
}

function headingAt(heading: Heading, lead: Lead): Heading {
  const { span, ordinal, titleSpan } = heading;
  return {
    ...heading,
    span: lead(span),
    ordinal: ordinal && { ...ordinal, span: lead(ordinal.span) },
    titleSpan: lead(titleSpan),
  };
}

/** In the shown text a table's cells are separated by tabs. */
const layoutOf = (shown: LayoutId, { tableLayout }: SourceView): LayoutId =>
  shown === 'tab-rows' ? tableLayout : shown;
