import type { FormBlock } from '../forms/index.ts';
import { spanIn } from '../report/prose/span-in.ts';
import type { Prose, Report, Section, Table, TableRow } from '../report/report.ts';
import { fold } from '../text/fold.ts';
import { BRACKETED } from '../text/ordinals.ts';
import { CLAUSE_END, SENTENCE_END } from '../text/sentences.ts';
import { type Span, span } from '../text/span.ts';

/** How a draft is divided below its sections: aspects in prose, rows under merged labels in tables. */

export interface Aspect {
  /** （一）主动公开 */
  readonly name: string;
  readonly nameSpan: Span;
  /** To the next aspect or the section's end. */
  readonly span: Span;
}

const ITEM = new RegExp(`^${BRACKETED}[^${SENTENCE_END}${CLAUSE_END}]{0,24}`);

export function aspectsOf(report: Report, section: Section): Aspect[] {
  const items = report.prose.filter((prose) => within(prose, section) && ITEM.test(prose.text));
  const last = report.prose.findLast((prose) => within(prose, section));
  return items.map((prose, index) => {
    const name = ITEM.exec(prose.text)?.[0].trimEnd() ?? '';
    const before = items[index + 1]?.span.start ?? Number.POSITIVE_INFINITY;
    const end = report.prose.findLast((each) => within(each, section) && each.span.start < before)?.span.end;
    return {
      name,
      nameSpan: spanIn(prose, 0, name.length),
      span: span(prose.span.start, Math.max(prose.span.end, end ?? last?.span.end ?? 0)),
    };
  });
}

const within = (prose: Prose, section: Section): boolean =>
  prose.section === section.number && section.span.start <= prose.span.start && prose.span.end <= section.span.end;

/** Rows under one merged label: 第二十条第（一）项, 三、本年度办理结果, （三）不予公开. */
export interface RowGroup {
  readonly name: string;
  readonly span: Span;
  readonly rows: readonly TableRow[];
  readonly groups: readonly RowGroup[];
}

/** The top of the tree: rows that stand under no label are its own. */
export function rowGroups({ text }: Pick<Report, 'text'>, table: Table): RowGroup {
  const blocks = new Map(table.form.blocks.flatMap((block) => block.rows.map((row) => [row, block] as const)));
  const pathOfRow = (row: TableRow): readonly string[] => pathOf(blocks.get(row.row), row);
  return group({ text, pathOfRow }, '', table.rows, Math.max(0, table.span.start - CAPTION), 0);
}

/** A table's first label stands no further before its first row. */
const CAPTION = 400;

interface Grouping {
  readonly text: string;
  readonly pathOfRow: (row: TableRow) => readonly string[];
}

const pathOf = (block: FormBlock | undefined, { row }: TableRow): readonly string[] => [
  ...(block?.caption ? [block.caption] : []),
  ...(row.under ?? []),
];

/** @param after where what came before the group ends: its own label can stand no earlier */
function group(grouping: Grouping, name: string, rows: readonly TableRow[], after: number, depth: number): RowGroup {
  const own: TableRow[] = [];
  const below: { name: string; rows: TableRow[] }[] = [];
  for (const row of rows) {
    const key = grouping.pathOfRow(row)[depth];
    if (key === undefined) own.push(row);
    else if (below.at(-1)?.name === key) below.at(-1)?.rows.push(row);
    else below.push({ name: key, rows: [row] });
  }
  const around = aroundRows(rows);
  const label = labelBefore(grouping.text, name, after, around.start);
  const inner = label?.end ?? after;
  const endBefore = (first: TableRow | undefined): number =>
    Math.max(inner, ...rows.flatMap(({ span: { end } }) => (first && end <= first.span.start ? [end] : [])));
  return {
    name,
    span: span(label?.start ?? around.start, around.end),
    rows: own,
    groups: below.map((each) => group(grouping, each.name, each.rows, endBefore(each.rows[0]), depth + 1)),
  };
}

/** The group's own merged label, the last before its first row. It may be broken over lines or cells. */
function labelBefore(text: string, name: string, after: number, before: number): Span | undefined {
  if (name === '' || before <= after) return undefined;
  const wanted = [...fold(name)].filter((char) => /\S/.test(char));
  const stretch = text.slice(after, before);
  let found: Span | undefined;
  for (let at = stretch.length - 1; at >= 0 && !found; at--) {
    let length = 0;
    for (const char of wanted) {
      while (/[\s|]/.test(stretch.charAt(at + length))) length++;
      if (fold(stretch.charAt(at + length)) !== char) {
        length = -1;
        break;
      }
      length++;
    }
    if (length > 0 && /\S/.test(stretch.charAt(at))) found = span(after + at, after + at + length);
  }
  return found;
}

/** Merged labels before the rows belong to them. */
const aroundRows = (rows: readonly TableRow[]): Span =>
  span(
    Math.min(...rows.flatMap((row) => [row.span.start, ...row.groups.map((label) => label.span.start)])),
    Math.max(0, ...rows.map((row) => row.span.end)),
  );
