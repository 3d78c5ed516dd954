import { allClaimsOf, type Claim } from '../facts/claims/claims.ts';
import { masksIn } from '../report/prose/masks.ts';
import { spanIn } from '../report/prose/span-in.ts';
import type { Cell, Heading, Mask, Prose, Report, Section, Table, TableRow } from '../report/report.ts';
import { type Span, sliceOf } from '../text/span.ts';
import { holds } from './ranges.ts';

/** What stands at a place of the draft. */

export const tablesOf = (report: Report): readonly Table[] => Object.values(report.tables);

export interface CellPlace {
  readonly table: Table;
  readonly row: TableRow;
  readonly cell: Cell;
}

export function cellAt(report: Report, offset: number): CellPlace | undefined {
  for (const table of tablesOf(report)) {
    for (const row of table.rows) {
      const cell = row.cells.find(({ span }) => holds(span, offset));
      if (cell) return { table, row, cell };
    }
  }
  return undefined;
}

export function rowLabelAt(report: Report, offset: number): { table: Table; row: TableRow } | undefined {
  for (const table of tablesOf(report)) {
    const row = table.rows.find(({ label }) => label && holds(label.span, offset));
    if (row) return { table, row };
  }
  return undefined;
}

/** By its lines: the cursor may stand in a head, between two cells or at a line's end. */
export const tableAt = (report: Report, offset: number): Table | undefined =>
  tablesOf(report).find(({ span }) => holds(span, offset));

/** 没有…行政复议、行政诉讼 are several claims in one place. */
export const claimsAt = (report: Report, offset: number): readonly Claim[] =>
  allClaimsOf(report).filter(({ span }) => holds(span, offset));

export const headingAt = (report: Report, offset: number): Heading | undefined =>
  report.sections.find(({ heading }) => holds(heading.span, offset))?.heading;

export const sectionAt = (report: Report, offset: number): Section | undefined =>
  report.sections.findLast(({ span }) => span.start <= offset && offset <= span.end);

export const proseAt = (report: Report, offset: number): Prose | undefined =>
  report.prose.find(({ span }) => holds(span, offset));

export interface MaskPlace {
  readonly kind: Mask['kind'];
  /** In the draft. */
  readonly span: Span;
  /** Without the line breaks that a hard wrap puts in. */
  readonly text: string;
}

const inDraft = (prose: Prose, { kind, span }: Mask): MaskPlace => ({
  kind,
  span: spanIn(prose, span.start, span.end),
  text: sliceOf(prose.text, span),
});

/** The smallest mask at a place: 国办函〔2020〕109号 may stand inside a 《…》. */
export function maskAt(report: Report, offset: number): MaskPlace | undefined {
  const prose = proseAt(report, offset);
  if (!prose) return undefined;
  return masksIn(prose.content)
    .map((mask) => inDraft(prose, mask))
    .filter(({ span }) => holds(span, offset))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

export const masksOf = (report: Report): MaskPlace[] =>
  report.prose.flatMap((prose) => masksIn(prose.content).map((mask) => inDraft(prose, mask)));
