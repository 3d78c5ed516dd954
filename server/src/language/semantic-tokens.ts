import type { TextDocument } from 'vscode-languageserver-textdocument';
import { claimsOf } from '../facts/claims/claims.ts';
import type { FormBlock } from '../forms/index.ts';
import { headLabels } from '../forms/plan.ts';
import { isMasked, masksIn } from '../report/prose/masks.ts';
import { spanIn } from '../report/prose/span-in.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import { tableLinesSpan } from '../rules/support/table-lines.ts';
import { type Span, span, touches } from '../text/span.ts';
import type { DraftView } from './draft-view.ts';
import { equationsWith, totalOf } from './equations.ts';
import { aspectsOf } from './outline.ts';
import { tablesOf } from './places.ts';

/** Colours by meaning, for reports in any language id. The names are contributed to the editor in package.json. */
export const TOKEN_TYPES = [
  'reportTitle',
  'reportHeading',
  'reportAspect',
  'reportLabel',
  'reportTotal',
  'reportNumber',
  'boundNumber',
  'unboundNumber',
  'reportYear',
] as const;
/** On totals that are not the sum of their parts. */
export const TOKEN_MODIFIERS = ['wrong'] as const;

type TokenType = (typeof TOKEN_TYPES)[number];

interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly wrong?: boolean;
}

/** In the protocol's encoding: five numbers a token, places relative to the token before. */
export function semanticTokens({ document, report }: DraftView, within?: Span): number[] {
  const wanted = tokensOf(report).filter(
    (token) => token.span.end > token.span.start && (!within || touches(token.span, within)),
  );
  wanted.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const data: number[] = [];
  let [line, character, end] = [0, 0, 0];
  for (const token of wanted) {
    if (token.span.start < end) continue;
    end = token.span.end;
    for (const piece of byLine(document, token.span)) {
      const place = document.positionAt(piece.start);
      const newLine = place.line !== line;
      data.push(
        place.line - line,
        newLine ? place.character : place.character - character,
        piece.end - piece.start,
        TOKEN_TYPES.indexOf(token.type),
        token.wrong ? 1 : 0,
      );
      [line, character] = [place.line, place.character];
    }
  }
  return data;
}

/** A token may not reach over a line's end. */
function byLine(document: TextDocument, whole: Span): Span[] {
  const pieces: Span[] = [];
  for (const match of document
    .getText()
    .slice(whole.start, whole.end)
    .matchAll(/[^\r\n]+/g)) {
    pieces.push(span(whole.start + match.index, whole.start + match.index + match[0].length));
  }
  return pieces;
}

const tokensOf = (report: Report): Token[] => [
  ...(report.title?.year ? [{ span: report.title.year.span, type: 'reportYear' } as const] : []),
  ...titleTokens(report),
  ...report.sections.flatMap((section): Token[] => [
    { span: section.heading.span, type: 'reportHeading' },
    ...aspectsOf(report, section).map(({ nameSpan }): Token => ({ span: nameSpan, type: 'reportAspect' })),
  ]),
  ...tableTokens(report),
  ...proseTokens(report),
];

/** The title around its year. */
function titleTokens({ title }: Report): Token[] {
  if (!title) return [];
  const { year } = title;
  const parts = year ? [span(title.span.start, year.span.start), span(year.span.end, title.span.end)] : [title.span];
  return parts.map((part) => ({ span: part, type: 'reportTitle' }));
}

function tableTokens(report: Report): Token[] {
  return tablesOf(report).flatMap((table) => [
    ...headTokens(report, table),
    ...table.rows.flatMap((row): Token[] => [
      ...[...row.groups, ...(row.label ? [row.label] : [])].map(
        (label): Token => ({ span: label.span, type: 'reportLabel' }),
      ),
      ...row.cells.map((cell) => cellToken(report, cell)),
    ]),
  ]);
}

/** Heads and merged labels: what the form prints between two rows' numbers, wherever it stands there in one piece. */
function headTokens(report: Report, table: Table): Token[] {
  const { text } = report;
  const labels = [...new Set(table.form.blocks.flatMap((block) => [...headLabels(block), ...mergedLabels(block)]))];
  labels.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(labels.map(literal).join('|'), 'g');
  const own = [...table.heads, ...table.rows.flatMap((row) => row.groups)].map((label) => label.span);
  const tokens = own.map((place): Token => ({ span: place, type: 'reportLabel' }));
  const bounds = [tableLinesSpan(report, table).start, ...table.rows.map((row) => row.span.end)];
  for (const [index, row] of table.rows.entries()) {
    const from = bounds[index] ?? row.span.start;
    for (const match of text.slice(from, Math.max(from, row.span.start)).matchAll(pattern)) {
      tokens.push({ span: span(from + match.index, from + match.index + match[0].length), type: 'reportLabel' });
    }
  }
  return tokens;
}

const mergedLabels = (block: FormBlock): string[] => block.rows.flatMap((row) => row.under ?? []);

const literal = (label: string): string => label.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function cellToken(report: Report, cell: Cell): Token {
  const sums = equationsWith(report, cell.id).filter((each) => totalOf(report, each) === cell);
  if (sums.length === 0) return { span: cell.span, type: 'reportNumber' };
  return { span: cell.span, type: 'reportTotal', wrong: sums.some(({ status }) => status === 'broken') };
}

const COUNTED =
  /(?<![0-9０-９.])[0-9０-９][0-9０-９,，.]{0,14}(?=\s?(?:件|条|宗|份|次|个|例|起|部|项|期|篇|元|万元|人次))/g;
const YEAR = /20\d\d(?=\s?年)/g;

function proseTokens(report: Report): Token[] {
  const bound = claimsOf(report)
    .filter(({ claimed }) => claimed.kind === 'amount')
    .map((claim): Token => ({ span: claim.span, type: 'boundNumber' }));
  const starts = new Set(bound.map((token) => token.span.start));
  const found = report.prose.flatMap((prose) =>
    (
      [
        ['unboundNumber', COUNTED],
        ['reportYear', YEAR],
      ] as const
    ).flatMap(([type, pattern]) =>
      [...prose.text.matchAll(pattern)]
        .filter((match) => !isMasked(masksIn(prose.content), match.index, match.index + match[0].length))
        .map((match): Token => ({ span: spanIn(prose, match.index, match.index + match[0].length), type }))
        .filter((token) => !starts.has(token.span.start)),
    ),
  );
  return [...bound, ...found];
}
