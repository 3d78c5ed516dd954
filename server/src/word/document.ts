/** A Word document as it is written: blocks in order, and for every shown character its place in `document.xml`. */

/** Half-open offsets into `document.xml`. */
export interface Source {
  readonly start: number;
  readonly end: number;
}

export interface Entity {
  readonly at: number;
  /** By how much the source is longer than the text as far as this one's end. */
  readonly longer: number;
}

/** What a run shows, child by child. A child that shows nothing (a picture, a field's code) has an empty text. */
export interface RunChild extends Source {
  /** As Word shows it: entities decoded, `w:tab` a tab, `w:br` a line feed. */
  readonly text: string;
  /** The content of a `w:t`; undefined for any other element, which is never cut. */
  readonly content: Source | undefined;
  /** Entities in a `w:t`: where each stands in `text`. */
  readonly entities: readonly Entity[];
}

export interface Run extends Source {
  /** The whole of `document.xml`, in which all offsets are. */
  readonly xml: string;
  /** The start tag, and the properties that follow it, both as written. */
  readonly open: string;
  readonly properties: string;
  readonly children: readonly RunChild[];
  /** The start tag of the `w:ins` that holds the run directly, if one does. */
  readonly insertedBy: string | undefined;
  /**
   * A change here would be lost or would break something: in a field's result, which Word computes again, or in an
   * insertion that holds the run at one remove.
   */
  readonly fixed: boolean;
}

export interface Paragraph extends Source {
  readonly kind: 'paragraph';
  /** The whole of `document.xml`, in which all offsets are. */
  readonly xml: string;
  /** The offset of its end tag; the same as `end` when the paragraph is written as one empty tag. */
  readonly contentEnd: number;
  /** The automatic number as Word shows it, which is not in the source: 一、 */
  readonly number: string;
  readonly runs: readonly Run[];
  /** Its mark is deleted: what follows is the same paragraph once the revisions are accepted. */
  readonly joinsNext: boolean;
  readonly place: ParagraphPlace;
}

/** All counted from 1 in the order of the document. */
export type ParagraphPlace =
  | { readonly paragraph: number }
  | { readonly table: number; readonly row: number; readonly column: number }
  | { readonly textBox: number };

export interface TableCell {
  /** From 1: the grid column that it begins in. */
  readonly column: number;
  /** The cell goes on from the row above, or from the left: it shows nothing of its own. */
  readonly covered: boolean;
  readonly blocks: readonly Block[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
}

export interface WordTable {
  readonly kind: 'table';
  readonly number: number;
  readonly rows: readonly TableRow[];
}

export type Block = Paragraph | WordTable;

export interface WordDocument {
  readonly xml: string;
  readonly blocks: readonly Block[];
  /** Revisions of others that were read as if accepted. */
  readonly revisions: number;
  readonly pictures: number;
}

/** The text that a paragraph's runs show. */
export const runsText = ({ runs }: Paragraph): string =>
  runs.map(({ children }) => children.map(({ text }) => text).join('')).join('');
