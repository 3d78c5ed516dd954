import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import { type Evaluated, partsOf } from '../facts/arithmetic.ts';
import type { Cell, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { bindingAt, mentionsOf } from './bindings.ts';
import type { DraftView } from './draft-view.ts';
import { equationsWith } from './equations.ts';
import { nameAt, nameSpans } from './issuer-name.ts';
import { cellAt } from './places.ts';
import { toRange } from './ranges.ts';

/** The whole equation that a cell stands in: its total is written, its addends are read. */
export function highlight({ document, report }: DraftView, position: Position): DocumentHighlight[] {
  const offset = document.offsetAt(position);
  const mark = (kind: DocumentHighlightKind, spans: readonly Span[]): DocumentHighlight[] =>
    spans.map((span) => ({ range: toRange(document, span), kind }));
  const cell = cellAt(report, offset)?.cell;
  if (cell) {
    const equation = equationFor(report, cell);
    if (!equation) return mark(DocumentHighlightKind.Text, [cell.span, ...mentionsOf(report, [cell])]);
    const spansOf = (ids: Evaluated['equation']['left']): Span[] => partsOf(report, ids).map(({ span }) => span);
    return [
      ...mark(DocumentHighlightKind.Read, spansOf(equation.equation.left)),
      ...mark(DocumentHighlightKind.Write, spansOf(equation.equation.right)),
    ];
  }
  const binding = bindingAt(report, offset);
  if (binding) {
    return [
      ...mark(DocumentHighlightKind.Text, [binding.span]),
      ...mark(
        DocumentHighlightKind.Read,
        binding.cells.map(({ span }) => span),
      ),
    ];
  }
  const name = nameAt(report, offset);
  return name
    ? mark(
        DocumentHighlightKind.Text,
        nameSpans(report, name.text).map(({ span }) => span),
      )
    : [];
}

/** One that fails says most; then the sum that the cell is the total of, by columns before rows; then its row. */
function equationFor(report: Report, cell: Cell): Evaluated | undefined {
  const rank = ({ equation, status }: Evaluated): number => {
    const isTotal = equation.right.includes(cell.id);
    const kind = { 'result-total': 0, 'review-total': 0, 'row-total': 1, balance: 2 }[equation.kind];
    return (status === 'broken' ? 0 : 10) + (isTotal && equation.kind !== 'balance' ? kind : 4 + ((kind + 2) % 3));
  };
  return [...equationsWith(report, cell.id)].sort((a, b) => rank(a) - rank(b))[0];
}
