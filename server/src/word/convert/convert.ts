import type { ReadOptions } from '../../report/report.ts';
import type { Block } from './blocks.ts';
import { contentOf } from './content.ts';
import { asMarkdown, asText } from './plain.ts';
import { asWebPage } from './web-page.ts';

export const TARGETS = ['docx', 'html', 'md', 'txt'] as const;
export type Target = (typeof TARGETS)[number];

const AS_TEXT: Readonly<Record<Exclude<Target, 'docx'>, (blocks: readonly Block[]) => string>> = {
  html: asWebPage,
  md: asMarkdown,
  txt: asText,
};

export const convertedText = (blocks: readonly Block[], target: Exclude<Target, 'docx'>): string =>
  AS_TEXT[target](blocks);

/**
 * A draft, in whatever it is written, as a document with the official page, a web page, Markdown or text. Every
 * paragraph and every cell is kept as it is: what is wrong with them is said by a check and not fixed here.
 * @param draft its text; of a Word document the text that it shows (`readWord`).
 * @param asDocument of the bundle for Word, which is loaded when it is used.
 */
export function convertDraft(
  draft: string,
  target: Target,
  options: ReadOptions,
  asDocument: (blocks: readonly Block[]) => Uint8Array,
): Uint8Array {
  const blocks = contentOf(draft, options);
  return target === 'docx' ? asDocument(blocks) : new TextEncoder().encode(convertedText(blocks, target));
}
