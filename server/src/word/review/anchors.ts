import { countWhile } from '../../text/ordered.ts';
import type { Paragraph, Run, RunChild } from '../document.ts';

/** Write `newText` for the text from `start` to `end` of a paragraph's runs. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A comment on the text from `start` to `end` of a paragraph's runs. */
export interface Anchor {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** Replace a stretch of `document.xml`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Writes the markup of one document: its prefix, its author, its next free number. */
export interface Pen {
  readonly element: (name: string) => string;
  /** `<w:del w:id="7" w:author="…" w:date="…">` */
  readonly revision: (name: 'del' | 'ins') => string;
  readonly commentStart: (id: number) => string;
  readonly commentEnd: (id: number) => string;
  /** The text as a `w:t` or `w:delText` holds it. */
  readonly text: (name: 't' | 'delText', raw: string) => string;
  readonly escaped: (text: string) => string;
  /** Changes are made at once, without a revision. */
  readonly accepts: boolean;
}

interface Placed {
  readonly run: Run;
  readonly child: RunChild;
  readonly at: number;
}

const placedOf = new WeakMap<Paragraph, readonly Placed[]>();

function childrenOf(paragraph: Paragraph): readonly Placed[] {
  let at = 0;
  const placed =
    placedOf.get(paragraph) ??
    paragraph.runs.flatMap((run) =>
      run.children.map((child) => {
        const each = { run, child, at };
        at += child.text.length;
        return each;
      }),
    );
  placedOf.set(paragraph, placed);
  return placed;
}

/** Whether the change can be written: it lies in runs that keep what is written into them, and ends no line. */
export function canChange(paragraph: Paragraph, { start, end, newText }: Change): boolean {
  if (/[\n\t]/.test(newText)) return false;
  const touched = childrenNear(paragraph, start, end).filter(({ at, child }) => {
    const to = at + child.text.length;
    return start === end ? at <= start && start <= to && child.text !== '' : at < end && start < to;
  });
  if (touched.length === 0) return isBlank(paragraph) && newText !== '';
  return touched.every(({ run }) => !run.fixed);
}

const isBlank = (paragraph: Paragraph): boolean => childrenOf(paragraph).every(({ child }) => child.text === '');

function childrenNear(paragraph: Paragraph, start: number, end: number): readonly Placed[] {
  const all = childrenOf(paragraph);
  const first = countWhile(all.length, (index) => {
    const placed = all[index];
    return placed !== undefined && placed.at + placed.child.text.length < start;
  });
  return all.slice(
    first,
    countWhile(all.length, (index) => (all[index]?.at ?? 0) <= end),
  );
}

/** All markup that a paragraph gets, as replacements of the children of its runs that are touched and of nothing else. */
export function annotate(
  paragraph: Paragraph,
  changes: readonly Change[],
  anchors: readonly Anchor[],
  pen: Pen,
): Splice[] {
  const children = childrenOf(paragraph);
  const shown = children.filter(({ child }) => child.text !== '');
  if (shown.length === 0) {
    return changes.length + anchors.length === 0 ? [] : [atTheEnd(paragraph, changes, anchors, pen)];
  }
  const last = shown.at(-1);
  const length = last ? last.at + last.child.text.length : 0;
  const plan = new Plan(changes, anchors, length);
  return shown.flatMap((placed) => new ChildWriter(placed, plan, pen).splice() ?? []);
}

/** What is to be written where, in offsets of the paragraph's text. All lists are in order: a paragraph may hold thousands. */
class Plan {
  readonly #changes: readonly Change[];
  readonly #starts: readonly Anchor[];
  readonly #ends: readonly Anchor[];

  constructor(changes: readonly Change[], anchors: readonly Anchor[], length: number) {
    this.#changes = [...changes].sort((a, b) => a.start - b.start);
    const within = anchors.map(({ id, start, end }) => {
      const from = Math.min(Math.max(start, 0), Math.max(0, length - 1));
      return { id, start: from, end: Math.min(Math.max(end, from + 1), length) };
    });
    this.#starts = [...within].sort((a, b) => a.start - b.start);
    this.#ends = [...within].sort((a, b) => a.end - b.end);
  }

  startsAt = (offset: number): readonly Anchor[] => between(this.#starts, ({ start }) => start, offset, offset);
  endsAt = (offset: number): readonly Anchor[] => between(this.#ends, ({ end }) => end, offset, offset);
  /** Text that goes behind the character before `offset`. At the beginning there is none: see `before`. */
  writtenAt = (offset: number): readonly Change[] =>
    this.#near(offset, offset).filter(({ end, newText }) => end === offset && newText !== '' && end > 0);
  before = (offset: number): readonly Change[] =>
    offset > 0 ? [] : this.#near(0, 0).filter(({ end, newText }) => end === 0 && newText !== '');
  isDeleted = (offset: number): boolean =>
    this.#near(offset, offset).some(({ start, end }) => start <= offset && offset < end);

  /** Offsets strictly inside a stretch at which something begins or ends. */
  cuts(from: number, to: number): number[] {
    const changes = this.#near(from, to).flatMap(({ start, end }) => [start, end]);
    const starts = between(this.#starts, ({ start }) => start, from, to).map(({ start }) => start);
    const ends = between(this.#ends, ({ end }) => end, from, to).map(({ end }) => end);
    const all = [...new Set([...changes, ...starts, ...ends])];
    return all.filter((offset) => offset > from && offset < to).sort((a, b) => a - b);
  }

  touches(from: number, to: number): boolean {
    return (
      this.#near(from, to).some(
        ({ start, end }) => (start < to && end > from) || (end === to && end > 0) || (end === 0 && from === 0),
      ) ||
      between(this.#starts, ({ start }) => start, from, to - 1).length > 0 ||
      between(this.#ends, ({ end }) => end, from + 1, to).length > 0
    );
  }

  /** Changes that meet a stretch or stand beside it. They do not overlap, so their ends are in order like their starts. */
  #near(from: number, to: number): readonly Change[] {
    const all = this.#changes;
    const first = countWhile(all.length, (at) => (all[at]?.end ?? 0) < from);
    const last = countWhile(all.length, (at) => (all[at]?.start ?? 0) <= to);
    return all.slice(first, last);
  }
}

/** Of a list in order of `key`, those from `first` to `last`, both included. */
function between<T>(list: readonly T[], key: (each: T) => number, first: number, last: number): readonly T[] {
  const keyAt = (at: number): number => {
    const each = list[at];
    return each === undefined ? Number.POSITIVE_INFINITY : key(each);
  };
  return list.slice(
    countWhile(list.length, (at) => keyAt(at) < first),
    countWhile(list.length, (at) => keyAt(at) <= last),
  );
}

class ChildWriter {
  readonly #placed: Placed;
  readonly #plan: Plan;
  readonly #pen: Pen;
  #out = '';
  #isOpen: boolean;

  constructor(placed: Placed, plan: Plan, pen: Pen) {
    this.#placed = placed;
    this.#plan = plan;
    this.#pen = pen;
    this.#isOpen = !this.#isFirst;
  }

  get #isFirst(): boolean {
    return this.#placed.run.children[0] === this.#placed.child;
  }

  get #isLast(): boolean {
    return this.#placed.run.children.at(-1) === this.#placed.child;
  }

  splice(): Splice | undefined {
    const { run, child, at } = this.#placed;
    const end = at + child.text.length;
    const plan = this.#plan;
    if (!plan.touches(at, end)) return undefined;
    const cuts = child.content ? plan.cuts(at, end) : [];
    const bounds = [at, ...cuts, end];
    for (const [index, from] of bounds.slice(0, -1).entries()) {
      this.#segment(from, bounds[index + 1] ?? end);
    }
    if (this.#isLast) this.#close();
    else this.#open();
    return { start: this.#isFirst ? run.start : child.start, end: this.#isLast ? run.end : child.end, text: this.#out };
  }

  #segment(from: number, to: number): void {
    const plan = this.#plan;
    const pen = this.#pen;
    for (const { id } of plan.startsAt(from)) this.#between(pen.commentStart(id));
    for (const change of plan.before(from)) this.#insert(change.newText);
    this.#content(from, to, plan.isDeleted(from));
    for (const change of plan.writtenAt(to)) this.#insert(change.newText);
    for (const { id } of plan.endsAt(to)) this.#between(pen.commentEnd(id));
  }

  #content(from: number, to: number, deleted: boolean): void {
    const pen = this.#pen;
    if (deleted && pen.accepts) return;
    if (!deleted) {
      this.#open();
      this.#out += this.#raw(from, to, 't');
      return;
    }
    this.#between(
      `${pen.revision('del')}${this.#start}${this.#raw(from, to, 'delText')}</${pen.element('r')}></${pen.element('del')}>`,
    );
  }

  /** The source between two offsets of the paragraph. */
  #raw(from: number, to: number, name: 't' | 'delText'): string {
    const { child, at } = this.#placed;
    const { content } = child;
    if (!content) return this.#source(child.start, child.end);
    return this.#pen.text(name, this.#source(sourceOffset(child, from - at), sourceOffset(child, to - at)));
  }

  #source(start: number, end: number): string {
    return this.#placed.run.xml.slice(start, end);
  }

  #insert(text: string): void {
    const pen = this.#pen;
    const written = pen.text('t', pen.escaped(text));
    if (pen.accepts) {
      this.#open();
      this.#out += written;
      return;
    }
    const { insertedBy } = this.#placed.run;
    const ins = pen.element('ins');
    const markup = `${pen.revision('ins')}${this.#start}${written}</${pen.element('r')}></${ins}>`;
    // An insertion inside another's insertion would be his: his is parted in two.
    this.#between(insertedBy ? `</${ins}>${markup}${insertedBy}` : markup);
  }

  get #start(): string {
    const { open, properties } = this.#placed.run;
    return open + properties;
  }

  #between(markup: string): void {
    this.#close();
    this.#out += markup;
  }

  #open(): void {
    if (!this.#isOpen) this.#out += this.#start;
    this.#isOpen = true;
  }

  #close(): void {
    if (this.#isOpen) this.#out += `</${this.#pen.element('r')}>`;
    this.#isOpen = false;
  }
}

/** The place in `document.xml` of a character of a `w:t`. */
function sourceOffset({ content, entities }: RunChild, offset: number): number {
  const before = countWhile(entities.length, (index) => (entities[index]?.at ?? 0) < offset);
  return (content?.start ?? 0) + offset + (entities[before - 1]?.longer ?? 0);
}

/** A paragraph without text has no words to anchor a comment on, and no run to write into: what is new stands at its end. */
function atTheEnd(paragraph: Paragraph, changes: readonly Change[], anchors: readonly Anchor[], pen: Pen): Splice {
  const { start, end, contentEnd, xml } = paragraph;
  const text = changes.map(({ newText }) => newText).join('');
  const written = text === '' ? '' : newRun(text, paragraph, pen);
  const starts = anchors.map(({ id }) => pen.commentStart(id)).join('');
  const markup = starts + written + anchors.map(({ id }) => pen.commentEnd(id)).join('');
  if (contentEnd < end) return { start: contentEnd, end: contentEnd, text: markup };
  const tag = xml.slice(start, end).replace(/\s*\/>$/, '>');
  return { start, end, text: `${tag}${markup}</${pen.element('p')}>` };
}

/** In the look of the paragraph's mark, which Word takes for text that is typed there. */
function newRun(text: string, { start, contentEnd, xml }: Paragraph, pen: Pen): string {
  const name = pen.element('rPr');
  const source = xml.slice(start, contentEnd);
  const properties = source.includes(`<${name}>`) ? source.slice(source.indexOf(`<${name}>`)) : '';
  const look = properties.slice(0, properties.indexOf(`</${name}>`) + name.length + 3);
  const isPlain = !/[:<](?:ins|del|moveFrom|moveTo|rPrChange)[ />]/.test(look);
  const element = pen.element('r');
  const written = `<${element}>${isPlain ? look : ''}${pen.text('t', pen.escaped(text))}</${element}>`;
  return pen.accepts ? written : `${pen.revision('ins')}${written}</${pen.element('ins')}>`;
}
