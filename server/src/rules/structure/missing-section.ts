import { type FormSection, headingOf } from '../../forms/index.ts';
import { sectionIn } from '../../report/find.ts';
import type { Report } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import { type Edit, type Span, span } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { placeOfSection } from '../support/section-place.ts';
import { lineBreakOf, skeletonSection, textBounds } from '../support/skeleton.ts';

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
      sections: {
        zh: '缺少 {count} 个部分：{headings}。六个部分缺一不可，没有内容的也要写明。',
        en: '{count} sections are missing: {headings}. All six are required, even when there is nothing to report.',
      },
      heading: {
        zh: '第{ordinal}部分的内容在，但缺少标题“{heading}”。',
        en: 'The text of section {ordinal} is here, but its heading “{heading}” is missing.',
      },
    },
  },
  *check(report) {
    const missing: FormSection[] = [];
    for (const section of report.form.sections) {
      const heading = headingOf(section);
      const found = sectionIn(report, section.number);
      if (found) {
        yield passed(heading, found.heading.span);
        continue;
      }
      const place = placeOfSection(report, section);
      if (!place.content) missing.push(section);
      else {
        const table = section.table && report.tables[section.table];
        yield failed(heading, {
          messageId: 'heading',
          span: table?.rows[0]?.label?.span ?? firstLineOf(report, place.content),
          missing: heading,
          data: { heading, ordinal: section.ordinal },
          fixes: [insertion(report, section, place.at, true)],
        });
      }
    }
    if (missing.length >= MANY) yield allMissing(report, missing);
    else for (const section of missing) yield oneMissing(report, section);
  },
});

/** This many sections lost together have one cause: the draft has only just been begun, or its headings are no text. */
const MANY = 3;

function oneMissing(report: Report, section: FormSection) {
  const heading = headingOf(section);
  return failed(heading, {
    messageId: 'section',
    span: anchorSpan(report, section),
    missing: heading,
    data: { heading },
    fixes: [insertion(report, section, placeOfSection(report, section).at, false)],
  });
}

function allMissing(report: Report, missing: readonly FormSection[]) {
  const headings = missing.map(headingOf).join('、');
  const [first] = missing;
  return failed(headings, {
    messageId: 'sections',
    span: first ? anchorSpan(report, first) : firstLine(report),
    missing: headings,
    data: { count: missing.length, headings },
    fixes: [skeleton(report, missing)],
  });
}

/** The finding is shown on the heading before which the section belongs, else on the last one. */
function anchorSpan(report: Report, section: FormSection): Span {
  const next = report.sections.find(({ number }) => number > section.number) ?? report.sections.at(-1);
  return next?.heading.span ?? report.title?.span ?? firstLine(report);
}

const firstLine = (report: Report): Span => firstLineOf(report, textBounds(report));

function firstLineOf(report: Report, { start }: Span): Span {
  const end = report.text.slice(start).search(/[\r\n]/);
  return span(start, end < 0 ? report.text.length : start + end);
}

/** Lines as an insertion at a place: above what stands there, or below the end of the text. */
function inserted(report: Report, at: number, lines: readonly string[]): Edit {
  const eol = lineBreakOf(report.text);
  const added = lines.join(eol);
  const below = at >= textBounds(report).end && report.text.trim() !== '';
  const gap = formatOf(report).isAiry ? eol : '';
  return { span: span(at, at), newText: below ? `${eol}${gap}${added}` : `${added}${eol}${gap}` };
}

function insertion(report: Report, section: FormSection, at: number, headingOnly: boolean): Fix {
  const lines = skeletonSection(report, section.number);
  const heading = headingOf(section);
  const table = section.table !== undefined && !headingOnly;
  return {
    title: {
      zh: table
        ? `插入“${heading}”及数字为 0 的法定表格`
        : headingOnly
          ? `插入标题“${heading}”`
          : `插入“${heading}”，正文待填写`,
      en: table
        ? `Insert “${heading}” with its table of zeros`
        : headingOnly
          ? `Insert the heading “${heading}”`
          : `Insert “${heading}” with its text to be filled in`,
    },
    edits: [inserted(report, at, headingOnly ? lines.slice(0, 1) : lines)],
    kind: 'suggestion',
    preferred: true,
  };
}

/** All of them in order; those that belong in the same place go in together. */
function skeleton(report: Report, missing: readonly FormSection[]): Fix {
  const places = new Map<number, string[]>();
  for (const section of missing) {
    const at = placeOfSection(report, section).at;
    places.set(at, [...(places.get(at) ?? []), ...skeletonSection(report, section.number)]);
  }
  return {
    title: {
      zh: `插入缺少的 ${missing.length} 个部分（法定表格数字填 0，其余待填写）`,
      en: `Insert the ${missing.length} missing sections (tables of zeros, the rest to be filled in)`,
    },
    edits: [...places].map(([at, lines]) => inserted(report, at, lines)),
    kind: 'suggestion',
    preferred: true,
  };
}
