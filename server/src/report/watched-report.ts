import type { CellId, SectionNumber } from '../forms/index.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type { Cell, Report, ReportParts, Section, Table } from './report.ts';
import { EVERYWHERE, PART, ReportNotes, seePart, seeStretch } from './sight.ts';

/** A report that notes what is looked at. */
export class WatchedReport implements Report {
  readonly parts: ReportParts;
  readonly notes = new ReportNotes<Report>();

  constructor(parts: ReportParts) {
    this.parts = parts;
  }

  get text(): string {
    seeStretch(EVERYWHERE);
    return this.parts.text;
  }

  get format(): ReportParts['format'] {
    seePart(PART.format);
    return this.parts.format;
  }

  get title(): ReportParts['title'] {
    seePart(PART.title);
    return this.parts.title;
  }

  get issuer(): ReportParts['issuer'] {
    seePart(PART.issuer);
    return this.parts.issuer;
  }

  get signature(): ReportParts['signature'] {
    seePart(PART.signature);
    return this.parts.signature;
  }

  get year(): ReportParts['year'] {
    seePart(PART.year);
    return this.parts.year;
  }

  get yearEvidence(): ReportParts['yearEvidence'] {
    seePart(PART.yearEvidence);
    return this.parts.yearEvidence;
  }

  get form(): ReportParts['form'] {
    seePart(PART.form);
    return this.parts.form;
  }

  get formBy(): ReportParts['formBy'] {
    seePart(PART.form);
    return this.parts.formBy;
  }

  get prose(): ReportParts['prose'] {
    seePart(PART.prose);
    return this.parts.prose;
  }

  get boilerplate(): ReportParts['boilerplate'] {
    seePart(PART.boilerplate);
    return this.parts.boilerplate;
  }

  get sections(): ReportParts['sections'] {
    seePart(PART.sections);
    return this.parts.sections;
  }

  get tables(): ReportParts['tables'] {
    seePart(PART.tables);
    return this.parts.tables;
  }

  get unread(): ReportParts['unread'] {
    seePart(PART.unread);
    return this.parts.unread;
  }

  get ignoreComments(): ReportParts['ignoreComments'] {
    seePart(PART.ignoreComments);
    return this.parts.ignoreComments;
  }

  slice(span: Span): string {
    seeStretch(span);
    return sliceOf(this.parts.text, span);
  }

  section(number: SectionNumber): Section | undefined {
    return this.sections.find((section) => section.number === number);
  }

  cell(id: CellId): Cell | undefined {
    return this.tables[tableOf(id)]?.cell(id);
  }
}

const tableOf = (id: CellId): Table['id'] => id.slice(0, id.indexOf('/')) as Table['id'];
