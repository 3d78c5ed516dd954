import type { CellId, SectionNumber, TableId } from '../forms/index.ts';
import type { Cell, Report, Section, Table, TableRow } from './report.ts';

/** The statutory cell; undefined when its table or row was not read. */
export const cellIn = ({ tables }: Pick<Report, 'tables'>, id: CellId): Cell | undefined =>
  tables[id.slice(0, id.indexOf('/')) as TableId]?.cells.get(id);

export const sectionIn = ({ sections }: Pick<Report, 'sections'>, number: SectionNumber): Section | undefined =>
  sections.find((section) => section.number === number);

/** Was the table torn by a copy and put together by its sums? Another number in it, and it is torn again. */
export const isPieced = ({ strayTables }: Pick<Report, 'strayTables'>, table: TableId): boolean =>
  strayTables.some(({ id, why }) => id === table && why === 'pieced');

/** @param key the row's key in the form. */
export const rowIn = (table: Table | undefined, key: string): TableRow | undefined =>
  table?.rows.find(({ row }) => row.key === key);
