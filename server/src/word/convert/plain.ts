import { layoutById } from '../../report/tables/layouts/index.ts';
import type { Block } from './blocks.ts';

/** As text: a paragraph a line with a blank line behind it, tables in rows separated by tabs. */
export const asText = (blocks: readonly Block[]): string =>
  joined(
    blocks.map((block) => {
      if (block.kind === 'title') return block.lines.join('\n');
      return block.kind === 'table' ? layoutById('tab-rows').write(block.grid).join('\n') : block.text;
    }),
  );

/** As Markdown, a signature's lines each a line of its own. */
export const asMarkdown = (blocks: readonly Block[]): string =>
  joined(
    blocks.map((block) => {
      if (block.kind === 'title') return `# ${block.lines.join('')}`;
      if (block.kind === 'heading') return `## ${block.text}`;
      return block.kind === 'table' ? layoutById('markdown').write(block.grid).join('\n') : block.text;
    }),
  );

const joined = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
