import type { Edit, Span } from '../../text/span.ts';
import type { Paragraph } from '../document.ts';
import { mainPrefix } from '../names.ts';
import { WordPackage } from '../package.ts';
import { Refused } from '../refusal.ts';
import type { WordDraft } from '../word.ts';
import { type Anchor, annotate, type Change, canChange, type Splice } from './anchors.ts';
import { CommentsPart, type NewComment } from './comments.ts';
import { AUTHOR, penFor } from './pen.ts';

/** What is to be said about a stretch of the draft's text. */
export interface Remark {
  readonly span: Span;
  /** Paragraph by paragraph. */
  readonly lines: readonly string[];
}

export interface ReviewOptions {
  readonly remarks: readonly Remark[];
  /** On the draft's text, in order and without collisions. */
  readonly edits: readonly Edit[];
  /** `track`: as revisions; `accept`: as if somebody had accepted them; `none`: left alone. */
  readonly changes: 'track' | 'accept' | 'none';
  /** ISO 8601, to the second. */
  readonly date: string;
}

export interface Reviewed {
  readonly bytes: Uint8Array;
  readonly comments: number;
  readonly changes: number;
  /** Edits that cannot be written into the document: they join paragraphs, or stand in a field. */
  readonly left: number;
}

/**
 * Write comments and changes into a document. All parts but those of the text and of the comments keep their bytes, and
 * of the text all but the runs that are touched. What an earlier run wrote is not written again.
 */
export function reviewWord(draft: WordDraft, { remarks, edits, changes, date }: ReviewOptions): Reviewed {
  const { parts, document } = draft;
  const { xml } = document;
  const comments = new CommentsPart(parts);
  const plan = new Map<Paragraph, { readonly changes: Change[]; readonly anchors: Anchor[] }>();
  const planOf = (paragraph: Paragraph) => {
    const known = plan.get(paragraph) ?? { changes: [], anchors: [] };
    plan.set(paragraph, known);
    return known;
  };
  let left = 0;
  for (const edit of changes === 'none' ? [] : edits) {
    const located = draft.locateWhole(edit.span);
    const change = located && { start: located.start, end: located.end, newText: edit.newText };
    if (located && change && canChange(located.paragraph, change)) planOf(located.paragraph).changes.push(change);
    else left++;
  }
  const written = new OwnRemarks(xml, comments);
  const added: NewComment[] = [];
  let id = comments.firstFreeId;
  for (const { span, lines } of remarks) {
    const located = draft.locate(span);
    if (!located || written.has(located.paragraph, lines)) continue;
    added.push({ id, lines });
    planOf(located.paragraph).anchors.push({ id, start: located.start, end: located.end });
    id++;
  }
  const pen = penFor({
    prefix: prefixOf(xml),
    date,
    firstRevision: firstFreeRevision(xml),
    accepts: changes === 'accept',
  });
  const splices = [...plan].flatMap(([paragraph, { changes, anchors }]) => annotate(paragraph, changes, anchors, pen));
  const changed = comments.with(added, date);
  if (splices.length > 0) changed.set(parts.documentName, spliced(xml, splices));
  const count = [...plan.values()].reduce((sum, { changes }) => sum + changes.length, 0);
  return { bytes: parts.with(changed), comments: added.length, changes: count, left };
}

/** When this program wrote into a document, if it did; ISO 8601. Under the same date it writes the same bytes. */
export function reviewDate(bytes: Uint8Array): string | undefined {
  try {
    const parts = WordPackage.open(bytes);
    const written = new RegExp(`author="${AUTHOR}" [\\w:]*date="([^"]+)"`);
    for (const name of [parts.documentName, parts.beside('comments.xml')]) {
      const date = written.exec(parts.text(name) ?? '')?.[1];
      if (date !== undefined) return date;
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  return undefined;
}

function spliced(xml: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of ordered) {
    pieces.push(xml.slice(at, start), text);
    at = end;
  }
  return pieces.join('') + xml.slice(at);
}

function prefixOf(xml: string): string {
  const root = /<(?![?!])[^>]*>/.exec(xml)?.[0] ?? '';
  const attributes = [...root.matchAll(/\s(xmlns(?::[\w.-]+)?)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return mainPrefix(Object.fromEntries(attributes.map(([, name = '', one, two]) => [name, one ?? two ?? ''])));
}

/** Revisions, bookmarks and comments have numbers of their own; one above all of them is free for any. */
const firstFreeRevision = (xml: string): number =>
  [...xml.matchAll(/:id="(\d{1,9})"/g)].reduce((most, [, id]) => Math.max(most, Number(id)), 0) + 1;

/** Comments that this program left in an earlier run, by the paragraph that they stand in. */
class OwnRemarks {
  /** Text of a comment → where such comments begin. */
  readonly #places = new Map<string, number[]>();

  constructor(xml: string, comments: CommentsPart) {
    const texts = new Map(comments.own.map(({ id, text }) => [id, text]));
    const starts = texts.size === 0 ? [] : [...xml.matchAll(/<(?:\w+:)?commentRangeStart\b[^<>]*?:id="(\d+)"/g)];
    for (const { index, 1: id } of starts) {
      const text = texts.get(Number(id));
      if (text === undefined) continue;
      const known = this.#places.get(text) ?? [];
      known.push(index);
      this.#places.set(text, known);
    }
  }

  has({ start, end }: Paragraph, lines: readonly string[]): boolean {
    return this.#places.get(lines.join('\n'))?.some((at) => at >= start && at < end) ?? false;
  }
}
