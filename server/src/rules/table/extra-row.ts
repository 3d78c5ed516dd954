import { tablesOf } from '../../facts/rows.ts';
import { FORM_NOTICES } from '../../forms/index.ts';
import { headLabels } from '../../forms/plan.ts';
import type { ExtraRow, Report, Table } from '../../report/report.ts';
import { foldLabel } from '../../text/fold.ts';
import { similarity } from '../../text/similar.ts';
import { span } from '../../text/span.ts';
import { defineRule, failed, type Outcome, passed } from '../rule.ts';
import { perTable } from '../support/rows.ts';

const SUBTOTAL = /小计|合计|共计|累计|总数|总和|汇总|其中/;
/** A label so near to one of a missing row is that row, misread; the missing row is reported. */
const NEAR = 0.5;

/** More whole rows than this are the same table once more. */
const MOST_WHOLE = 3;
/** This many numbers are no piece of another row. */
const WIDE = 5;

const subjectOf = perTable((form) => `${form.title}的行`);

/** A row that the form does not print: a subtotal, a breakdown of the draft's own. It is added to no sum. */
export default defineRule({
  meta: {
    id: 'table/extra-row',
    title: { zh: '法定表格多出一行', en: 'A statutory table has a row of its own' },
    severity: 'warning',
    basis: `${FORM_NOTICES}所附格式：各表的行`,
    fix: 'none',
    messages: {
      same: {
        zh: '{table}有两张，数字完全相同，这一张是多余的；核对以另一张（从{other}起）为准。',
        en: '{table} is there twice with the same numbers; this one is not needed. The other one was checked.',
      },
      table: {
        zh: '{table}有两张，数字不同，这一张可能是上年的或改动前的；核对以另一张（从{other}起）为准，请删去不用的一张。',
        en: '{table} is there twice with different numbers: this one may be last year’s. The other one was checked; delete the one that is not meant.',
      },
      row: {
        zh: '{table}的格式中没有“{label}”这一行；其中的数字未计入合计。',
        en: 'The form of {table} has no row “{label}”; its numbers were added to no sum.',
      },
    },
  },
  *check(report) {
    yield* copies(report);
    for (const view of tablesOf(report)) {
      const { table } = view;
      const whole = table.extraRows.filter((row) => isWholeRow(table, row));
      const isFew = whole.length <= MOST_WHOLE;
      const rows = table.extraRows.filter((row) => (isFew && whole.includes(row)) || isOwnRow(table, row));
      for (const { label, span: place } of rows) {
        yield failed(subjectOf(view), {
          messageId: 'row',
          span: span(place.start, Math.min(place.end, place.start + label.length)),
          data: { table: table.form.title, label: label.replace(/\s+/g, '') },
        });
      }
      if (rows.length === 0) yield passed(subjectOf(view));
    }
  },
});

/** A table that stands in the draft once more: one finding, at its first line. */
function* copies({ strayTables, tables, text }: Report): Iterable<Outcome<'same' | 'table'>> {
  const lines = new Map<Table, number>();
  for (const { id, form, why, span: place, same } of strayTables) {
    const read = tables[id];
    if (why !== 'copy' || !read) continue;
    const end = text.slice(place.start, place.end).search(/[\r\n]/);
    const line = lines.get(read) ?? lineAt(text, read.span.start);
    lines.set(read, line);
    yield failed(`${form.title}只有一张`, {
      messageId: same ? 'same' : 'table',
      span: span(place.start, end < 0 ? place.end : place.start + end),
      data: { table: form.title, other: `第 ${line} 行` },
      related: [{ span: read.span, message: { zh: '核对的是这一张', en: 'This one was checked' } }],
    });
  }
}

/** Counted from one. */
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|[\r\n]/).length;

/** With every row of the form found, a label with a row's numbers is one row more: 4.其他, （一）予以公开 again. */
const isWholeRow = ({ form, missingRows }: Table, { label, values }: ExtraRow): boolean =>
  missingRows.length === 0 &&
  values >= WIDE &&
  form.blocks.some(({ columns }) => columns.length === values) &&
  /[\u4e00-\u9fff]{2}/.test(foldLabel(label));

function isOwnRow(table: Table, { label }: ExtraRow): boolean {
  const key = foldLabel(label);
  if (!/[\u4e00-\u9fff]{2}/.test(key)) return false;
  if (SUBTOTAL.test(key)) return true;
  // With rows missing, what was not recognised is more likely one of them.
  if (table.missingRows.length > 0) return false;
  const known = table.form.blocks.flatMap((block) => [
    ...headLabels(block),
    ...block.rows.flatMap((row) => [row.label, ...(row.under ?? [])]),
  ]);
  return !known.some((each) => similarity(foldLabel(each), key) >= NEAR || foldLabel(each).includes(key));
}
