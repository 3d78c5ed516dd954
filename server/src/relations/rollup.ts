import { type CellId, type FormTable, newestForm, STATUTORY_FORMS, type TableId } from '../forms/index.ts';
import { planOf } from '../forms/plan.ts';
import { addDecimals, compareDecimals, type Decimal, whole } from '../text/decimal.ts';
import { numberIn, type ReportSummary, tableForm } from './summary.ts';

/** What a cell of the government's table adds up. */
export interface CellSum {
  readonly id: CellId;
  /** Of the members that have a number there. */
  readonly sum: Decimal;
  readonly parts: readonly { readonly member: ReportSummary; readonly value: Decimal }[];
  /** Members whose cell is blank, or whose form has no such cell. */
  readonly unknown: readonly ReportSummary[];
}

const OTHER = 'other';

/**
 * A member's number in a cell of another form's table: （六）其他处理 is one row in the older form and three in the newer
 * one. Undefined where the forms count different things, or the member's cell is blank.
 */
export function memberNumber(member: ReportSummary, table: FormTable, id: CellId): Decimal | undefined {
  const own = member.numbers[table.id];
  if (!own) return undefined;
  const form = tableForm(table.id, own);
  if (form === table || table.id !== 'proactive') return numberIn(member, id)?.value ?? otherRows(member, form, id);
  return hasSameMeaning(form, table, id) ? numberIn(member, id)?.value : undefined;
}

/** The number of decisions is counted alike in both forms; documents and fees are not. */
const hasSameMeaning = (form: FormTable, table: FormTable, id: CellId): boolean =>
  id.endsWith('/decisions') && planOf(form).places.has(id) && planOf(table).places.has(id);

function otherRows(member: ReportSummary, form: FormTable, id: CellId): Decimal | undefined {
  const [table, row = '', column] = id.split('/');
  if (table !== 'requests' || planOf(form).places.has(id)) return undefined;
  const at = (key: string): CellId => `requests/${key}/${column}`;
  if (row === OTHER) {
    const rows = planOf(form).rows.filter(({ row: { key } }) => key.startsWith(`${OTHER}.`));
    const values = rows.map(({ row: { key } }) => numberIn(member, at(key))?.value);
    return values.some((value) => value === undefined)
      ? undefined
      : addDecimals(values.filter((value) => value !== undefined));
  }
  // One number for three rows says what each of them is only where it is 0.
  return row.startsWith(`${OTHER}.`) && numberIn(member, at(OTHER))?.value.units === 0 ? whole(0) : undefined;
}

/** What the members' tables make up, cell by cell, in the form that the sum is to follow. */
export function rollUp(table: FormTable, members: readonly ReportSummary[]): ReadonlyMap<CellId, CellSum> {
  const sums = new Map<CellId, CellSum>();
  for (const id of planOf(table).places.keys()) {
    const parts: { member: ReportSummary; value: Decimal }[] = [];
    const unknown: ReportSummary[] = [];
    for (const member of members) {
      const value = memberNumber(member, table, id);
      if (value) parts.push({ member, value });
      else unknown.push(member);
    }
    sums.set(id, { id, sum: addDecimals(parts.map(({ value }) => value)), parts, unknown });
  }
  return sums;
}

/** Half of the last digit of every part: 万元 that were rounded one by one need not add up to the last digit. */
export function isWithinRounding({ sum, parts }: CellSum, own: Decimal): boolean {
  const difference = addDecimals([sum, { ...own, units: -own.units }]);
  if (difference.units === 0) return true;
  const scale = parts.reduce((most, { value }) => Math.max(most, value.scale), own.scale);
  if (scale === 0) return false;
  const rounded = parts.filter(({ value }) => value.scale > 0).length;
  const most = { units: 5 * rounded, scale: scale + 1 };
  return compareDecimals({ ...difference, units: Math.abs(difference.units) }, most) <= 0;
}

/** The tables that a sum follows when nobody has begun it: those of the form of most members. */
export function formOfMost(members: readonly ReportSummary[], id: TableId): FormTable | undefined {
  const counts = new Map<FormTable, number>();
  for (const { numbers } of members) {
    const table = numbers[id];
    if (table) counts.set(tableForm(id, table), (counts.get(tableForm(id, table)) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? (members.length > 0 ? newestForm(STATUTORY_FORMS).tables[id] : undefined);
}
