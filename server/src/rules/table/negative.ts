import { cellName } from '../../facts/names.ts';
import { tablesOf } from '../../facts/rows.ts';
import { FORM_NOTICES, type FormRow } from '../../forms/index.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { perTable } from '../support/rows.ts';

const subjectOf = perTable((form) => `${form.title}没有负数`);

/** A count or an amount below zero. Only 本年增/减 of the 2019 form may be: 减用负值表示. */
export default defineRule({
  meta: {
    id: 'table/negative',
    title: { zh: '表格中出现负数', en: 'A negative number in a table' },
    severity: 'error',
    basis: `${FORM_NOTICES}所附格式：除“本年增/减”外均为非负数`,
    fix: 'none',
    messages: {
      negative: {
        zh: '{place}为 {found}，此格不能为负数。',
        en: '{place} is {found}; this cell cannot be negative.',
      },
    },
  },
  *check(report) {
    for (const table of tablesOf(report)) {
      let found: FormRow | undefined;
      for (const cell of table.odd) {
        if (cell.column.kind === 'change' || typeof cell.value !== 'object' || cell.value.units >= 0) continue;
        // The total of a row with a negative number is negative by that: one finding a row.
        const isOfSameRow = cell.row === found;
        found = cell.row;
        if (isOfSameRow) continue;
        yield failed(cellName(cell), {
          messageId: 'negative',
          span: cell.span,
          data: { place: cellName(cell), found: cell.raw.trim() },
        });
      }
      if (!found) yield passed(subjectOf(table));
    }
  },
});
