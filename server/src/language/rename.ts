import type { Position, Range } from 'vscode-languageserver-types';
import type { Report } from '../report/report.ts';
import type { Edit } from '../text/span.ts';
import type { DraftView } from './draft-view.ts';
import { nameAt, nameSpans } from './issuer-name.ts';
import { toRange } from './ranges.ts';

/** Last year's text, or a neighbour's, with another body's name: the name is changed throughout. */

export function prepareRename({ document, report }: DraftView, position: Position): Range | null {
  const name = nameAt(report, document.offsetAt(position));
  return name ? toRange(document, name.span) : null;
}

/** Longer than any body's name; a pasted paragraph is a slip. */
const LONGEST_NAME = 60;

/** Undefined when nothing there can be renamed, or into nothing that is a name. */
export function rename({ document, report }: DraftView, position: Position, newName: string): Edit[] | undefined {
  const name = nameAt(report, document.offsetAt(position));
  const text = newName.trim();
  if (!name || text === '' || text.length > LONGEST_NAME || /[\r\n\t|<>]/.test(text)) return undefined;
  return renameEdits(report, name.text, text);
}

/** Where a line breaks in the middle of the name the break stays, after the new name. */
const renameEdits = (report: Report, name: string, newName: string): Edit[] =>
  nameSpans(report, name).flatMap(({ pieces }) =>
    pieces.map((span, index) => ({ span, newText: index === 0 ? newName : '' })),
  );
