import { type InlayHint, InlayHintKind, type MarkupKind } from 'vscode-languageserver-types';
import { arithmeticOf, type Evaluated } from '../facts/arithmetic.ts';
import { type Span, touches } from '../text/span.ts';
import type { Display } from './display.ts';
import type { DraftView } from './draft-view.ts';
import { equationText, totalOf } from './equations.ts';
import { render } from './markup.ts';
import { tablesOf } from './places.ts';

/** Computed totals behind the totals of the draft, and the columns' names before its numbers. */
export function inlayHints(view: DraftView, within: Span, display: Display, markup: MarkupKind): InlayHint[] {
  return [
    ...(display.totals === 'off' ? [] : totalHints(view, within, display, markup)),
    ...columnHints(view, within, display),
  ];
}

function totalHints(
  { document, report, locale }: DraftView,
  within: Span,
  { totals }: Display,
  markup: MarkupKind,
): InlayHint[] {
  const shown = (each: Evaluated): boolean => each.status === 'broken' || (totals === 'all' && each.status === 'holds');
  return arithmeticOf(report)
    .evaluated.filter(shown)
    .flatMap((each) => {
      const cell = totalOf(report, each);
      if (!cell || !touches(cell.span, within)) return [];
      return [
        {
          position: document.positionAt(cell.span.end),
          // Rows add up to the right, columns downwards: a last total has a sum of each kind.
          label: `${each.equation.kind === 'row-total' ? '→' : '↓'}Σ ${each.left}`,
          tooltip: render([equationText(report, each, locale)], markup),
          paddingLeft: true,
        },
      ];
    });
}

function columnHints({ document, report }: DraftView, within: Span, { columnNames }: Display): InlayHint[] {
  if (columnNames !== 'all') return [];
  return tablesOf(report)
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .filter(({ span }) => touches(span, within))
    .map(({ span, column }) => ({
      position: document.positionAt(span.start),
      label: `${column.label.replace(/（.*$/, '')}:`,
      kind: InlayHintKind.Parameter,
      paddingRight: true,
      ...(column.under && { tooltip: [...column.under, column.label].join(' › ') }),
    }));
}
