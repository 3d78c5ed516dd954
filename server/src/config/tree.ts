import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Span } from '../text/span.ts';

/** In characters: some thousand ignored findings with their reasons. */
export const LARGEST_CONFIG = 1_000_000;

/** Settings have five levels. The parser recurses for each and has no limit of its own. */
export const DEEPEST_CONFIG = 32;

/** The syntax tree of a configuration file, or why there is none. */
export type ConfigTree =
  | { readonly kind: 'tree'; readonly root: Node | undefined; readonly errors: readonly ParseError[] }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-deep'; readonly span: Span };

/** Reads JSON with comments and trailing commas. Never throws. */
export function configTree(source: string): ConfigTree {
  if (source.length > LARGEST_CONFIG) return { kind: 'too-large' };
  const text = withoutMark(source);
  const span = tooDeep(text);
  if (span) return { kind: 'too-deep', span };
  const errors: ParseError[] = [];
  return { kind: 'tree', root: parseTree(text, errors, { allowTrailingComma: true }), errors };
}

/** The offset at which the text nests deeper than any settings need. */
function tooDeep(text: string): Span | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const first = text[start];
    if (first === '{' || first === '[') depth++;
    else if (first === '}' || first === ']') depth--;
    if (depth > DEEPEST_CONFIG) return { start, end: start + 1 };
  }
  return undefined;
}

/** A byte order mark, as Windows Notepad writes it, is not valid JSON; a blank in its place keeps every offset. */
export const withoutMark = (source: string): string => source.replace(/^\uFEFF/, ' ');
