import type { TableId } from '../forms/index.ts';
import { reportFact } from '../report/fact.ts';
import type { Table } from '../report/report.ts';
import type { LayoutId } from '../report/tables/layouts/index.ts';
import { tableLinesSpan } from '../rules/support/table-lines.ts';
import { type Edit, type Span, touches } from '../text/span.ts';
import { conversionsFor, convertTable, TARGETS } from './convert.ts';
import type { DraftView } from './draft-view.ts';
import { KINDS } from './kinds.ts';
import { organizeSections } from './organize.ts';
import { tablesOf } from './places.ts';
import { fillableBlanks, fillBlanks, type NotedEdit, recomputeTotals } from './table-fixes.ts';
import { say } from './words.ts';

/** What a code action does; it goes to the client and comes back when the action is chosen. */
export type RefactorId =
  | { readonly does: 'convert'; readonly table: TableId; readonly to: LayoutId }
  | { readonly does: 'fillBlanks' | 'totals'; readonly table: TableId }
  | { readonly does: 'organize' };

export interface Refactor {
  readonly title: string;
  readonly kind: string;
  readonly id: RefactorId;
}

/** What can be done to the tables at a place, and to the whole report. Edits are computed when one is chosen. */
export function refactors(view: DraftView, at: Span, wants: (kind: string) => boolean): Refactor[] {
  const { report, locale } = view;
  const tables = tablesOf(report).filter((table) => touches(tableLinesSpan(report, table), at));
  return [
    ...tables.flatMap((table) => [
      ...(wants(KINDS.convert) ? conversions(view, table) : []),
      ...(wants(KINDS.fillBlanks) ? blanks(view, table) : []),
      ...(wants(KINDS.totals) ? totals(view, table) : []),
    ]),
    ...(wants(KINDS.organize) && organizeSections(report).length > 0
      ? [
          {
            title: say(locale, '按格式规定的次序排列各部分', 'Put the sections into the order of the form'),
            kind: KINDS.organize,
            id: { does: 'organize' } as const,
          },
        ]
      : []),
  ];
}

/** Of all tables at once, so that going from one to the next asks for nothing new. */
const convertible = reportFact(
  (report): ReadonlyMap<Table, readonly LayoutId[]> =>
    new Map(tablesOf(report).map((table) => [table, conversionsFor(report, table)])),
);

function conversions({ report, locale }: DraftView, table: Table): Refactor[] {
  return (convertible(report).get(table) ?? []).map((to) => ({
    title: say(
      locale,
      `将${table.form.title}转换为：${TARGETS.get(to)?.zh ?? to}`,
      `Convert ${table.form.title} to ${TARGETS.get(to)?.en ?? to}`,
    ),
    kind: KINDS.convert,
    id: { does: 'convert', table: table.id, to },
  }));
}

function blanks({ locale }: DraftView, table: Table): Refactor[] {
  const count = fillableBlanks(table).length;
  if (count === 0) return [];
  const title = say(
    locale,
    `将${table.form.title}的 ${count} 个空格填 0…`,
    `Fill ${count} blanks of ${table.form.title} with 0…`,
  );
  return [{ title, kind: KINDS.fillBlanks, id: { does: 'fillBlanks', table: table.id } }];
}

function totals({ locale }: DraftView, table: Table): Refactor[] {
  const count = recomputeTotals(table, locale).length;
  if (count === 0) return [];
  const title = say(
    locale,
    `按各项之和重填${table.form.title}的 ${count} 处总计…`,
    `Recompute ${count} totals of ${table.form.title}…`,
  );
  return [{ title, kind: KINDS.totals, id: { does: 'totals', table: table.id } }];
}

/** Edits with a note wait for the user's yes. Undefined: it cannot be done to this text. */
export function refactorEdits(
  { report, locale }: DraftView,
  id: RefactorId,
): readonly (Edit | NotedEdit)[] | undefined {
  if (id.does === 'organize') return organizeSections(report);
  const table = report.tables[id.table];
  if (!table) return undefined;
  if (id.does === 'convert') return convertTable(report, table, id.to);
  return id.does === 'fillBlanks' ? fillBlanks(table, locale) : recomputeTotals(table, locale);
}
