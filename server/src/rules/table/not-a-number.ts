import { placeName } from '../../facts/names.ts';
import { type RowView, tablesOf } from '../../facts/rows.ts';
import { FORM_NOTICES } from '../../forms/index.ts';
import type { Cell, Table } from '../../report/report.ts';
import { formatDecimal } from '../../text/decimal.ts';
import { fold } from '../../text/fold.ts';
import { MEASURE } from '../../text/measures.ts';
import { readNumeral } from '../../text/numerals.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix, failed, type Outcome, passed } from '../rule.ts';
import { setCell } from '../support/cell-fix.ts';
import { perRow } from '../support/rows.ts';

type Message = 'text' | 'unit' | 'units' | 'width' | 'widths';

const UNIT = new RegExp(`^(?:[万亿]?元|${MEASURE})$`);
const MEASURE_BEHIND = new RegExp(`${MEASURE}$`);
/** More places than these nobody reads one by one. */
const MOST_RELATED = 20;

const namesOf = perRow((form, row) => {
  const block = form.blocks.find(({ rows }) => rows.includes(row));
  return (block?.columns ?? []).map((column) => placeName(form.id, row, column));
});

/** A cell holds a number in plain digits. A unit belongs in the head; 其中… notes are left alone. */
export default defineRule({
  meta: {
    id: 'table/not-a-number',
    title: { zh: '表格中不是规范的数字', en: 'A cell does not hold a plain number' },
    severity: 'warning',
    basis: `${FORM_NOTICES}所附格式：表内只填数字`,
    fix: 'suggestion',
    messages: {
      text: {
        zh: '{place}的“{found}”不是{kind}，无法参加核对。',
        en: '{place}: “{found}” is not {kindEn} and cannot be checked.',
      },
      unit: {
        zh: '{place}的“{found}”带有单位，表内只填数字。',
        en: '{place}: “{found}” carries a unit; write the number only.',
      },
      units: {
        zh: '{place}的“{found}”等 {count} 格带有单位，表内只填数字。',
        en: '{place}: “{found}” and others, {count} cells of the row, carry a unit; write the numbers only.',
      },
      width: { zh: '{place}的“{found}”用了全角数字。', en: '{place}: “{found}” is in full-width digits.' },
      widths: {
        zh: '{place}的“{found}”用了全角数字，{table}其余 {more} 处相同。',
        en: '{place}: “{found}” is in full-width digits, and so are {more} more cells of {table}.',
      },
    },
  },
  check(report) {
    const outcomes: Outcome<Message>[] = [];
    for (const table of tablesOf(report)) {
      // Full-width digits are a habit of whoever filled in the table: one finding, one fix.
      const wide: WideCell[] = [];
      for (const view of table.rows) {
        const names = namesOf(table, view);
        const units = judgeUnits(view, names);
        if (units) outcomes.push(units);
        let at = 0;
        for (const cell of view.row.cells) {
          const place = names[at++] ?? '';
          if (units && hasUnit(cell)) continue;
          if (view.odd.length > 0 && isWide(cell)) {
            wide.push({ cell, place });
            continue;
          }
          const outcome = view.odd.length === 0 ? passed(place, cell.span) : judge(cell, place);
          if (outcome) outcomes.push(outcome);
        }
      }
      const widths = judgeWidths(wide, table.table);
      if (widths) outcomes.push(widths);
    }
    return outcomes;
  },
});

const hasUnit = ({ value, suffix, column }: Cell): boolean =>
  typeof value === 'object' && column.kind === 'count' && suffix !== undefined && UNIT.test(suffix);

/** Whoever writes 件 behind one number of a row writes it behind all: one finding, one fix. */
function judgeUnits({ row, odd }: RowView, names: readonly string[]): Outcome<Message> | undefined {
  const own = odd.length < 2 ? [] : row.cells.filter(hasUnit);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last || own.length < 2) return undefined;
  const place = names[row.cells.indexOf(first)] ?? '';
  const edits = own.flatMap((cell) =>
    typeof cell.value === 'object' ? setCell(cell, formatDecimal(cell.value)).edits : [],
  );
  const written = own.flatMap(({ value }) => (typeof value === 'object' ? formatDecimal(value) : [])).join('、');
  return failed(place, {
    messageId: 'units',
    span: span(first.span.start, last.span.end),
    data: { place, found: first.raw.trim(), count: own.length },
    fixes: [
      {
        title: {
          zh: `去掉本行 ${own.length} 格的单位（${written}）`,
          en: `Remove the unit from ${own.length} cells (${written})`,
        },
        edits,
        kind: 'suggestion',
        preferred: true,
      },
    ],
  });
}

function judge(cell: Cell, place: string): Outcome<Message> | undefined {
  const found = cell.raw.trim();
  const data = { place, found };
  if (cell.value === 'not-a-number') {
    return failed(place, {
      messageId: 'text',
      span: cell.span,
      data: {
        ...data,
        kind: cell.column.kind === 'amount' ? '数字' : '整数',
        kindEn: cell.column.kind === 'amount' ? 'a number' : 'a whole number',
      },
      fixes: numeralFix(cell),
    });
  }
  if (typeof cell.value !== 'object') return undefined;
  if (cell.suffix && UNIT.test(cell.suffix)) {
    return failed(place, {
      messageId: 'unit',
      span: cell.span,
      data,
      // Where the head prints no unit, as above 采购总金额 of the 2019 form, the cell may say it.
      ...(cell.column.kind === 'amount' && !cell.column.label.includes('单位') && { severity: 'hint' as const }),
      fixes: cell.suffix === '元' && cell.column.unit === '万元' ? [] : [setCell(cell, formatDecimal(cell.value))],
    });
  }
  return passed(place, cell.span);
}

interface WideCell {
  readonly cell: Cell;
  readonly place: string;
}

/** A number, but for the width of its digits. */
const isWide = ({ raw, value, suffix }: Cell): boolean =>
  typeof value === 'object' && !(suffix && UNIT.test(suffix)) && /[０-９]/.test(raw);

function judgeWidths(wide: readonly WideCell[], { form }: Table): Outcome<Message> | undefined {
  const [first, ...others] = wide;
  if (!first) return undefined;
  const { cell, place } = first;
  const fix = setCell(cell, fold(cell.raw));
  const edits = wide.map(({ cell: { span, raw } }) => ({ span, newText: fold(raw) }));
  const count = wide.length;
  return failed(place, {
    messageId: others.length === 0 ? 'width' : 'widths',
    span: cell.span,
    data: { place, found: cell.raw.trim(), table: form.title, more: others.length },
    related: others.slice(0, MOST_RELATED).map((other) => ({
      span: other.cell.span,
      message: { zh: `${other.place}也是全角`, en: `${other.place} is full-width too` },
    })),
    fixes: [
      {
        title:
          others.length === 0
            ? fix.title
            : { zh: `将${form.title}的 ${count} 格改为半角数字`, en: `Make the digits of ${count} cells half-width` },
        edits,
        kind: wide.every(({ cell: { raw } }) => isOneRun(raw)) ? 'safe' : 'suggestion',
        preferred: true,
      },
    ],
  });
}

/** ０ 0 may be two numbers: a fix that makes one of them is nothing that is done unasked. */
const isOneRun = (text: string): boolean => text.normalize('NFKC').match(/\d+/g)?.length === 1;

/** 零, 二, 三件, 12 86: the number is plain, and still only offered. */
function numeralFix(cell: Cell): Fix[] {
  const joined = fold(cell.raw);
  // A tab parts cells: 7⇥0 are two numbers.
  if (/^\d+(?:\.\d+)?$/.test(joined) && /^\S+(?:[ \u00a0\u3000]\S+)+$/.test(cell.raw.trim()))
    return [setCell(cell, joined)];
  const numeral = cell.raw.trim().replace(MEASURE_BEHIND, '');
  const value = numeral.length === 1 ? readNumeral(numeral) : undefined;
  return value === undefined ? [] : [setCell(cell, `${value}`)];
}
