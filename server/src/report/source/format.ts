import type { Edit } from '../../text/span.ts';
import type { LayoutId } from '../tables/layouts/index.ts';

/** Half-open offsets, in the view or in the source. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A stretch of the view that is contiguous in the source. */
export interface ViewPiece extends Place {
  /** Where it begins in the view. */
  readonly at: number;
}

/** The text that a source shows to a reader: one block a line, one table row a line with tabs between its cells. */
export interface SourceView {
  readonly text: string;
  /** The layout of the tables that the view shows as tab rows. */
  readonly tableLayout: LayoutId;
  /** Stretches of the view that the source marks as a page's navigation, head or foot, in order. */
  readonly frames: readonly Place[];
  /** Where a stretch of the view stands in the source. */
  toSource(place: Place): Place;
  /** A stretch of the view piece by piece. */
  piecesOf(start: number, end: number): readonly ViewPiece[];
}

/**
 * A format of drafts: how it is read, how findings are mapped back to it, and how it is written. Rules read and write
 * as in plain text; the format does the rest. One folder a format; `index.ts` lists them.
 */
export interface SourceFormat<Id extends string = string> {
  readonly id: Id;
  /** Endings of file names, with the point. */
  readonly endings: readonly string[];
  /** What editors call it. */
  readonly languages: readonly string[];
  /** Whether lines and blanks are significant. Where they are not, an inserted line becomes a block. */
  readonly hasLines: boolean;
  /** It may hold `<!-- comments -->`. */
  readonly hasComments: boolean;
  /** It may hold tags, which show nothing. */
  readonly hasTags: boolean;
  /** Whether `**` and `#` are its own marks and no trace of another tool. */
  readonly hasMarks: boolean;
  /** Whether an empty line separates two paragraphs. */
  readonly isAiry: boolean;
  /** The layout of a new table where the draft has none as a model. */
  readonly tableLayout: LayoutId;
  /** @param level 1 for the title, 2 for a section */
  heading(text: string, level: 1 | 2): string;
  /** What a source shows; undefined where that is the source itself. */
  view(source: string): SourceView | undefined;
  /** Maps edits of the draft's text to edits of the source. */
  place(source: string, edits: readonly Edit[]): readonly Edit[];
}

/** Keeps the id as a type, so that the list of formats tells which ids there are. */
export const defineFormat = <const Id extends string>(format: SourceFormat<Id>): SourceFormat<Id> => format;
