import type { Place, SourceView } from '../format.ts';
import { decodeEntity } from './entities.ts';
import { pageCells } from './page-cells.ts';
import { scanHtml, type Token } from './scan.ts';
import { ViewText } from './view-text.ts';

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const BLOCKS: ReadonlySet<string> = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article header footer main nav aside form center blockquote pre hr caption body address figure'.split(
    ' ',
  ),
);
/** The elements and roles of a page's frame. A nested one belongs to the outer one. */
const FRAMES: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside']);
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col', 'meta', 'link']);
/** Tags that part lines. In a source without any of them its own line breaks do. */
const PARTS_LINES = /<(?:p|div|br|h[1-6]|li|body)[\s/>]/i;

/**
 * The text that a browser shows of a source. A merged cell stands once, so that rowspan and colspan need no counting;
 * entities are decoded.
 * @param keepLines whether the source's line breaks count, as in Markdown that holds a table in HTML.
 */
export function viewHtml(source: string, keepLines = !PARTS_LINES.test(source)): SourceView {
  const tokens = scanHtml(source);
  const viewer = new Viewer(source, pageCells(tokens), keepLines);
  for (const [index, token] of tokens.entries()) viewer.add(token, index);
  return viewer.finish();
}

/** The open elements: a table, a data cell, or a cell that holds a part of the page. */
type Frame = 'table' | 'datum' | 'page';

const ENTITY = /&(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});|nbsp(?![a-zA-Z;]))/y;

/** White space as HTML has it. */
const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d;

class Viewer {
  readonly #source: string;
  readonly #pageCells: ReadonlySet<number>;
  readonly #keepLines: boolean;
  readonly #out = new ViewText();
  readonly #open: Frame[] = [];
  /** How many `<pre>` are open: line breaks count there. */
  #pre = 0;
  #rowHasDatum = false;
  readonly #frames: Place[] = [];
  /** The frames that are open: where the outermost begins, and how many there are. */
  #frameStart = 0;
  #openFrames = 0;

  constructor(source: string, cells: ReadonlySet<number>, keepLines: boolean) {
    this.#source = source;
    this.#pageCells = cells;
    this.#keepLines = keepLines;
  }

  add(token: Token, index: number): void {
    const { kind, name, start, end } = token;
    if (kind === 'text') this.#text(start, end);
    else if (CELLS.has(name)) this.#cell(kind === 'open', index, end);
    else if (name === 'table') this.#table(kind === 'open');
    else if (name === 'tr') this.#row();
    else if (name === 'br') this.#lineBreak(start, end);
    else if (BLOCKS.has(name)) this.#block(token);
    else if (kind === 'open' && !VOID.has(name)) this.#out.moveInto(end);
  }

  finish(): SourceView {
    this.#out.break('line');
    if (this.#openFrames > 0) this.#frames.push({ start: this.#frameStart, end: this.#out.length });
    return this.#out.finish(this.#frames);
  }

  #frame(opens: boolean): void {
    if (opens) {
      if (this.#openFrames++ === 0) this.#frameStart = this.#out.length;
    } else if (this.#openFrames > 0 && --this.#openFrames === 0) {
      this.#frames.push({ start: this.#frameStart, end: this.#out.length });
    }
  }

  #inDatum(): boolean {
    return this.#open.at(-1) === 'datum';
  }

  #table(opens: boolean): void {
    if (opens) this.#open.push('table');
    else {
      this.#closeCells();
      if (this.#open.at(-1) === 'table') this.#open.pop();
    }
    this.#rowHasDatum = false;
    if (!this.#inDatum()) this.#out.break('paragraph');
  }

  #row(): void {
    this.#closeCells();
    this.#rowHasDatum = false;
    this.#out.break('line');
  }

  #cell(opens: boolean, index: number, end: number): void {
    this.#closeCells();
    if (!opens) return;
    const frame = this.#pageCells.has(index) ? 'page' : 'datum';
    if (frame === 'datum' && this.#rowHasDatum) this.#out.tab();
    else this.#out.break('line');
    this.#rowHasDatum = frame === 'datum';
    this.#open.push(frame);
    this.#out.moveInto(end);
  }

  /** Pages leave out closing tags: whatever cell of the innermost table is open ends here. */
  #closeCells(): void {
    while (this.#open.length > 0 && this.#open.at(-1) !== 'table') this.#open.pop();
  }

  #lineBreak(start: number, end: number): void {
    if (this.#inDatum()) this.#out.space(start, end, true);
    else this.#out.break('line');
  }

  #block({ kind, name, start, end }: Token): void {
    if (name === 'pre') this.#pre = Math.max(0, this.#pre + (kind === 'open' ? 1 : -1));
    if (this.#inDatum()) this.#out.space(start, end, true);
    else this.#out.break('paragraph');
    if (FRAMES.has(name)) this.#frame(kind === 'open');
    if (kind === 'open' && !VOID.has(name)) this.#out.moveInto(end);
  }

  #text(start: number, end: number): void {
    const source = this.#source;
    let done = start;
    const flush = (to: number): void => {
      if (to > done) this.#out.verbatim(source.slice(done, to), done);
    };
    for (let at = start; at < end; at++) {
      const code = source.charCodeAt(at);
      if (code === 0x26) {
        ENTITY.lastIndex = at;
        const [whole = '', reference = 'nbsp'] = ENTITY.exec(source) ?? [];
        const decoded = whole === '' ? undefined : decodeEntity(reference);
        if (decoded === undefined) continue;
        flush(at);
        done = at + whole.length;
        if (/[\t\r\n]/.test(decoded)) this.#out.space(at, done, false);
        else this.#out.replaced(decoded, at, done);
      } else if (isSpace(code)) {
        flush(at);
        done = at + 1;
        while (done < end && isSpace(source.charCodeAt(done))) done++;
        this.#space(source.slice(at, done), at);
      } else continue;
      at = done - 1;
    }
    flush(end);
  }

  #space(blanks: string, from: number): void {
    const lines = blanks === ' ' ? 0 : blanks.split(/\r\n?|\n/).length - 1;
    if (lines > 0 && (this.#keepLines || this.#pre > 0) && !this.#inDatum()) {
      this.#out.break(lines > 1 ? 'paragraph' : 'line');
    } else this.#out.space(from, from + blanks.length, lines > 0);
  }
}
