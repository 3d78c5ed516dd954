import type { FormTable } from '../../forms/index.ts';
import type { LayoutId } from '../../report/cells/index.ts';
import type { Report, Table } from '../../report/report.ts';
import { headLabels } from '../../report/table.ts';
import { foldLabel, trimSpan } from '../../text/fold.ts';
import { type Edit, type Span, span } from '../../text/span.ts';
import { defineRule, failed, passed } from '../rule.ts';

/** In text copied from a PDF blanks part the cells, and in HTML they mean nothing. */
const BLANKS_PART_CELLS: ReadonlySet<LayoutId> = new Set(['space-rows', 'pdf-columns', 'html']);
/** Layouts in which a row is a line, so that an empty line inside the table is no row's end. */
const ROW_A_LINE: ReadonlySet<LayoutId> = new Set(['pipe-rows', 'tab-rows', 'markdown']);
const INNER_BLANKS = /(?<=[^\s|])[ \u00a0\u3000]+(?=[^\s|])/g;

/** Blanks inside labels and empty lines between rows: traces of a copy. They change nothing, so one hint a table. */
export default defineRule({
  meta: {
    id: 'table/label-space',
    title: { zh: '表格中有多余的空格或空行', en: 'Stray blanks or empty lines in a table' },
    severity: 'hint',
    basis: '国办公开办函〔2021〕30号、〔2019〕60号所附格式：各表的行名和列名',
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
    for (const table of Object.values(report.tables)) {
      const subject = `${table.form.title}的空格和空行`;
      if (BLANKS_PART_CELLS.has(table.layout) || report.format === 'html') continue;
      const labels = spacedLabels(report, table);
      const lines = ROW_A_LINE.has(table.layout) ? emptyLines(report.text, table.span) : [];
      const [first] = [...labels.map((label) => label.span), ...lines];
      if (!first) {
        yield passed(subject);
        continue;
      }
      const [label] = labels;
      yield failed(subject, {
        messageId: !label ? 'lines' : lines.length > 0 ? 'both' : 'blanks',
        span: first,
        data: {
          table: table.form.title,
          count: labels.length || lines.length,
          lines: lines.length,
          found: label ? report.text.slice(label.span.start, label.span.end) : '',
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

/** Cells that are a label of the form but for blanks between their characters. */
function spacedLabels(report: Report, table: Table): SpacedLabel[] {
  const { text } = report;
  const known = labelsOf(table.form);
  // The head of a table may stand apart from its rows, so the search begins at the section's heading.
  const heading = report.section(table.form.section)?.heading.span.end ?? table.span.start;
  const start = Math.min(heading, table.span.start);
  const found: SpacedLabel[] = [];
  for (const cell of text.slice(start, table.span.end).matchAll(/[^|\t\r\n]+/g)) {
    const at = start + cell.index;
    const place = trimSpan(text, at, at + cell[0].length);
    const raw = text.slice(place.start, place.end);
    if (!/\s/.test(raw) || !known.has(foldLabel(raw))) continue;
    const edits = [...raw.matchAll(INNER_BLANKS)].map(({ index, 0: gap }) => ({
      span: span(place.start + index, place.start + index + gap.length),
      newText: '',
    }));
    if (edits.length > 0) found.push({ span: place, edits });
  }
  return found;
}

const labelSets = new WeakMap<FormTable, ReadonlySet<string>>();

function labelsOf(form: FormTable): ReadonlySet<string> {
  const set = labelSets.get(form) ?? foldedLabels(form);
  labelSets.set(form, set);
  return set;
}

function foldedLabels(form: FormTable): Set<string> {
  const labels = form.blocks.flatMap((block) => [
    ...headLabels(block),
    ...block.rows.flatMap((row) => [row.label, ...(row.under ?? []), ...(row.aliases ?? []), ...(row.outdated ?? [])]),
  ]);
  return new Set(labels.filter((label) => label !== '').map(foldLabel));
}

/** Lines without a character between the table's first and last row, each with its line break. */
function emptyLines(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/(?<=\n|\r(?!\n))[ \u3000]*(?:\r\n|\r|\n)/g)].map(({ index, 0: line }) =>
    span(start + index, start + index + line.length),
  );
}
