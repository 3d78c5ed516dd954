import type { TableId } from '../../../forms/index.ts';
import type { Span } from '../../../text/span.ts';
import { findComments, ignoreComments } from '../../lines/comments.ts';
import type { Heading, Prose, ReportParts, Table, TextFormat } from '../../report.ts';
import type { LayoutId } from '../../tables/layouts/index.ts';
import { type Lead, movedTable } from '../../tables/read-table.ts';
import type { HtmlView } from './view.ts';

/** A report that was read from the shown text, with every place led back to the source. What was read stays as shown. */
export function toSource(report: ReportParts, view: HtmlView, source: string, format: TextFormat): ReportParts {
  const lead: Lead = (span) => view.toSource(span);
  const at = <T extends { readonly span: Span }>(thing: T): T => ({ ...thing, span: lead(thing.span) });
  const tables: Partial<Record<TableId, Table>> = {};
  for (const table of Object.values(report.tables)) tables[table.id] = movedTable(table, layoutOf(table.layout), lead);
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
    // A tab in the shown text parts two cells: an index table at the top of the page is no prose.
    prose: report.prose.filter(({ text }) => !text.includes('\t')).map((prose) => new ShownProse(prose, lead)),
    boilerplate: report.boilerplate.map(lead),
    sections,
    tables,
    tablesOrigin: tables,
    unread: report.unread.map(at),
    ignoreComments: ignoreComments(source, findComments(source, 'html')),
  };
}

class ShownProse implements Prose {
  readonly #prose: Prose;
  readonly #lead: Lead;
  readonly span: Span;

  constructor(prose: Prose, lead: Lead) {
    this.#prose = prose;
    this.#lead = lead;
    this.span = lead(prose.span);
  }

  get content(): Prose['content'] {
    return this.#prose.content;
  }

  get text(): string {
    return this.#prose.text;
  }

  get section(): Prose['section'] {
    return this.#prose.section;
  }

  get masks(): Prose['masks'] {
    return this.#prose.masks;
  }

  spanOf(start: number, end: number): Span {
    return this.#lead(this.#prose.spanOf(start, end));
  }
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

/** In the shown text a table's cells are parted by tabs. */
const layoutOf = (shown: LayoutId): LayoutId => (shown === 'tab-rows' ? 'html' : shown);
