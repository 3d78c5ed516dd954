import type { DocumentLink } from 'vscode-languageserver-types';
import type { DraftView } from './draft-view.ts';
import { type MaskPlace, masksOf } from './places.ts';
import { toRange } from './ranges.ts';

/** Web addresses and e-mail addresses. Nothing is opened but on the user's click, and nothing is looked up. */
export const documentLinks = ({ document, report }: DraftView): DocumentLink[] =>
  masksOf(report).flatMap((mask) => {
    const target = targetOf(mask);
    if (!target) return [];
    const span = { start: mask.span.start, end: mask.span.end - target.trimmed };
    return [{ range: toRange(document, span), target: target.uri }];
  });

/** Marks that close the sentence or a bracket around an address. */
const TAIL = /[)\].,;:!?'"]+$/;

function targetOf({ kind, text, span }: MaskPlace): { uri: string; trimmed: number } | undefined {
  // Broken over lines: which blanks belong to it cannot be told.
  if ((kind !== 'url' && kind !== 'email') || span.end - span.start !== text.length) return undefined;
  const address = text.replace(TAIL, '');
  const uri = kind === 'email' ? `mailto:${address}` : /^https?:\/\//.test(address) ? address : `http://${address}`;
  return URL.canParse(uri) ? { uri, trimmed: text.length - address.length } : undefined;
}
