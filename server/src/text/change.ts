import { commonEnd, commonStart } from './common.ts';
import { type Span, span } from './span.ts';

/** Where a text differs from an earlier version of it: all changes lie between two offsets of that version. */
export interface Change extends Span {
  /** How many characters the text is longer now. */
  readonly grown: number;
}

/** The smallest one; undefined when the texts are the same. */
export function changeBetween(before: string, after: string): Change | undefined {
  const start = commonStart(after, before);
  if (start === after.length && start === before.length) return undefined;
  const end = before.length - commonEnd(after, before, Math.min(after.length, before.length) - start);
  return { start, end, grown: after.length - before.length };
}

/** A change and the one that came after it as one, in offsets of the version before both. */
export function bothChanges(first: Change, then: Change): Change {
  const limit = first.end + first.grown;
  return {
    start: Math.min(first.start, then.start),
    end: then.end > limit ? then.end - first.grown : first.end,
    grown: first.grown + then.grown,
  };
}

/** Where an offset of the earlier version is now; NaN inside the change. */
export const movedOffset = ({ start, end, grown }: Change, at: number): number =>
  at <= start ? at : at >= end ? at + grown : Number.NaN;

/** Where a span of the earlier version is now that does not touch the change. */
export const movedSpan = (change: Change, { start, end }: Span): Span =>
  span(movedOffset(change, start), movedOffset(change, end));
