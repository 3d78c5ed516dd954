import type { CellId, SectionNumber, TableId } from '../forms/index.ts';
import type { Cell, Report, Section, Table, TableRow } from './report.ts';

/** The statutory cell, when its table and row were read. */
export const cellIn = ({ tables }: Pick<Report, 'tables'>, id: CellId): Cell | undefined =>
  tables[id.slice(0, id.indexOf('/')) as TableId]?.cells.get(id);

export const sectionIn = ({ sections }: Pick<Report, 'sections'>, number: SectionNumber): Section | undefined =>
  sections.find((section) => section.number === number);

/** @param key the row's key in the form. */
export const rowIn = (table: Table | undefined, key: string): TableRow | undefined =>
  table?.rows.find(({ row }) => row.key === key);
