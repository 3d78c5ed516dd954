import { escapeAttribute, escapeText } from '../names.ts';
import { type Block, type Placed, placedCells, type TableBlock } from './blocks.ts';

/** So much and no more: a site has a style of its own, and the page must be readable without one. */
const STYLE = `body{margin:0;color:#1a1a1a;background:#fff;font:1.125rem/1.9 FangSong,STFangsong,"Noto Serif CJK SC",serif}
main{max-width:52rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.75rem;line-height:1.5;text-align:center}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
p{margin:0;text-indent:2em;text-align:justify}
p.signature{text-align:right;text-indent:0}
.table{overflow-x:auto;margin:1rem 0}
.table:focus-visible{outline:2px solid #1a5fb4;outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:1rem;line-height:1.5}
th,td{border:1px solid #555;padding:.25rem .4rem;font-weight:normal}
thead th{background:#f2f2f2}
tbody th{text-align:left}
td.number{text-align:center;font-variant-numeric:tabular-nums}
@media print{main{max-width:none;padding:0}thead{display:table-header-group}tr{break-inside:avoid}}`;

/**
 * A page for the body's website: headings as headings, real head cells with their scope, tables that can be reached and
 * scrolled with the keyboard, nothing that is loaded from elsewhere. (WCAG 2.2: 1.3.1, 1.4.10, 2.1.1, 3.1.1.)
 */
export function asWebPage(blocks: readonly Block[]): string {
  const title = blocks.find((block) => block.kind === 'title')?.lines.join('') ?? '政府信息公开工作年度报告';
  let heading = title;
  const body = blocks.map((block) => {
    if (block.kind === 'heading') heading = block.text;
    return written(block, heading);
  });
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}

function written(block: Block, heading: string): string {
  if (block.kind === 'title') return `<h1>${block.lines.map(escapeText).join('<br>')}</h1>`;
  if (block.kind === 'heading') return `<h2>${escapeText(block.text)}</h2>`;
  if (block.kind === 'table') return tableOf(block, heading);
  return `<p${block.kind === 'signature' ? ' class="signature"' : ''}>${escapeText(block.text)}</p>`;
}

function tableOf({ grid, heads }: TableBlock, heading: string): string {
  const rows = placedCells(grid);
  const head = rows.slice(0, heads).map((cells) => rowOf(cells, 'head'));
  const body = rows.slice(heads).map((cells) => rowOf(cells, heads > 0 ? 'body' : 'plain'));
  const parts = [...(head.length > 0 ? ['<thead>', ...head, '</thead>'] : []), '<tbody>', ...body, '</tbody>'];
  return `<div class="table" role="region" tabindex="0" aria-label="${escapeAttribute(heading)}">
<table>
${parts.join('\n')}
</table>
</div>`;
}

/** A row of a body without a number is the head of what follows it: 第二十条第（五）项. */
function rowOf(cells: readonly Placed[], part: 'head' | 'body' | 'plain'): string {
  const hasValues = cells.some(({ isValue }) => isValue);
  return `<tr>${cells.map((cell) => cellOf(cell, part, hasValues)).join('')}</tr>`;
}

function cellOf({ text, columns, rows, isValue }: Placed, part: 'head' | 'body' | 'plain', hasValues: boolean): string {
  const spans = (columns > 1 ? ` colspan="${columns}"` : '') + (rows > 1 ? ` rowspan="${rows}"` : '');
  if (isValue) return `<td${spans} class="number">${escapeText(text)}</td>`;
  if (part === 'plain' || text === '') return `<td${spans}>${escapeText(text)}</td>`;
  const across = part === 'head' || !hasValues;
  const scope = across ? (columns > 1 ? 'colgroup' : 'col') : rows > 1 ? 'rowgroup' : 'row';
  return `<th${spans} scope="${scope}">${escapeText(text)}</th>`;
}
