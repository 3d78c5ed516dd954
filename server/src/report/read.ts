import { type SectionNumber, STATUTORY_FORMS } from '../forms/index.ts';
import { type Span, span } from '../text/span.ts';
import { findIssuer, issuerKind } from './issuer.ts';
import { findBoilerplate, type LineRange } from './lines/boilerplate.ts';
import { findComments, ignoreComments, withoutComments } from './lines/comments.ts';
import { findHeadings, type HeadingAt } from './lines/headings.ts';
import type { Lines } from './lines/lines.ts';
import { classify } from './lines/regions.ts';
import { draftLines } from './lines/run-together.ts';
import { readProse } from './prose/prose.ts';
import type { ReadCache } from './read-cache.ts';
import type { Issuer, ReadOptions, Report, Section, Table, Unread } from './report.ts';
import { findSignature } from './signature.ts';
import { detectFormat, formatOf } from './source/index.ts';
import { toSource } from './source/to-source.ts';
import { toChunks } from './tables/chunks.ts';
import { readTables } from './tables/tables.ts';
import { findTitle } from './title.ts';
import { decideYear, yearEvidence } from './year.ts';

/**
 * Reads a draft: title, sections, prose and every statutory cell with its exact place, whatever its layout. The source
 * of a page is read as the text that it shows. One pass a layer. Never throws on any string.
 * @param cache of an open draft that is read again after each edit. It changes nothing but the time.
 */
export function readReport(text: string, options: ReadOptions = {}, cache?: ReadCache): Report {
  cache?.nextVersion();
  const format = detectFormat(text, options.format);
  const view = format.view(text);
  if (!view) return readText(text, { ...options, format: format.id }, cache);
  const shown = readText(view.text, { ...options, format: 'text' }, cache, view.frames);
  return toSource(shown, view, text, format.id);
}

function readText(
  text: string,
  options: ReadOptions & Pick<Report, 'format'>,
  cache: ReadCache | undefined,
  frames: readonly Span[] = [],
): Report {
  const { format } = options;
  const forms = options.forms ?? STATUTORY_FORMS;
  const comments = formatOf(options).hasComments ? findComments(text) : [];
  const lines = withoutComments(text, draftLines(text, forms), comments);
  const headings = findHeadings(text, lines, forms);
  const title = findTitle(text, lines, headings[0]?.line ?? lines.length);
  const boilerplate = findBoilerplate({ text, lines, headings, title: title?.span, frames });
  const regions = classify(text, lines, headings, title?.span, boilerplate, forms);
  const sectionOf = sectionLookup(headings, lines.length);
  const prose = readProse(text, lines, regions, sectionOf, cache?.paragraphs);
  const evidence = yearEvidence(title, prose);
  const year = options.year ?? decideYear(evidence);
  const chunks = toChunks(lines, regions, sectionOf);
  const wanted = { year, forms, form: options.form };
  const { form, formBy, tables, strayTables } = readTables(text, chunks, prose, wanted, cache?.chunks);
  const sections = toSections(text, lines, headings, boilerplate);
  const signature = findSignature(text, endOfForm(sections, [...Object.values(tables), ...strayTables]));
  return {
    text,
    format,
    title,
    issuer: overridden(findIssuer(text, title, prose, signature), options.issuer),
    signature,
    year,
    yearEvidence: evidence,
    forms,
    form,
    formBy,
    prose,
    boilerplate: boilerplate.map(({ first, last }) => span(lines.from(first), lines.to(last))),
    sections,
    tables,
    strayTables,
    unread: unreadOf(Object.values(tables)),
    ignoreComments: ignoreComments(text, comments),
  };
}

/** The place stays where the text names a body, so that findings about it have a place. */
const overridden = (found: Issuer | undefined, set: ReadOptions['issuer']): Issuer | undefined =>
  set ? { name: set.name, kind: set.kind ?? issuerKind(set.name), span: found?.span ?? span(0, 0) } : found;

/** After the last heading and the last table: a signature cannot stand before. */
const endOfForm = (sections: readonly Section[], tables: readonly Pick<Table, 'span'>[]): number =>
  [...sections.map(({ heading }) => heading.span.end), ...tables.map((table) => table.span.end)].reduce(
    (last, end) => Math.max(last, end),
    0,
  );

/** line → section number, in constant time a line. */
function sectionLookup(headings: readonly HeadingAt[], lines: number): (line: number) => SectionNumber | 0 {
  const sections = new Uint8Array(lines);
  for (const [index, { line, heading }] of headings.entries()) {
    sections.fill(heading.number, line, headings[index + 1]?.line ?? lines);
  }
  return (line) => (sections[line] ?? 0) as SectionNumber | 0;
}

function toSections(
  text: string,
  lines: Lines,
  headings: readonly HeadingAt[],
  boilerplate: readonly LineRange[],
): Section[] {
  return headings.map(({ line, heading }, index) => {
    const next = headings[index + 1];
    const limit = next?.line ?? boilerplate.find(({ first }) => first > line)?.first ?? lines.length;
    const end = limit < lines.length ? lines.start(limit) : text.length;
    return { number: heading.number, heading, span: span(lines.start(line), end) };
  });
}

/** What could not be placed, in text order. */
function unreadOf(tables: readonly Table[]): Unread[] {
  const unread = tables.flatMap((table): Unread[] => [
    ...table.rows.filter((row) => row.torn).map((row) => ({ span: row.span, reason: 'torn-row' as const })),
    ...table.extraRows.map((row) => ({ span: row.span, reason: 'values-without-row' as const })),
  ]);
  return unread.sort((a, b) => a.span.start - b.span.start);
}
