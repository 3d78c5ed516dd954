import type { Edit } from '../../../text/span.ts';
import { pageCells } from './page-cells.ts';
import { scanHtml, type Token } from './scan.ts';

/**
 * Maps an edit of a draft's text to an HTML source: tags inside a replaced stretch stay, and inserted lines become
 * paragraphs beside the block, or rows beside the row, where they were inserted.
 */
export function inMarkup(source: string, edit: Edit): Edit[] {
  const { span, newText } = edit;
  if (span.start < span.end) return newText.includes('<') ? [edit] : aroundTags(source, edit);
  return /^[\r\n]|[\r\n]$/.test(newText) ? [insertLines(source, edit)] : [edit];
}

/** The first text in the stretch becomes the new one, the others go. */
function aroundTags(source: string, { span, newText }: Edit): Edit[] {
  const tokens = scanHtml(source.slice(span.start, span.end));
  const texts = tokens.filter(({ kind, start, end }) => {
    return kind === 'text' && source.slice(span.start + start, span.start + end).trim() !== '';
  });
  if (texts.length === 0) return [{ span, newText }];
  return texts.map(({ start, end }, index) => ({
    span: { start: span.start + start, end: span.start + end },
    newText: index === 0 ? newText : '',
  }));
}

function insertLines(source: string, { span, newText }: Edit): Edit {
  const below = /^[\r\n]/.test(newText);
  const rows = /^\s*<tr/.test(newText);
  const markup = newText.replace(/[^\r\n]+/g, (line) => (/^\s*<|^\s+$/.test(line) ? line : `<p>${escaped(line)}</p>`));
  const at = placeBeside(source, span.start, rows ? 'row' : 'block', below);
  return { span: { start: at, end: at }, newText: markup };
}

const escaped = (line: string): string => line.replace(/&/g, '&amp;').replace(/</g, '&lt;');

interface Frame {
  readonly name: string;
  readonly start: number;
  /** A data cell: what goes beside it goes beside its row or table. */
  readonly datum: boolean;
}

/** Blocks that hold one paragraph. A <div> may hold the whole page. */
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dt', 'dd', 'pre']);
const FRAMES: ReadonlySet<string> = new Set([...PARAGRAPHS, 'table', 'tr', 'td', 'th']);
const IN_TABLE: Readonly<Record<string, readonly string[]>> = {
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['tr'],
};

/** Before or behind the paragraph, row or table around `at`; without one, before or behind the inline tags around it. */
function placeBeside(source: string, at: number, what: 'row' | 'block', below: boolean): number {
  const tokens = scanHtml(source);
  const cells = pageCells(tokens);
  const open: Frame[] = [];
  let index = 0;
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || token.end > at || (token.end === at && token.kind === 'text')) break;
    if (FRAMES.has(token.name)) track(open, token, !cells.has(index));
  }
  const frame = frameFor(open, what);
  if (!frame) return besideInline(tokens, at, below);
  return below ? (endOf(tokens, index, open, frame) ?? at) : frame.start;
}

/** Browsers stop nesting at this depth, too. */
const DEEPEST = 512;

/** Opens and closes frames as a browser would: a cell ends the cell before it, a paragraph the paragraph. */
function track(open: Frame[], { kind, name, start }: Token, datum: boolean): void {
  const closes = kind === 'open' ? (IN_TABLE[name] ?? (PARAGRAPHS.has(name) ? ['p'] : [])) : [name];
  const table = name === 'table' ? -1 : open.findLastIndex((frame) => frame.name === 'table');
  const index = open.findLastIndex((frame) => closes.includes(frame.name));
  if (index > table) open.length = index;
  if (kind === 'open' && open.length < DEEPEST)
    open.push({ name, start, datum: datum && (name === 'td' || name === 'th') });
}

function frameFor(open: readonly Frame[], what: 'row' | 'block'): Frame | undefined {
  const table = open.findLastIndex(({ name }) => name === 'table');
  const inner = open.slice(table + 1);
  if (what === 'row') return inner.find(({ name }) => name === 'tr');
  if (inner.some(({ datum }) => datum)) return open[table];
  return inner.findLast(({ name }) => PARAGRAPHS.has(name));
}

/** Where the frame ends: at its closing tag or where another one ends it. */
function endOf(tokens: readonly Token[], from: number, open: readonly Frame[], frame: Frame): number | undefined {
  const frames = [...open];
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || !FRAMES.has(token.name)) continue;
    track(frames, token, false);
    if (!frames.includes(frame)) return token.kind === 'close' && token.name === frame.name ? token.end : token.start;
  }
  return undefined;
}

function besideInline(tokens: readonly Token[], at: number, below: boolean): number {
  let place = at;
  const inline = tokens.filter(({ kind, name }) => kind === (below ? 'close' : 'open') && !BREAKS.has(name));
  if (below) {
    for (const token of inline) if (token.start === place) place = token.end;
  } else {
    for (const token of inline.reverse()) if (token.end === place) place = token.start;
  }
  return place;
}

const BREAKS: ReadonlySet<string> = new Set(['br', 'hr', 'div', 'body', 'html', 'section', 'article', 'td', 'th']);
