import { cellName, shown } from '../../facts/names.ts';
import { rowIn } from '../../report/find.ts';
import { partsOfName } from '../../report/issuer.ts';
import type { Issuer } from '../../report/report.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '「规章」行与制定权限';
const COLUMNS = ['made', 'repealed', 'valid', 'published', 'open'];
const COUNTY = 3;

/**
 * 立法法: rules are made by the State Council's departments, provinces, cities with districts and autonomous
 * prefectures. A county, a township or a department of theirs has none. City and provincial departments sometimes
 * report their government's, and a city may or may not have districts: they are left alone.
 */
export default defineRule({
  meta: {
    id: 'table/rules-without-power',
    title: { zh: '无规章制定权的机关填报了规章', en: 'A body without rule-making power reports rules' },
    severity: 'warning',
    basis: '立法法：规章由国务院部门和省、设区的市、自治州人民政府等制定',
    fix: 'none',
    messages: {
      power: {
        zh: '{place}为 {found}，而{issuer}没有规章制定权，可能是把规范性文件填到了这一行。',
        en: '{place} is {found}, but {issuer} has no power to make rules; a normative document may have been put here.',
      },
    },
  },
  *check(report) {
    const row = rowIn(report.tables.proactive, 'regulations');
    if (!row) {
      yield notChecked(SUBJECT, 'row-missing');
      return;
    }
    const cell = row.cells.find(
      ({ value, column }) => COLUMNS.includes(column.key) && typeof value === 'object' && value.units > 0,
    );
    const power = hasPower(report.issuer);
    if (power === undefined) {
      yield notChecked(SUBJECT, 'issuer-unknown');
    } else if (!cell || power) yield passed(SUBJECT);
    else {
      yield failed(SUBJECT, {
        messageId: 'power',
        span: cell.span,
        data: { place: cellName(cell), found: shown(cell), issuer: report.issuer?.name ?? '' },
      });
    }
  },
});

/** undefined = cannot be told. */
function hasPower(issuer: Issuer | undefined): boolean | undefined {
  if (!issuer || issuer.kind === 'unknown') return undefined;
  if (issuer.kind === 'township' || issuer.kind === 'street-office') return false;
  const { rank } = partsOfName(issuer.name);
  return rank === undefined ? undefined : rank < COUNTY;
}
