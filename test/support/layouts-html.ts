import type { Grid } from '../../server/src/forms/grid.ts';
import { layoutById } from '../../server/src/report/tables/layouts/index.ts';

/** Sources of web pages, from tidy to what a word processor and an old editor leave. */

const TAGS = { title: 'h1', heading: 'h2', paragraph: 'p' } as const;

export const htmlBlock = (line: string, kind: keyof typeof TAGS): string => `<${TAGS[kind]}>${line}</${TAGS[kind]}>`;

/** Indented, in nested inline elements. */
export const wordBlock = (line: string, kind: keyof typeof TAGS): string =>
  kind === 'paragraph'
    ? `<p class="a" style="text-indent:32pt">\n  &emsp;&emsp;<span lang="EN-US"><o:p></o:p></span>${line}\n</p>`
    : `<p align="center"><strong><span>${line}</span></strong></p>`;

const table = (grid: Grid): string[] => layoutById('html').write(grid);

/** Rows and cells that nobody closed, in upper case. */
export const looseHtml = (grid: Grid): string[] =>
  table(grid).map((line) => line.replace(/<\/t[dr]>/g, '').replace(/<t[dr]/g, (tag) => tag.toUpperCase()));

export const crowdedHtml = (grid: Grid): string[] => [`<div class=page>${table(grid).join('')}</div>`];

/** Paragraphs and spans in cells, labels broken by `<br />`, no-break spaces, attributes that look like text. */
export const wordHtml = (grid: Grid): string[] =>
  table(grid).map((line) =>
    line.replace(/<td([^>]*)>([^<]*)<\/td>/g, (_, attributes: string, text: string) => {
      const half = Math.ceil(text.length / 2);
      const broken = text.length > 6 ? `${text.slice(0, half)}<br />${text.slice(half)}` : text;
      return `\n<td title="总计>0"${attributes}>\n<p><span style="font-family:'宋体'">&nbsp;${broken}&#160;</span><!-- 1 --></p>\n</td>`;
    }),
  );
