import { isLong, shareOf } from '../../relations/alike.ts';
import { quoteOf, type Said, saidIn, shinglesOf } from '../../relations/said.ts';
import type { ReportSummary, SentenceMark } from '../../relations/summary.ts';
import { sectionIn } from '../../report/find.ts';
import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Severity } from '../rule.ts';

/** A section of which most stands in another report, too. */
export interface Copied {
  readonly section: 1 | 5;
  /** Where the section's heading stands. */
  readonly span: Span;
  readonly heading: string;
  readonly percent: number;
  /** The longest sentence that both have. */
  readonly quote: string;
  /** Where it stands in the other report. */
  readonly there: SentenceMark | undefined;
}

/** From here on a section is told to be alike. */
const ALIKE = 0.75;
/** Of a short section the same few phrases are soon the most part. */
const SHORT = { 1: 100, 5: 40 } as const;

/** How much of a section is another report's, years, numbers, law titles and the form's own phrases left aside. */
export function copiedFrom(report: Report, other: ReportSummary, section: 1 | 5): Copied | undefined {
  const own = shinglesOf(report, section);
  const heading = sectionIn(report, section)?.heading;
  if (!heading || !isLong(own, section)) return undefined;
  const share = shareOf(own, other.shingles[section]);
  if (share < ALIKE) return undefined;
  const { said, mark } = longestShared(report, other, section);
  return {
    section,
    span: heading.span,
    heading: `${heading.ordinal?.text ?? ''}${heading.title}`,
    percent: Math.floor(share * 100),
    quote: said ? shortened(quoteOf(said)) : '',
    there: mark,
  };
}

/** Almost all of it is a warning; of a short section it has to be all. */
export function severityOf(report: Report, { section, percent }: Copied): Severity | undefined {
  const isShort = shinglesOf(report, section).length < SHORT[section];
  if (percent >= (isShort ? 97 : 90)) return 'warning';
  return isShort ? undefined : 'hint';
}

function longestShared(
  report: Report,
  { sentences }: ReportSummary,
  section: 1 | 5,
): { readonly said?: Said; readonly mark?: SentenceMark } {
  const marks = new Map(sentences.filter((mark) => mark.section === section).map((mark) => [mark.hash, mark]));
  const shared = saidIn(report).filter(({ paragraph, hash }) => paragraph.section === section && marks.has(hash));
  const [said] = shared.sort((a, b) => b.size - a.size);
  const mark = said && marks.get(said.hash);
  return said && mark ? { said, mark } : {};
}

/** So much of a sentence is quoted. */
const LONGEST = 40;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
