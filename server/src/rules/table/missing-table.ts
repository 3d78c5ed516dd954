import { FORM_NOTICES, type FormSection, headingOf } from '../../forms/index.ts';
import { sectionIn } from '../../report/find.ts';
import type { Report, Table } from '../../report/report.ts';
import { span } from '../../text/span.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';
import { besideTable, lineBreakOf, skeletonTable } from '../support/skeleton.ts';

/** Sections two to four hold their statutory table. A section that is missing itself is structure/missing-section's. */
export default defineRule({
  meta: {
    id: 'table/missing-table',
    title: { zh: '部分中没有法定表格', en: 'A section lacks its statutory table' },
    severity: 'error',
    basis: `${FORM_NOTICES}所附格式：第二、三、四部分以表格形式报告`,
    fix: 'suggestion',
    messages: {
      missing: {
        zh: '“{heading}”下没有读到法定表格。若表格是图片、附件，或在复制时丢失，其中的数字无法核对。',
        en: 'No statutory table was read under “{heading}”. If it is a picture or an attachment, or was lost in copying, its numbers cannot be checked.',
      },
      elsewhere: {
        zh: '“{heading}”的表格放在了“{other}”下面，请移到各自的标题下。表内数字已照常核对。',
        en: 'The table of “{heading}” stands under “{other}”; move it below its own heading. Its numbers were checked.',
      },
    },
  },
  *check(report) {
    const told = new Set<number>();
    for (const section of report.form.sections) {
      if (!section.table) continue;
      const heading = headingOf(section);
      const table = report.tables[section.table];
      if (table) {
        const other = otherSectionOf(report, section, table);
        // Two tables exchanged are one slip.
        if (!other || told.has(section.number)) yield passed(heading, table.span);
        else {
          told.add(other.number);
          yield failed(heading, {
            messageId: 'elsewhere',
            span: firstLine(report, table),
            severity: 'warning',
            data: { heading, other: headingOf(other) },
          });
        }
        continue;
      }
      if (report.strayTables.some(({ id }) => id === section.table)) {
        yield notChecked(heading, 'table-unreadable');
        continue;
      }
      const found = sectionIn(report, section.number);
      if (!found) yield notChecked(heading, 'section-missing');
      else {
        const eol = lineBreakOf(report.text);
        const lines = besideTable(report, skeletonTable(report, report.form.tables[section.table]));
        const at =
          found.heading.span.end +
          (/^[*#\s：:]*?(?=[\r\n]|$)/.exec(report.text.slice(found.heading.span.end))?.[0].length ?? 0);
        yield failed(heading, {
          messageId: 'missing',
          span: found.heading.span,
          data: { heading },
          fixes: [
            {
              title: { zh: '插入数字为 0 的法定表格', en: 'Insert the statutory table with zeros' },
              edits: [{ span: span(at, at), newText: `${eol}${lines.join(eol)}` }],
              kind: 'suggestion',
            },
          ],
        });
      }
    }
  },
});

/** The section with a table of its own under whose heading a table stands, where the table's own section is there too. */
function otherSectionOf(report: Report, own: FormSection, { span: place }: Table): FormSection | undefined {
  if (!sectionIn(report, own.number)) return undefined;
  const above = report.sections.findLast(({ heading }) => heading.span.end <= place.start);
  const other = report.form.sections.find(({ number }) => number === above?.number);
  return other?.table && other !== own ? other : undefined;
}

function firstLine({ text }: Report, { span: { start, end } }: Table) {
  const line = text.slice(start, end).search(/[\r\n]/);
  return span(start, line < 0 ? end : start + line);
}
