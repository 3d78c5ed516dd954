import type { FormSection } from '../../forms/index.ts';
import { sectionIn } from '../../report/find.ts';
import type { Prose, Report, Table } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import { type Span, sliceOf, span } from '../../text/span.ts';
import { lineStart, textBounds } from './skeleton.ts';
import { tableLinesSpan } from './table-lines.ts';

/** Where a section belongs whose heading is not there, and what of it is. */
export interface SectionPlace {
  readonly at: number;
  /** The section's first paragraph or its table, when only the heading was lost. */
  readonly content: Span | undefined;
}

/**
 * Above its own table or paragraphs where these are there; else before the next section, and the last section before
 * the signature.
 */
export function placeOfSection(report: Report, section: FormSection): SectionPlace {
  const content = contentOf(report, section);
  if (content) return { at: lineStart(report, content.start), content };
  return { at: beforeNext(report, section.number), content: undefined };
}

function contentOf(report: Report, { number, table }: FormSection): Span | undefined {
  const own = table && report.tables[table];
  if (own) return formatOf(report).hasLines ? linesOfOwn(report, own) : own.span;
  const torn = report.strayTables.find(({ id }) => id === table);
  if (torn) return torn.span;
  if (number === 1) return overview(report);
  if (number === 5) return problems(report);
  return number === 6 ? others(report) : undefined;
}

/** Only pipes, line by line. */
const PIPES_ABOVE = /^(?:[|\s]*\|[|\s]*[\r\n]+)+/;

/** A pipe on a line of its own between two tables closes the one or opens the other, as it does elsewhere in the draft. */
function linesOfOwn(report: Report, table: Table): Span {
  const { start, end } = tableLinesSpan(report, table);
  const pipes = PIPES_ABOVE.exec(report.text.slice(start, end))?.[0] ?? '';
  if (pipes === '' || !Object.values(report.tables).some((other) => other.span.end <= start)) return span(start, end);
  const opens = Object.values(report.tables).some(
    (other) =>
      sectionIn(report, other.form.section) && PIPES_ABOVE.test(sliceOf(report.text, tableLinesSpan(report, other))),
  );
  const opening = opens ? /(?:^|[\r\n])([^\r\n]+)[\r\n]+$/.exec(pipes)?.[1] : undefined;
  return span(opening === undefined ? start + pipes.length : start + pipes.lastIndexOf(opening), end);
}

const first = (paragraphs: readonly Prose[]): Span | undefined => paragraphs[0]?.span;

/** What the report is based on, for which period it counts and whom to ask: the preface, above 一、总体情况. */
const PREFACE =
  /编制|统计(?:期限|时限|时间)|起止|止[。，]|本报告|年度报告|现(?:将|公布|予以)|联系|电话|邮编|地址|邮箱|网址|下载|如下[：:]?$|根据.*(?:条例|要求)/;
/** The first aspect; a preface never begins so. */
const ASPECT = /^[（(]?一[)）、是]/;

/** The first paragraph after the preface, if it or one after it tells of an aspect. */
function overview(report: Report): Span | undefined {
  const before = (report.tables.proactive ?? report.tables.requests)?.span.start ?? Number.POSITIVE_INFINITY;
  const own = report.prose.filter(({ section, span: { start } }) => section === 0 && start < before);
  if (report.sections.some(({ number }) => number === 1)) return undefined;
  const from = own.findIndex(({ text }) => ASPECT.test(text) || !PREFACE.test(text));
  const rest = from < 0 ? [] : own.slice(from);
  return rest.some(({ text }) => /主动公开|依申请|平台|监督保障|信息管理/.test(text)) ? first(rest) : undefined;
}

/** The first paragraph below the last table. */
function problems(report: Report): Span | undefined {
  const end = Math.max(-1, ...Object.values(report.tables).map((table) => table.span.end));
  if (end < 0) return undefined;
  const { start: limit } = endOfText(report);
  const next = report.sections.find(({ number }) => number === 6)?.span.start ?? limit;
  const below = report.prose.filter(({ span: { start } }) => start >= end && start < Math.min(next, limit));
  return first(next === limit ? below.slice(0, othersFrom(below)) : below);
}

/** What only the last section speaks of. */
const OTHERS =
  /信息处理费|收费通知|(?:其他|另外|特别)?需要(?:报告|说明)的(?:事项|情况)|其他(?:报告)?事项|(?:人大代表|政协委员|委员)?(?:建议|提案)(?:办理|公开|\d|答复)|建议提案/;

/** The paragraphs at the end of the text that speak of it. */
function others(report: Report): Span | undefined {
  const { start: limit } = endOfText(report);
  const below = report.prose.filter(({ section, span: { start } }) => section >= 4 && start < limit);
  return first(below.slice(othersFrom(below)));
}

/** The index of the first of the last paragraphs that speak of other matters; their number when none does. */
function othersFrom(paragraphs: readonly Prose[]): number {
  let from = paragraphs.length;
  while (from > 0 && OTHERS.test(paragraphs[from - 1]?.text ?? '')) from--;
  return from;
}

/** The signature, or the end of the draft's own text. */
function endOfText(report: Report): Span {
  const { end } = textBounds(report);
  const { signature } = report;
  if (!signature) return span(end, end);
  const start = Math.min(signature.span.start, signature.name?.span.start ?? signature.span.start);
  return span(lineStart(report, start), end);
}

/** Before the next section that is there (its table at least), else at the end of the text. */
function beforeNext(report: Report, number: number): number {
  const sections = report.sections.filter((section) => section.number > number).map(({ span }) => span.start);
  const tables = Object.values(report.tables)
    .filter((table) => table.form.section > number)
    .map((table) => lineStart(report, tableLinesSpan(report, table).start));
  return Math.min(endOfText(report).start, ...sections, ...tables);
}
