import { type FormSection, headingOf } from '../../forms/index.ts';
import type { Report } from '../../report/report.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { lineBreakOf, lineStart, skeletonSection, textBounds } from '../skeleton.ts';

/** All six sections are there. A table whose heading was lost needs only the heading. */
export default defineRule({
  meta: {
    id: 'structure/missing-section',
    title: { zh: '缺少法定的部分', en: 'A statutory section is missing' },
    severity: 'error',
    basis: '条例第五十条；国办公开办函〔2021〕30号：内容“不能遗漏”',
    fix: 'suggestion',
    messages: {
      section: {
        zh: '缺少“{heading}”这一部分。六个部分缺一不可，没有内容的也要写明。',
        en: 'The section “{heading}” is missing. All six are required, even when there is nothing to report.',
      },
      heading: {
        zh: '第{ordinal}部分的表格在，但缺少标题“{heading}”。',
        en: 'The table of section {ordinal} is here, but its heading “{heading}” is missing.',
      },
    },
  },
  *check(report) {
    for (const section of report.form.sections) {
      const heading = headingOf(section);
      if (report.section(section.number)) {
        yield passed(heading, report.section(section.number)?.heading.span);
        continue;
      }
      const table = section.table && report.tables[section.table];
      const at = table ? lineStart(report, table.span.start) : placeOf(report, section);
      yield failed(heading, {
        messageId: table ? 'heading' : 'section',
        span: table ? (table.rows[0]?.label?.span ?? table.span) : anchorSpan(report, section),
        data: { heading, ordinal: section.ordinal },
        fixes: [insertion(report, section, at, table !== undefined)],
      });
    }
  },
});

/** Before the next section that is there, else at the end of the text. */
function placeOf(report: Report, section: FormSection): number {
  const next = report.sections.find(({ number }) => number > section.number);
  return next ? next.span.start : textBounds(report).end;
}

/** The finding is shown on the heading before which the section belongs, else on the last one. */
function anchorSpan(report: Report, section: FormSection): { start: number; end: number } {
  const next = report.sections.find(({ number }) => number > section.number) ?? report.sections.at(-1);
  return next?.heading.span ?? report.title?.span ?? firstLine(report);
}

function firstLine(report: Report): { start: number; end: number } {
  const { start } = textBounds(report);
  const end = report.text.slice(start).search(/[\r\n]/);
  return span(start, end < 0 ? report.text.length : start + end);
}

function insertion(report: Report, section: FormSection, at: number, headingOnly: boolean): Fix {
  const eol = lineBreakOf(report.text);
  const lines = skeletonSection(report, section.number);
  const added = (headingOnly ? lines.slice(0, 1) : lines).join(eol);
  const atEnd = at >= textBounds(report).end;
  const heading = headingOf(section);
  const table = section.table !== undefined && !headingOnly;
  return {
    title: {
      zh: table ? `插入“${heading}”及数字为 0 的法定表格` : `插入标题“${heading}”`,
      en: table ? `Insert “${heading}” with its table of zeros` : `Insert the heading “${heading}”`,
    },
    edits: [{ span: span(at, at), newText: atEnd && report.text.trim() !== '' ? `${eol}${added}` : `${added}${eol}` }],
    kind: 'suggestion',
    preferred: true,
  };
}
