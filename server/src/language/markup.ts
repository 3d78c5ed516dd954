import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';

/** Text as the draft or the form has it; it is escaped where it is shown. */
export type Inline = string | { readonly strong: string };

/** A paragraph, or a list of them. */
export type Block = readonly Inline[] | { readonly list: readonly (readonly Inline[])[] };

const isList = (block: Block): block is Exclude<Block, readonly Inline[]> => 'list' in block;

/** Every mark of ASCII may mean something in Markdown; a line break inside a label never means anything. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/[\s\u2028\u2029]+/g, ' ');

function inlines(parts: readonly Inline[], kind: MarkupKind): string {
  const show = kind === MarkupKind.Markdown ? escapeMarkdown : (text: string) => text.replace(/\s+/g, ' ');
  return parts
    .map((part) => {
      if (typeof part === 'string') return show(part);
      return kind === MarkupKind.Markdown ? `**${show(part.strong)}**` : show(part.strong);
    })
    .join('');
}

/** @param kind what the client can show. */
export function render(blocks: readonly Block[], kind: MarkupKind): MarkupContent {
  const value = blocks
    .map((block) =>
      isList(block) ? block.list.map((item) => `- ${inlines(item, kind)}`).join('\n') : inlines(block, kind),
    )
    .join('\n\n');
  return { kind, value };
}
