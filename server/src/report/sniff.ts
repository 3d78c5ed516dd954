import { STATUTORY_FORMS } from '../forms/index.ts';
import { foldLabel } from '../text/fold.ts';
import { findHeadings } from './lines/headings.ts';
import { draftLines } from './lines/run-together.ts';
import { hasReportWords, SNIFFED, SNIFFED_SOURCE } from './may-be-report.ts';
import { isOwnPage } from './own-page.ts';
import { detectFormat } from './source/index.ts';
import { findTitle } from './title.ts';

const ENOUGH_LABELS = 8;

const LABELS = STATUTORY_FORMS.flatMap(({ tables }) => tables.requests.blocks).flatMap(({ rows }) =>
  rows.map(({ label }) => foldLabel(label)),
);
const DISTINCT_LABELS = [...new Set(LABELS)];

/**
 * Whether a text is a report: it has a title line, two different section headings on lines of their own, or eight row
 * labels of the requests table. Any other text gets nothing from this tool.
 */
export function isReport(text: string): boolean {
  if (isOwnPage(text)) return false;
  const source = text.slice(0, SNIFFED_SOURCE);
  const head = (detectFormat(source, undefined).view(source)?.text ?? text).slice(0, SNIFFED);
  if (!hasReportWords(head)) return false;
  const lines = draftLines(head, STATUTORY_FORMS);
  const headings = findHeadings(head, lines, STATUTORY_FORMS);
  if (new Set(headings.map(({ heading }) => heading.number)).size >= 2) return true;
  if (findTitle(head, lines, headings[0]?.line ?? lines.length)) return true;
  const folded = foldLabel(head);
  return DISTINCT_LABELS.filter((label) => folded.includes(label)).length >= ENOUGH_LABELS;
}
