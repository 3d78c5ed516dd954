import { formMismatch } from '../../facts/form-year.ts';
import { rowName } from '../../facts/names.ts';
import { tablesOf } from '../../facts/rows.ts';
import { FORM_NOTICES } from '../../forms/index.ts';
import type { Label, Report, Table, TableRow } from '../../report/report.ts';
import { foldLabel } from '../../text/fold.ts';
import { sliceOf } from '../../text/span.ts';
import { defineRule, type Finding, type Fix, failed, type Outcome, passed, type Severity } from '../rule.ts';
import { wordingsOfCut } from '../support/cut-heads.ts';
import { differing } from '../support/difference.ts';
import { digitsOf } from '../support/digits.ts';
import { perRow } from '../support/rows.ts';

type Message =
  | 'row'
  | 'order'
  | 'outdated'
  | 'head'
  | 'unit'
  | 'item'
  | 'exchanged'
  | 'head-missing'
  | 'cut'
  | 'heads-cut';

const subjectOf = perRow((form, row) => `${form.title}${rowName(row)}行名`);

/** Labels are the form's, word for word; width, blanks, quotation marks and line breaks inside them do not matter. */
export default defineRule({
  meta: {
    id: 'table/label',
    title: { zh: '表格项目名称与格式不一致', en: 'A label differs from the statutory form' },
    severity: 'warning',
    basis: `${FORM_NOTICES}所附格式：各表的行名和列名`,
    fix: 'safe',
    messages: {
      row: { zh: '行名“{found}”应为“{expected}”。', en: 'The label “{found}” should read “{expected}”.' },
      outdated: {
        zh: '行名“{found}”是旧格式的写法，现行格式为“{expected}”。',
        en: '“{found}” is the wording of the older form; the current one is “{expected}”.',
      },
      head: {
        zh: '表头“{found}”与格式“{expected}”不一致。',
        en: 'The head “{found}” differs from the form’s “{expected}”.',
      },
      order: {
        zh: '{row}行排在{previous}行之前，与格式的顺序不符。',
        en: 'The row {row} stands before {previous}; in the form it comes after it.',
      },
      unit: {
        zh: '表头“{found}”的单位与格式“{expected}”不同：请核对表内数字的单位，再改表头或换算数字。',
        en: 'The head “{found}” has another unit than the form’s “{expected}”: see in which unit the numbers are first.',
      },
      item: {
        zh: '“{found}”应为“{expected}”：条、项的序号与格式不符。',
        en: '“{found}” should read “{expected}”: it names another item of the article.',
      },
      exchanged: {
        zh: '{table}的表头“{expected}”处写的是“{found}”，两列的表头对调了。请核对各列数字属于哪一列，再改表头。',
        en: 'Two heads of {table} are exchanged: “{found}” stands where the form has “{expected}”. See which column each number belongs to first.',
      },
      'head-missing': {
        zh: '{table}的表头缺“{expected}”一列，其后的表头与数字对不齐。',
        en: 'The head “{expected}” of {table} is missing, so the heads behind it stand over other numbers.',
      },
      cut: { zh: '行名“{found}”不完整，应为“{expected}”。', en: 'The label “{found}” is cut short: “{expected}”.' },
      'heads-cut': {
        zh: '{table}的表头有 {count} 格不完整（如“{found}”，应为“{expected}”等），可能是复制时丢失。',
        en: '{count} head cells of {table} are cut short (“{found}” for “{expected}”), probably by the copy.',
      },
    },
  },
  check(report) {
    const outcomes: Outcome<Message>[] = [];
    for (const view of tablesOf(report)) {
      const { table } = view;
      // In a table of the other year's form these follow from structure/form-mismatch.
      if (table.id === 'proactive' && formMismatch(report)) continue;
      let previous: TableRow | undefined;
      for (const each of view.rows) {
        const { row } = each;
        const subject = subjectOf(view, each);
        const order = previous && orderFinding(previous, row);
        if (order) outcomes.push(failed(subject, order));
        previous = row;
        const finding = row.label && rowFinding(row.label, report);
        if (finding) outcomes.push(failed(subject, finding));
        else if (row.row.label) outcomes.push(passed(subject, row.label?.span));
        for (const group of row.groups) {
          const found = rowFinding(group, report);
          if (found) outcomes.push(failed(`${table.form.title}“${group.expected}”`, found));
        }
      }
      if (table.heads.length > 0) judgeHeads(table, report, outcomes);
    }
    return outcomes;
  },
});

/** Rows are told in the form's order, so one that stands before the last is out of it. */
function orderFinding(previous: TableRow, row: TableRow): Finding<Message> | undefined {
  if (row.span.start >= previous.span.start) return undefined;
  return {
    messageId: 'order',
    span: row.label?.span ?? row.span,
    data: { row: rowName(row.row), previous: rowName(previous.row) },
  };
}

function judgeHeads(table: Table, report: Report, outcomes: Outcome<Message>[]): void {
  const cut = wordingsOfCut(report, table);
  const [[first, wording] = []] = cut;
  if (first) {
    // Ten head cells that lost their second line are one accident of one copy.
    outcomes.push(
      failed(`${table.form.title}表头`, {
        messageId: 'heads-cut',
        span: first.span,
        data: { table: table.form.title, count: cut.size, found: first.raw, expected: wording ?? first.expected },
        severity: 'information',
        fixes: completeHeads(cut, report),
      }),
    );
  }
  judgeHeadOrder(table, outcomes);
  for (const head of table.heads) {
    if (head.match !== 'differs') continue;
    // Another unit is another meaning of every number below it: whoever wrote 元 may have filled in 元.
    const isOtherUnit = unitIn(head.raw) !== undefined && unitIn(head.raw) !== unitIn(head.expected);
    // 第二十条第（二）项 for 第（五）项 sends the reader to other information than the rows hold.
    const isOtherItem = isOtherCaption(table, head);
    outcomes.push(
      failed(`${table.form.title}“${head.expected}”`, {
        messageId: isOtherUnit ? 'unit' : isOtherItem ? 'item' : 'head',
        span: head.span,
        data: differing(head.raw.replace(/\s+/g, ''), head.expected),
        severity: isOtherUnit || isOtherItem ? 'warning' : 'information',
        fixes: isOtherUnit ? replaceLabel(head, report).map(asSuggestion) : replaceLabel(head, report),
      }),
    );
  }
}

/** All of them together, where each can be written in its own place. */
function completeHeads(cut: ReadonlyMap<Label, string | undefined>, report: Report): Fix[] {
  const edits = [...cut].flatMap(([head, expected]) =>
    expected === undefined ? [] : replaceLabel({ ...head, expected }, report).flatMap((fix) => fix.edits),
  );
  if (edits.length < cut.size) return [];
  return [
    {
      title: {
        zh: `将 ${cut.size} 格表头补全为格式的写法`,
        en: `Complete ${cut.size} head cells as the form has them`,
      },
      edits,
      kind: 'suggestion',
      preferred: true,
    },
  ];
}

/** Another block's caption may have come here with its block: that is the copy's doing. */
const isOtherCaption = ({ form }: Table, { raw, expected }: Label): boolean =>
  form.blocks.some(({ caption }) => caption === expected) &&
  !isSameNumber(raw, expected) &&
  !form.blocks.some(({ caption }) => caption !== undefined && foldLabel(caption) === foldLabel(raw));

/** One finding for two heads in each other's place, and one for a head that is not there. */
function judgeHeadOrder({ form, heads }: Table, outcomes: Outcome<Message>[]): void {
  const misplaced = heads.filter(({ match }) => match === 'exchanged');
  for (let at = 0; at < misplaced.length; at += 2) {
    const [one, other] = [misplaced[at], misplaced[at + 1]];
    if (!one || !other) continue;
    outcomes.push(
      failed(`${form.title}表头的次序`, {
        messageId: 'exchanged',
        span: one.span,
        data: { table: form.title, found: one.raw.replace(/\s+/g, ''), expected: one.expected },
        related: [{ span: other.span, message: { zh: '与它对调的表头', en: 'the other one' } }],
      }),
    );
  }
  for (const { match, span, expected } of heads) {
    if (match !== 'missing') continue;
    outcomes.push(
      failed(`${form.title}“${expected}”`, { messageId: 'head-missing', span, data: { table: form.title, expected } }),
    );
  }
}

/** （单位：万元） → 万元 */
const unitIn = (label: string): string | undefined =>
  /单位\s?[：:]?\s?([\u4e00-\u9fff]{1,4})/.exec(label.replace(/\s+/g, ''))?.[1];

const asSuggestion = ({ title, edits }: Fix): Fix => ({ title, edits, kind: 'suggestion' });

function rowFinding(label: Label, report: Report): Finding<Message> | undefined {
  if (label.match === 'same' || label.match === 'alias' || label.match === 'split') return undefined;
  const found = label.raw.replace(/\s+/g, '');
  return {
    messageId: label.match === 'outdated' ? 'outdated' : label.match === 'truncated' ? 'cut' : 'row',
    span: label.span,
    data: label.match === 'differs' ? differing(found, label.expected) : { found, expected: label.expected },
    ...(label.match === 'truncated' && { severity: 'information' as Severity }),
    fixes: replaceLabel(label, report),
  };
}

const numeralsIn = (label: string): string =>
  label.normalize('NFKC').replace(/[^\d一二三四五六七八九十零〇两壹贰叁肆伍陆柒捌玖拾]+/g, '');

const isSameNumber = (found: string, newText: string): boolean =>
  digitsOf(found) === digitsOf(newText) && numeralsIn(found) === numeralsIn(newText);

const HALF_WIDTH: Readonly<Record<string, string>> = { '（': '(', '）': ')', '，': ',', '：': ':' };

/**
 * None for a label over several lines: joining them would move cells. Half-width drafts keep their half-width marks.
 * The draft's own text counts: the source of a web page may write a blank with digits, &#10;
 */
function replaceLabel(label: Label, report: Report): Fix[] {
  if (/[\r\n|\t]/.test(label.raw)) return [];
  const halfWidth = /[(),:]/.test(label.raw);
  const newText = halfWidth
    ? label.expected.replace(/[（），：]/g, (mark) => HALF_WIDTH[mark] ?? mark)
    : label.expected;
  // What the label does not have may be what was meant for a cell: no fix takes a number away.
  if (numeralsIn(label.raw).length > numeralsIn(newText).length) return [];
  return [
    {
      title: { zh: `改为“${newText}”`, en: `Change to “${newText}”` },
      edits: [{ span: label.span, newText }],
      kind: isSameNumber(sliceOf(report.text, label.span), newText) ? 'safe' : 'suggestion',
      preferred: true,
    },
  ];
}
