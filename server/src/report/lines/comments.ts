import { afterBlanks, beforeBlanks } from '../../text/characters.ts';
import { type Span, span } from '../../text/span.ts';
import { charsIn, isEmpty, type Line, Lines } from './lines.ts';

/** A rule id or a group named in a comment. It need not exist. */
export interface NamedRule {
  readonly id: string;
  readonly span: Span;
}

/** `<!-- nianbao-ignore table/label: 理由 -->`: ignores findings of these rules, with a reason. */
export interface IgnoreComment {
  /** From `<!--` to `-->`. */
  readonly span: Span;
  /** The next paragraph, heading or table, or (`nianbao-ignore-file`) the whole file. */
  readonly scope: 'block' | 'file';
  readonly rules: readonly NamedRule[];
  /** Empty when none is given. */
  readonly reason: string;
}

const OPEN = '<!--';
const CLOSE = '-->';

/** The comments of a source whose format has them. An unclosed comment is none. */
export function findComments(text: string): Span[] {
  const comments: Span[] = [];
  for (let start = text.indexOf(OPEN); start >= 0; ) {
    const close = text.indexOf(CLOSE, start + OPEN.length);
    if (close < 0) break;
    const end = close + CLOSE.length;
    comments.push(span(start, end));
    start = text.indexOf(OPEN, end);
  }
  return comments;
}

/** Blanks out the comments of lines: no rule may read a comment as the draft's text. */
export function withoutComments(text: string, lines: Lines, comments: readonly Span[]): Lines {
  if (comments.length === 0) return lines;
  const kept = Lines.withRoom(lines.length);
  let first = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines.at(index);
    while ((comments[first]?.end ?? Number.POSITIVE_INFINITY) <= line.start) first++;
    let next = first;
    const own: Span[] = [];
    for (let comment = comments[next]; comment && comment.start < line.end; comment = comments[++next])
      own.push(comment);
    const { start, end, from, to } = own.length > 0 ? trimmed(text, line, own) : line;
    kept.add(start, end, from, to, own.length > 0 ? charsIn(text, from, to) : lines.chars(index));
  }
  return kept;
}

/** An emptied line gets no width: one with blanks in it could be a cell of a table. */
function trimmed(text: string, line: Line, comments: readonly Span[]): Line {
  let { start, end, from, to } = line;
  const skipBlanks = (): void => {
    from = afterBlanks(text, from, to);
    to = beforeBlanks(text, from, to);
  };
  for (const comment of comments) {
    if (comment.start > from) break;
    from = Math.min(to, Math.max(from, comment.end));
    start = from;
    skipBlanks();
  }
  for (const comment of [...comments].reverse()) {
    if (comment.end < to || comment.start < from) break;
    to = Math.max(from, comment.start);
    end = to;
    skipBlanks();
  }
  const result = { start, end, from, to };
  return isEmpty(result) ? { start: line.start, end: line.start, from: line.start, to: line.start } : result;
}

const IGNORE = /^\s*nianbao-ignore(-file)?(?![\w-])\s*/;
/** The name of a rule or a group, or what someone took for one. */
const NAME = /[^\s,，、:：]+/y;
const BETWEEN = /[\s,，、]*/y;

export function ignoreComments(text: string, comments: readonly Span[]): IgnoreComment[] {
  return comments.flatMap((comment) => readIgnore(text, comment) ?? []);
}

function readIgnore(text: string, comment: Span): IgnoreComment | undefined {
  const inner = text.slice(comment.start + OPEN.length, comment.end - CLOSE.length);
  const head = IGNORE.exec(inner);
  if (!head) return undefined;
  const base = comment.start + OPEN.length;
  const rules: NamedRule[] = [];
  let at = head[0].length;
  for (;;) {
    BETWEEN.lastIndex = at;
    at += BETWEEN.exec(inner)?.[0].length ?? 0;
    NAME.lastIndex = at;
    const id = NAME.exec(inner)?.[0];
    if (id === undefined) break;
    rules.push({ id, span: span(base + at, base + at + id.length) });
    at += id.length;
  }
  const reason = inner
    .slice(at)
    .replace(/^[:：]/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return { span: comment, scope: head[1] ? 'file' : 'block', rules, reason };
}

/** The placeholder that a quick fix writes when it cannot ask. It is no reason and is reported until it is replaced. */
export const REASON_PLACEHOLDER = { zh: '请写明理由', en: 'say why' } as const;

const PLACEHOLDERS: readonly string[] = ['', ...Object.values(REASON_PLACEHOLDER)];

export const isReason = (text: string): boolean => !PLACEHOLDERS.includes(text.trim().toLowerCase());
