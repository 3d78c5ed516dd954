import { type Grid, isPrinted, toGrid } from '../../forms/grid.ts';
import type { CellId, FormTable } from '../../forms/index.ts';
import { pageFrame } from '../../language/page-frame.ts';
import { PAGE_STYLE } from '../../language/report-page-style.ts';
import { escapeHtml } from '../../language/report-view-words.ts';
import type { Locale } from '../../rules/rule.ts';

const STYLE = `
small { display: block; color: #333; } td.differs { background: #fbe6c2; font-weight: 700; outline: 2px solid #8a4b00; outline-offset: -2px; }
figure { display: inline-block; margin: .4em .6em .4em 0; break-inside: avoid; } figcaption { text-align: center; font-size: .9em; }
svg text { font-size: 10px; fill: #000; text-anchor: middle; } svg rect { fill: #1f5f99; } svg line { stroke: #555; }
caption { text-align: left; font-weight: 700; padding: .3em 0; }
`;

/** A page of its own, with its title as its first heading. */
export const pageOf = (title: string, parts: readonly string[], locale: Locale): string => {
  const body = `<main>\n<h1>${escapeHtml(title)}</h1>\n${parts.join('\n')}\n</main>`;
  return pageFrame(title, `${PAGE_STYLE}${STYLE}`, body, locale);
};

/** A statutory table. @param td the cell's content as HTML, and whether it stands out. */
export function tableHtml(
  table: FormTable,
  td: (id: CellId) => { readonly html: string; readonly differs: boolean },
): string {
  const grid = toGrid(table, () => '');
  const rows = grid.map(
    (row, index) => `<tr>${row.map((_, column) => cellHtml(grid, index, column, td)).join('')}</tr>`,
  );
  return `<section><table><caption>${escapeHtml(table.title)}</caption>${rows.join('\n')}</table></section>`;
}

function cellHtml(grid: Grid, row: number, column: number, td: Parameters<typeof tableHtml>[1]): string {
  const slot = grid[row]?.[column];
  if (!slot || !isPrinted(slot)) return '';
  let width = 1;
  while (grid[row]?.[column + width] === 'covered-left') width++;
  let height = 1;
  while (grid[row + height]?.[column] === 'covered-above') height++;
  const size = `${width > 1 ? ` colspan="${width}"` : ''}${height > 1 ? ` rowspan="${height}"` : ''}`;
  if (slot.cell === undefined)
    return slot.text === '' ? `<td${size}></td>` : `<th${size}>${escapeHtml(slot.text)}</th>`;
  const { html, differs } = td(slot.cell);
  return `<td${size}${differs ? ' class="differs"' : ''}>${html}</td>`;
}
