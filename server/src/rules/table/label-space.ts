import { type TableView, tablesOf } from '../../facts/rows.ts';
import type { FormTable } from '../../forms/index.ts';
import { FORM_NOTICES } from '../../forms/index.ts';
import { headLabels } from '../../forms/plan.ts';
import { sectionIn } from '../../report/find.ts';
import type { Report } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import { layoutById } from '../../report/tables/layouts/index.ts';
import { foldLabel, trimSpan } from '../../text/fold.ts';
import { type Edit, type Span, sliceOf, span } from '../../text/span.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { perTable } from '../support/rows.ts';

const INNER_BLANKS = /(?<=[^\s|])[ \u00a0\u3000]+(?=[^\s|])/g;

/** A blank between two characters of one cell. */
const BLANK_IN_CELL = /[^ \t\r\n|\u00a0\u3000][ \u00a0\u3000]+[^ \t\r\n|\u00a0\u3000]/g;

const subjectOf = perTable((form) => `${form.title}的空格和空行`);

/** Blanks inside labels and empty lines between rows: traces of a copy. They change nothing, so one hint a table. */
export default defineRule({
  meta: {
    id: 'table/label-space',
    title: { zh: '表格中有多余的空格或空行', en: 'Stray blanks or empty lines in a table' },
    severity: 'hint',
    basis: `${FORM_NOTICES}所附格式：各表的行名和列名`,
    fix: 'safe',
    messages: {
      blanks: {
        zh: '{table}有 {count} 处项目名称带多余的空格，如“{found}”。',
        en: '{count} labels of {table} hold stray blanks: “{found}”.',
      },
      lines: { zh: '{table}中间有 {count} 个空行。', en: '{table} has {count} empty lines between its rows.' },
      both: {
        zh: '{table}有 {count} 处项目名称带多余的空格（如“{found}”），中间有 {lines} 个空行。',
        en: '{table}: {count} labels with stray blanks (“{found}”) and {lines} empty lines.',
      },
    },
  },
  *check(report) {
    for (const view of tablesOf(report)) {
      const { table } = view;
      const subject = subjectOf(view);
      const layout = layoutById(table.layout);
      // Else blanks part the cells, or mean nothing.
      if (!layout.showsBlanks || layout.markup || !formatOf(report).hasLines) continue;
      const labels = spacedLabels(report, view);
      const lines = layout.rowALine ? emptyLines(report, table.span) : [];
      const [label] = labels;
      const first = label?.span ?? lines[0];
      if (!first) {
        yield passed(subject);
        continue;
      }
      yield failed(subject, {
        messageId: !label ? 'lines' : lines.length > 0 ? 'both' : 'blanks',
        span: first,
        data: {
          table: table.form.title,
          count: labels.length || lines.length,
          lines: lines.length,
          found: label ? sliceOf(report.text, label.span) : '',
        },
        fixes: [
          {
            title: { zh: '去掉多余的空格和空行', en: 'Remove the stray blanks and empty lines' },
            edits: [...labels.flatMap(({ edits }) => edits), ...lines.map((line) => ({ span: line, newText: '' }))],
            kind: 'safe',
            preferred: true,
          },
        ],
      });
    }
  },
});

interface SpacedLabel {
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/** The head of a table may stand apart from its rows, so the search begins at the section's heading. */
function withHead(report: Report, { table }: TableView): Span {
  const heading = sectionIn(report, table.form.section)?.heading.span.end ?? table.span.start;
  return span(Math.min(heading, table.span.start), table.span.end);
}

/** Cells that are a label of the form but for blanks between their characters. */
function spacedLabels(report: Report, view: TableView): SpacedLabel[] {
  const known = labelsOf(view);
  const place = withHead(report, view);
  const shown = sliceOf(report.text, place);
  const found: SpacedLabel[] = [];
  BLANK_IN_CELL.lastIndex = 0;
  for (let blank = BLANK_IN_CELL.exec(shown); blank; blank = BLANK_IN_CELL.exec(shown)) {
    const cell = cellAround(shown, blank.index);
    const label = spacedLabel(shown, trimSpan(shown, cell.start, cell.end), place.start, known);
    if (label) found.push(label);
    BLANK_IN_CELL.lastIndex = cell.end;
  }
  return found;
}

/** What ends a cell, whatever the layout. */
const CELL_END = /[|\t\r\n]/g;

function cellAround(text: string, at: number): Span {
  let start = at;
  while (start > 0 && !'|\t\r\n'.includes(text.charAt(start - 1))) start--;
  CELL_END.lastIndex = at;
  return span(start, CELL_END.exec(text)?.index ?? text.length);
}

function spacedLabel(shown: string, cell: Span, start: number, known: ReadonlySet<string>): SpacedLabel | undefined {
  const raw = sliceOf(shown, cell);
  // Folding takes blanks out: most cells are told apart by that alone.
  if (!known.has(foldLabel(raw))) return undefined;
  const from = start + cell.start;
  const edits = [...raw.matchAll(INNER_BLANKS)].map(
    ({ index, 0: gap }): Edit => ({ span: span(from + index, from + index + gap.length), newText: '' }),
  );
  return edits.length > 0 ? { span: span(from, start + cell.end), edits } : undefined;
}

const labelsOf = perTable(foldedLabels);

function foldedLabels(form: FormTable): ReadonlySet<string> {
  const labels = form.blocks.flatMap((block) => [
    ...headLabels(block),
    ...block.rows.flatMap((row) => [row.label, ...(row.under ?? []), ...(row.aliases ?? []), ...(row.outdated ?? [])]),
  ]);
  return new Set(labels.filter((label) => label !== '').map(foldLabel));
}

/** A line end, and all lines after it that hold nothing. */
const EMPTY_LINES = /(?:\n|\r(?!\n))((?:[ \u3000]*(?:\r\n|\r|\n))+)/g;
const EMPTY_LINE = /(?:\n|\r(?!\n))[ \u3000]*[\r\n]/;
const LINE = /[ \u3000]*(?:\r\n|\r|\n)/g;

/** Lines without a character between the table's first and last row, each with its line break. */
function emptyLines(report: Report, table: Span): Span[] {
  const found: Span[] = [];
  const rows = sliceOf(report.text, table);
  if (!EMPTY_LINE.test(rows)) return found;
  for (const { index, 0: all, 1: lines = '' } of rows.matchAll(EMPTY_LINES)) {
    const from = table.start + index + all.length - lines.length;
    for (const line of lines.matchAll(LINE)) {
      found.push(span(from + line.index, from + line.index + line[0].length));
    }
  }
  return found;
}
