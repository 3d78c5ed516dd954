import { type FormMismatch, formMismatch } from '../../facts/form-year.ts';
import { toGrid } from '../../forms/grid.ts';
import {
  type CellId,
  type Form,
  type FormRow,
  type FormTable,
  formOfYear,
  STATUTORY_FORMS,
  yearsOf,
} from '../../forms/index.ts';
import { rowIn } from '../../report/find.ts';
import type { Report, Table } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';
import { writeReadably } from '../support/read-back.ts';
import { lineBreakOf } from '../support/skeleton.ts';
import { tableLinesSpan } from '../support/table-lines.ts';

const PROACTIVE = '主动公开政府信息情况表的格式';
const REQUESTS = '收到和处理政府信息公开申请情况表的格式';

/** Each form's notice with the years for which it holds, the newest first. */
const NOTICES = [...STATUTORY_FORMS]
  .reverse()
  .map((form) => `${form.notice.number}（${yearsOf(form, STATUTORY_FORMS)}）`)
  .join('、');

/** The tables are those of the form that the report year asks for. */
export default defineRule({
  meta: {
    id: 'structure/form-mismatch',
    title: { zh: '表格格式与报告年度不符', en: 'The tables are those of another year’s form' },
    severity: 'error',
    basis: `${NOTICES}所附格式`,
    fix: 'suggestion',
    messages: {
      proactive: {
        zh: '{year}年度的报告应使用{expected}所附格式，第二部分的表格却是{found}的（{labels}）。',
        en: 'A report for {year} uses the form of {expected}, but this table is that of {found} ({labels}).',
      },
      requests: {
        zh: '{year}年度格式的“{group}”分为 {rows} 行，此表只有 {found} 行，是旧格式的写法。',
        en: 'The form for {year} has {rows} rows under {group}; this table has {found}, as the older form had.',
      },
    },
  },
  *check(report) {
    const { year, tables } = report;
    if (year === undefined) {
      yield notChecked(PROACTIVE, 'year-unknown');
      return;
    }
    const mismatch = formMismatch(report);
    const { proactive, requests } = tables;
    if (!proactive) yield notChecked(PROACTIVE, 'table-missing');
    else if (!mismatch) yield passed(PROACTIVE);
    else yield failed(PROACTIVE, proactiveFinding(report, proactive, mismatch, year));
    if (!requests) yield notChecked(REQUESTS, 'table-missing');
    else if (mismatch || !isOlder(requests.form, report, year)) yield passed(REQUESTS);
    else {
      yield failed(REQUESTS, {
        messageId: 'requests',
        span: rowIn(requests, 'other')?.label?.span ?? rowIn(requests, 'resultTotal')?.span ?? requests.span,
        severity: 'information',
        data: { year, ...newRows(requests.form, formOfYear(report.forms, year).tables.requests) },
      });
    }
  },
});

/** Whether the table is that of a form before the one for the year. A newer one is no fault. */
function isOlder(table: FormTable, { forms }: Report, year: number): boolean {
  const expected = formOfYear(forms, year);
  if (table === expected.tables.requests) return false;
  return forms.some((form) => form.since < expected.since && form.tables.requests === table);
}

/** Under which merged label the newer table has more rows than the older one. */
function newRows(older: FormTable, newer: FormTable) {
  const count = (table: FormTable, group: string): number =>
    rowsOf(table).filter(({ label, under }) => label === group || under?.includes(group)).length;
  const groups = [...new Set(rowsOf(newer).flatMap(({ under }) => under ?? []))].reverse();
  const group = groups.find((each) => count(newer, each) > count(older, each)) ?? newer.title;
  return { group, rows: count(newer, group), found: count(older, group) };
}

const rowsOf = ({ blocks }: FormTable): FormRow[] => blocks.flatMap(({ rows }) => rows);

function proactiveFinding(report: Report, table: Table, mismatch: FormMismatch, year: number) {
  const firstLine = report.text.slice(table.span.start).search(/[\r\n]/);
  return {
    messageId: 'proactive' as const,
    span: span(table.span.start, firstLine < 0 ? table.span.end : table.span.start + firstLine),
    data: {
      year,
      expected: mismatch.expected.notice.number,
      found: mismatch.found.notice.number,
      labels: `${mismatch.labels.slice(0, 3).join('、')}${mismatch.labels.length > 3 ? '等' : ''}`,
    },
    fixes: convert(report, table, mismatch.expected),
  };
}

/** Cells that mean the same in both forms: the year's decisions. All others start blank, for their author to fill. */
const SAME_MEANING: readonly CellId[] = [
  'proactive/licence/decisions',
  'proactive/penalty/decisions',
  'proactive/coercion/decisions',
];

/** None where the draft's own layout, and the usual one of its format, cannot hold a table with blanks. */
function convert(report: Report, table: Table, form: Form): Fix[] {
  const { hasLines, tableLayout } = formatOf(report);
  if (!hasLines) return [];
  const kept = SAME_MEANING.filter((id) => table.cells.get(id)?.raw.trim());
  const grid = toGrid(form.tables.proactive, (id) =>
    kept.includes(id) ? (table.cells.get(id)?.raw.trim() ?? '') : '',
  );
  const layouts = [...new Set([table.layout, tableLayout])];
  const written = writeReadably(layouts, form.tables.proactive, form, grid);
  if (!written) return [];
  const { text } = report;
  const names = kept.map((id) => table.cells.get(id)?.row.label ?? '').join('、');
  return [
    {
      title: {
        zh: `换成${form.notice.number}的表格，${names ? `保留${names}的处理决定数量，` : ''}其余各格留空待填`,
        en: `Replace by the table of ${form.notice.number}, keeping ${kept.length} numbers and leaving the rest blank`,
      },
      edits: [{ span: tableLinesSpan(report, table), newText: written.lines.join(lineBreakOf(text)) }],
      kind: 'suggestion',
    },
  ];
}
