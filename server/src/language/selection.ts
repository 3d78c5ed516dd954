import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { masksIn } from '../report/prose/masks.ts';
import { spanIn } from '../report/prose/span-in.ts';
import type { Prose, Report } from '../report/report.ts';
import { tableLinesSpan } from '../rules/support/table-lines.ts';
import { CLAUSE_END, SENTENCE_END, sentencesOf } from '../text/sentences.ts';
import { linesOf, type Span, span } from '../text/span.ts';
import type { DraftView } from './draft-view.ts';
import { cellAt, proseAt, rowLabelAt, sectionAt, tableAt } from './places.ts';
import { toRange } from './ranges.ts';

/** Cell → row → table → section → draft; number or clause → sentence → paragraph → section → draft. */
export const selectionRanges = ({ document, report }: DraftView, positions: readonly Position[]): SelectionRange[] =>
  positions.map((position) => {
    const offset = document.offsetAt(position);
    let range: SelectionRange | undefined;
    for (const around of widening(spansAround(report, offset))) {
      range = { range: toRange(document, around), ...(range && { parent: range }) };
    }
    // From the widest to the narrowest, each with the one before as its parent.
    return range ?? { range: { start: position, end: position } };
  });

/** Widest first, every one inside the one before it. */
function widening(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const each of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const outer = kept.at(-1);
    const inside = !outer || (outer.start <= each.start && each.end <= outer.end);
    if (inside && (!outer || outer.end - outer.start > each.end - each.start)) kept.push(each);
  }
  return kept;
}

function spansAround(report: Report, offset: number): Span[] {
  const whole = span(0, report.text.length);
  const section = sectionAt(report, offset);
  const outer = section ? [whole, section.span] : [whole];
  const cell = cellAt(report, offset);
  const label = cell ? undefined : rowLabelAt(report, offset);
  const table = cell?.table ?? label?.table ?? tableAt(report, offset);
  const row = cell?.row ?? label?.row;
  if (table && (row || !proseAt(report, offset))) {
    const narrow = cell ? [cell.cell.span] : label?.row.label ? [label.row.label.span] : [];
    return [
      ...outer,
      tableLinesSpan(report, table),
      linesOf(report.text, row?.span ?? span(offset, offset)),
      ...(row ? [row.span] : []),
      ...narrow,
    ].filter((each) => each.start <= offset && offset <= each.end);
  }
  const prose = proseAt(report, offset);
  return prose ? [...outer, prose.span, ...proseSpans(prose, offset)] : outer;
}

const CLAUSE = new RegExp(`[^${SENTENCE_END}${CLAUSE_END}（）()]+`, 'g');
const WORD = /[0-9０-９]+(?:[.,，][0-9０-９]+)*|[A-Za-z][A-Za-z0-9-]*/g;

function proseSpans(prose: Prose, offset: number): Span[] {
  const around = ({ start, end }: Span): Span => spanIn(prose, start, end);
  const parts = [
    ...sentencesOf(prose.text),
    ...masksIn(prose.content).map((mask) => mask.span),
    ...[CLAUSE, WORD].flatMap((pattern) =>
      [...prose.text.matchAll(pattern)].map((match) => span(match.index, match.index + match[0].length)),
    ),
  ];
  return parts.map(around).filter(({ start, end }) => start <= offset && offset <= end);
}
