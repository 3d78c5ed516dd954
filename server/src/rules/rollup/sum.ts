import { cellName, shown } from '../../facts/names.ts';
import type { TableId } from '../../forms/index.ts';
import { isResultItem } from '../../forms/requests.ts';
import type { Relations } from '../../relations/relations.ts';
import type { Report } from '../../report/report.ts';
import { addDecimals, compareDecimals, type Decimal, formatDecimal, isWhole } from '../../text/decimal.ts';
import { defineRule, type Fix, failed, notChecked, passed, type Severity } from '../rule.ts';
import { setCell, setCells } from '../support/cell-fix.ts';
import { nameOf, placeOfReport, toNumber, toReport } from '../support/other-report.ts';
import { type Compared, isShort, type RolledUp, rolledUp } from '../support/rolled-up.ts';

/** More places of one table are one finding: the table as a whole is not the sum. */
const MOST = 10;
/** The members with the largest numbers are led to. */
const MOST_PARTS = 8;

/** A government's report adds up those of all bodies of its place. Cases in court are case-double-count's. */
export default defineRule({
  meta: {
    id: 'rollup/sum',
    title: { zh: '政府报告与各单位之和不一致', en: 'A government’s number is not the sum of its members’' },
    severity: 'warning',
    basis: '各地编制通知：县市区人民政府年度报告要汇总本地所有公开主体的数据',
    fix: 'suggestion',
    messages: {
      differs: {
        zh: '{place}为 {now}，{count} 个单位之和为 {sum}，{difference}。',
        en: '{place} is {now}; {count} members add up to {sum}.',
      },
      omitted: {
        zh: '{place}为 {now}，{count} 个单位之和为 {sum}，{difference}，恰为{member}的数。',
        en: '{place} is {now}; {count} members add up to {sum}: just what {member} reports is missing.',
      },
      many: {
        zh: '{table}有 {places} 处不等于 {count} 个单位之和，如{place}为 {now}，各单位之和为 {sum}。',
        en: '{places} cells of “{table}” are not the sum of {count} members: {place} is {now}, the sum {sum}.',
      },
      unlike: {
        zh: '政府报告的数多处少于各单位之和。表格如果只统计政府本级，请在报告中说明；否则请核对汇总。',
        en: 'Many numbers are below the sum of the members. If the tables count the government alone, the report should say so.',
      },
    },
  },
  *check(report, { relations }) {
    const rolled = rolledUp(report, relations);
    if (!rolled || !relations || rolled.scope === 'own-only') return;
    if (rolled.scope === 'unlike') {
      yield failed('各单位之和', {
        messageId: 'unlike',
        severity: 'information',
        span: placeOfReport(report),
        related: relations.members.slice(0, MOST_PARTS).map((member) => toReport(member)),
      });
      return;
    }
    for (const id of ['proactive', 'requests'] as const) yield* inTable(report, relations, rolled, id);
    yield* inCases(rolled, relations);
  },
});

const isOf =
  (id: TableId) =>
  ({ cell }: Compared): boolean =>
    cell.id.startsWith(`${id}/`);

/**
 * Is it wrong as far as is known? A government counts what it did itself, too, so that the whole may be more than those
 * members that are known; a listing of all members leaves no such room. A change may be a loss.
 */
const isWrong =
  (scope: RolledUp['scope'], { isListed }: Relations) =>
  (each: Compared): boolean =>
    isListed && scope === 'all' && each.sum.unknown.length === 0
      ? !each.agrees
      : each.cell.column.kind !== 'change' && isShort(each);

function* inTable(report: Report, relations: Relations, { compared, scope }: RolledUp, id: TableId) {
  const cells = compared.filter(isOf(id));
  const wrong = cells.filter(isWrong(scope, relations));
  const causes = withoutConsequences(wrong, cells);
  for (const { cell, sum, agrees } of cells) {
    if (agrees) yield passed(`${cellName(cell)}与各单位之和`, cell.span);
    else if (sum.unknown.length > 0) yield notChecked(`${cellName(cell)}与各单位之和`, 'cell-blank', cell.span);
  }
  const [first] = causes;
  if (!first) return;
  // Only the configuration can say that nobody is missing.
  const severity: Severity = relations.isListed && scope === 'all' ? 'error' : 'warning';
  const fixes = fixesFor(wrong);
  if (causes.length > MOST) {
    const data = { ...dataOf(first), table: report.tables[id]?.form.title ?? '', places: causes.length };
    yield failed('各单位之和', { messageId: 'many', severity, span: first.cell.span, data, related: partsOf(first) });
    return;
  }
  for (const each of causes) yield failed('各单位之和', { ...findingOf(each), severity, fixes });
}

/** Two respondents may both count a case, so that the sum may be too large, and is no proof where it is too small. */
function* inCases({ compared, scope }: RolledUp, relations: Relations) {
  const cells = compared.filter(isOf('review'));
  const causes = withoutConsequences(cells.filter(isWrong(scope, relations)), cells);
  for (const each of causes) {
    if (isShort(each)) continue;
    yield failed('各单位之和', { ...findingOf(each), severity: relations.isListed ? 'warning' : 'information' });
  }
}

const difference = ({ own, sum }: Compared): Decimal => addDecimals([own, { ...sum.sum, units: -sum.sum.units }]);

/** Totals follow from what they add up: they are told only where these are right. */
function withoutConsequences(wrong: readonly Compared[], all: readonly Compared[]): readonly Compared[] {
  const off = new Map(wrong.map((each) => [each.cell.id as string, difference(each)]));
  const isExplained = (each: Compared): boolean => {
    const parts = partsOfTotal(each, all);
    if (parts.length === 0) return false;
    const told = parts.flatMap(({ cell }) => off.get(cell.id) ?? []);
    return told.length > 0 && compareDecimals(addDecimals(told), difference(each)) === 0;
  };
  return wrong.filter((each) => !isExplained(each));
}

/** The cells that a total adds up, along its row or down its column; of its row first. */
function partsOfTotal({ cell }: Compared, all: readonly Compared[]): readonly Compared[] {
  const [table, rowKey, columnKey = ''] = cell.id.split('/');
  const group = columnKey.slice(0, Math.max(0, columnKey.indexOf('.')));
  if (/(?:^|\.)total$/.test(columnKey)) {
    return all.filter(({ cell: { id } }) => {
      const [otherTable, otherRow, otherColumn = ''] = id.split('/');
      return otherTable === table && otherRow === rowKey && otherColumn !== columnKey && otherColumn.startsWith(group);
    });
  }
  if (rowKey !== 'resultTotal') return [];
  return all.filter(({ cell: other }) => isResultItem(other.row) && other.column.key === columnKey);
}

function dataOf(each: Compared) {
  const { cell, sum } = each;
  const by = difference(each);
  const amount = formatDecimal({ ...by, units: Math.abs(by.units) });
  return {
    place: cellName(cell),
    now: shown(cell),
    count: sum.parts.length,
    sum: formatDecimal(sum.sum),
    difference: by.units > 0 ? `多 ${amount}` : `少 ${amount}`,
  };
}

function findingOf(each: Compared) {
  const by = difference(each);
  const omitted = each.sum.parts.filter(
    ({ value }) => value.units !== 0 && compareDecimals(value, { ...by, units: -by.units }) === 0,
  );
  const [only] = omitted;
  const isOmitted = omitted.length === 1 && only !== undefined;
  return {
    messageId: isOmitted ? ('omitted' as const) : ('differs' as const),
    span: each.cell.span,
    data: { ...dataOf(each), member: only ? nameOf(only.member) : '' },
    related: partsOf(each),
  };
}

const partsOf = ({ cell, sum }: Compared) =>
  [...sum.parts]
    .filter(({ value }) => value.units !== 0)
    .sort((a, b) => compareDecimals(b.value, a.value))
    .slice(0, MOST_PARTS)
    .flatMap(({ member }) => toNumber(member, cell.id));

/** All wrong numbers of a table at once: one alone would break its totals. */
function fixesFor(wrong: readonly Compared[]): Fix[] {
  if (wrong.length === 0 || wrong.length > MOST || wrong.some(({ sum }) => sum.unknown.length > 0)) return [];
  const [only, ...others] = wrong;
  if (only && others.length === 0) return [setCell(only.cell, formatDecimal(only.sum.sum))];
  if (!wrong.every(({ sum }) => isWhole(sum.sum) && sum.sum.scale === 0)) return [];
  return [setCells(wrong.map(({ cell, sum }) => ({ cell, value: sum.sum.units })))];
}
