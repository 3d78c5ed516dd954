import { strToU8 } from 'fflate';
import type { TableId } from '../../forms/index.ts';
import { SENTENCE_END } from '../../text/sentences.ts';
import { widthOf as columnsOf } from '../../text/width.ts';
import { pack, writeArchive } from '../archive.ts';
import { escapeText } from '../names.ts';
import { type Block, type Placed, placedCells, type TableBlock } from './blocks.ts';
import { LINE, NAMESPACES, PAGE, PARTS } from './page.ts';

/** A new document of Word with the official page. */
export function asDocument(blocks: readonly Block[]): Uint8Array {
  const [types, ...others] = PARTS;
  const parts = [...(types ? [types] : []), ['word/document.xml', documentXml(blocks)] as const, ...others];
  return writeArchive(parts.map(([name, text]) => pack(name, strToU8(text))));
}

/** A report as the body of a document. What things look like is said by its styles. */
function documentXml(blocks: readonly Block[]): string {
  const body = blocks.map((block, at) => {
    if (block.kind === 'title') return block.lines.map((line) => paragraph('Title', runOf(line))).join('');
    if (block.kind === 'heading') return paragraph('Heading1', runOf(block.text));
    if (block.kind === 'signature') return signature(block.text, blocks[at - 1], blocks[at + 1]);
    return block.kind === 'table' ? tableOf(block) : paragraph('Body', levelled(block.text));
  });
  // The last thing in a body, or behind a table, is a paragraph.
  if (blocks.at(-1)?.kind === 'table') body.push(paragraph('Body', ''));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>${body.join('')}${PAGE}</w:body></w:document>`;
}

const runOf = (text: string, style = ''): string =>
  text === ''
    ? ''
    : `<w:r>${style && `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`}${text
        .split('\t')
        .map((part) => `<w:t xml:space="preserve">${escapeText(part)}</w:t>`)
        .join('<w:tab/>')}</w:r>`;

const paragraph = (style: string, runs: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;

/** 结构层次序数: the words beside （一） stand in 楷体 (GB/T 9704-2012, 7.3.3), as far as the first sentence. */
const SECOND_LEVEL = new RegExp(`^[（(][一二三四五六七八九十]{1,3}[）)][^${SENTENCE_END}：:]{1,30}(?:[。：:]|$)`);

function levelled(text: string): string {
  const [lead = ''] = SECOND_LEVEL.exec(text) ?? [];
  return lead === '' ? runOf(text) : runOf(lead, 'Level2') + runOf(text.slice(lead.length));
}

/**
 * 成文日期 two characters to the right of where the body's name begins, the name two characters from the edge; where
 * the date is longer the date stands two from the edge and the name further in (GB/T 9704-2012, 7.3.5.2).
 */
function signature(text: string, before: Block | undefined, after: Block | undefined): string {
  const isDate = /日[）)]?$/.test(text);
  const other = isDate ? before : after;
  const beside = other?.kind === 'signature' ? other.text : '';
  const [name, date] = isDate ? [beside, text] : [text, beside];
  const dateIndent = name === '' ? 2 : Math.max(2, widthOf(name) - widthOf(date));
  const nameIndent = date === '' ? 2 : dateIndent + widthOf(date) + 2 - widthOf(name);
  const chars = Math.round(Math.max(2, isDate ? dateIndent : nameIndent) * 100);
  const space = before?.kind === 'signature' ? '' : `<w:spacing w:before="${LINE}"/>`;
  const indent = `<w:ind w:rightChars="${chars}" w:right="${Math.round(chars * 3.2)}"/>`;
  return paragraph('Signature', runOf(text), `${isDate ? '' : '<w:keepNext/>'}${space}${indent}`);
}

/** In Chinese characters. */
const widthOf = (text: string): number => columnsOf(text) / 2;

/** In twips; the text is 156 mm wide. */
const WIDTH = 8844;

/** How the columns of each statutory table share the width, in parts; of any other table they are the same. */
const COLUMNS: Readonly<Partial<Record<TableId, readonly number[]>>> = {
  requests: [11, 27, 49, 10, 10, 10, 10, 10, 10, 10],
};

/** Half points: 小四 where there is room, 小五 for the ten columns, 五号 for the fifteen. */
const SIZES: Readonly<Partial<Record<TableId, number>>> = { requests: 18, review: 18 };
const SIZE = 24;

function tableOf({ id, grid, heads }: TableBlock): string {
  const count = grid[0]?.length ?? 1;
  const parts = (id && COLUMNS[id]?.length === count && COLUMNS[id]) || new Array<number>(count).fill(1);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const widths = parts.map((part) => Math.floor((WIDTH * part) / whole));
  const look = { size: (id && SIZES[id]) ?? SIZE, height: (id && HEIGHTS[id]) ?? HEIGHT };
  const writer = new RowWriter(placedCells(grid), widths, look, heads);
  const grids = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const own = `<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>`;
  return `<w:tbl>${own}<w:tblGrid>${grids}</w:tblGrid>${writer.all()}</w:tbl>`;
}

/** 1.属于国家秘密, （一）予以公开 */
const ITEM = /^[（(]?[一二三四五六七八九十\d]{1,2}[.．、）)]/;

/** At least; in twips. The requests table has thirty rows on its page. */
const HEIGHTS: Readonly<Partial<Record<TableId, number>>> = { requests: 312 };
const HEIGHT = 454;

interface Look {
  /** In half points. */
  readonly size: number;
  readonly height: number;
}

class RowWriter {
  readonly #rows: readonly (readonly Placed[])[];
  readonly #widths: readonly number[];
  readonly #look: Look;
  readonly #heads: number;
  /** Column → the cell from above that goes on in it, and for how many rows yet. */
  readonly #open = new Map<number, { readonly cell: Placed; rows: number }>();

  constructor(rows: readonly (readonly Placed[])[], widths: readonly number[], look: Look, heads: number) {
    this.#rows = rows;
    this.#widths = widths;
    this.#look = look;
    this.#heads = heads;
  }

  all(): string {
    return this.#rows.map((cells, at) => this.#row(cells, at)).join('');
  }

  /** No row is split by a page break, heads are repeated, and a table that fits a page is not split either. */
  #row(cells: readonly Placed[], at: number): string {
    const head = at < this.#heads ? '<w:tblHeader/>' : '';
    const keep = at < this.#rows.length - 1 ? '<w:keepNext/>' : '';
    const starts = new Map(cells.map((cell) => [cell.column, cell]));
    let out = '';
    for (let column = 0; column < this.#widths.length; ) {
      const cell = starts.get(column);
      const above = this.#open.get(column);
      const shown = cell ?? above?.cell;
      if (!shown) {
        column++;
        continue;
      }
      out += this.#cell(shown, cell ? (cell.rows > 1 ? 'restart' : '') : 'continue', keep);
      if (cell && cell.rows > 1) this.#open.set(column, { cell, rows: cell.rows - 1 });
      else if (!cell && above && --above.rows === 0) this.#open.delete(column);
      column += shown.columns;
    }
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${this.#look.height}" w:hRule="atLeast"/>${head}<w:jc w:val="center"/></w:trPr>${out}</w:tr>`;
  }

  #cell({ text, column, columns, isValue }: Placed, merge: '' | 'restart' | 'continue', keep: string): string {
    const width = this.#widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
    const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
    const merged = merge === '' ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
    const left = !isValue && column > 0 && ITEM.test(text);
    const size = `<w:rPr><w:sz w:val="${this.#look.size}"/><w:szCs w:val="${this.#look.size}"/></w:rPr>`;
    const run = runOf(merge === 'continue' ? '' : text).replace('<w:r>', `<w:r>${size}`);
    const content = `<w:p><w:pPr><w:pStyle w:val="TableText"/>${keep}${left ? '<w:jc w:val="left"/>' : ''}${size}</w:pPr>${run}</w:p>`;
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merged}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
  }
}
