import type {
  CellId,
  Equation,
  Form,
  FormColumn,
  FormId,
  FormRow,
  FormTable,
  SectionNumber,
  TableId,
} from '../forms/index.ts';
import type { Decimal } from '../text/decimal.ts';
import type { Span } from '../text/span.ts';
import type { IgnoreComment } from './lines/comments.ts';
import type { Signature } from './signature.ts';
import type { TextFormat } from './source/index.ts';
import type { LayoutId } from './tables/layouts/index.ts';

/**
 * The value of a cell: an exact number, nothing (or 待填, which says so), a mark that stands for nothing (/ - — 无), or
 * other text.
 */
export type CellValue = Decimal | 'blank' | 'placeholder' | 'not-a-number';

/** One statutory cell, with the exact place of its content. An empty span is where a number would go. */
export interface Cell {
  readonly id: CellId;
  readonly row: FormRow;
  readonly column: FormColumn;
  readonly span: Span;
  readonly raw: string;
  readonly value: CellValue;
  /** The text behind the number in the cell: a unit (万元) or a note （其中修订16件）. */
  readonly suffix: string | undefined;
}

/** A label in the draft's wording, with the form's wording. Pieces of a wrapped label are one span. */
export interface Label {
  readonly span: Span;
  readonly raw: string;
  readonly expected: string;
  /**
   * `same` but for blanks, width and brackets; `split` over cells or cut short by the copy; else it `differs`. Of heads
   * alone: `exchanged` with another one, or `missing`, where the label is that of its neighbour.
   */
  readonly match: 'same' | 'alias' | 'outdated' | 'split' | 'truncated' | 'differs' | 'exchanged' | 'missing';
}

export interface TableRow {
  readonly row: FormRow;
  readonly label: Label | undefined;
  /** Labels of merged cells before this row: 三、本年度办理结果, （三）不予公开. */
  readonly groups: readonly Label[];
  readonly span: Span;
  /** In column order. Empty when the row could not be aligned: see `torn`. */
  readonly cells: readonly Cell[];
  /** The row has the wrong number of values; they are kept here and bound to no column. */
  readonly torn: TornRow | undefined;
}

export interface TornRow {
  readonly values: readonly Span[];
  readonly expected: number;
  readonly allZero: boolean;
}

/** A line of values that belongs to no row of the form: a subtotal, a second table. */
export interface ExtraRow {
  readonly label: string;
  readonly span: Span;
  /** How many numbers, or places for numbers, it has. */
  readonly values: number;
}

/**
 * A statutory table of which no cell was taken: the copy tore it, so that no number is sure to stand beside its own
 * label; or it is another copy of a table that was read.
 */
export interface StrayTable {
  readonly id: TableId;
  readonly form: FormTable;
  /** `pieced`: torn, and put together by the form's sums; the table is among those read. */
  readonly why: 'torn' | 'copy' | 'pieced';
  readonly span: Span;
  /** Of a copy: whether all its numbers are those of the table that was read. */
  readonly same: boolean;
}

/** One statutory table as read from the draft. */
export interface Table {
  readonly id: TableId;
  /** The form the table follows: a 23-row requests table may stand in a report of the 2021 form. */
  readonly form: FormTable;
  readonly layout: LayoutId;
  readonly span: Span;
  /** Rows found, in form order, wherever they stand. */
  readonly rows: readonly TableRow[];
  readonly missingRows: readonly FormRow[];
  readonly extraRows: readonly ExtraRow[];
  /** Head cells whose wording is not the form's. */
  readonly heads: readonly Label[];
  readonly equations: readonly Equation[];
  /** All cells of its rows. */
  readonly cells: ReadonlyMap<CellId, Cell>;
}

/** The text of a paragraph without its place: the key of its facts. Versions of a draft share it (see ReadCache). */
export interface ProseContent {
  readonly text: string;
}

/** A stretch of a paragraph that is contiguous in the draft. */
export interface Piece {
  /** Its offset in the paragraph. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A paragraph of prose with its line breaks taken out: in a text wrapped at 30 characters a sentence runs over
 * several lines, and no rule may take a line end for a sentence end. `spanIn` leads back to the draft.
 */
export interface Prose {
  /** Its place among the report's paragraphs. */
  readonly index: number;
  readonly content: ProseContent;
  /** The content's. */
  readonly text: string;
  readonly span: Span;
  /** 0 = before the first heading. */
  readonly section: SectionNumber | 0;
  /** In order; none when the draft has the paragraph as it is, from `span.start` on. */
  readonly pieces: readonly Piece[];
}

export interface Heading {
  readonly number: SectionNumber;
  /** The whole heading without `#` marks and blanks around it. */
  readonly span: Span;
  /** The ordinal with its 、 as written; undefined when the draft has none. An empty-span insert goes to `titleSpan.start`. */
  readonly ordinal: { readonly span: Span; readonly text: string } | undefined;
  readonly titleSpan: Span;
  readonly title: string;
  readonly match: 'same' | 'alias' | 'differs';
}

export interface Section {
  readonly number: SectionNumber;
  readonly heading: Heading;
  /** From the heading's line to the next heading's line, the site's boilerplate at the end excluded. */
  readonly span: Span;
}

/**
 * What the body is, as far as its name tells. 条例第四十九条、第五十条 ask different things of a government and of its
 * departments; a 街道办事处 is an agency of a government and no government. `unknown` is honest: 管理委员会, 公司, 学校.
 */
export type IssuerKind = 'department' | 'government' | 'township' | 'street-office' | 'unknown';

/** 发布机关: the body whose report this is. */
export interface Issuer {
  readonly name: string;
  readonly kind: IssuerKind;
  /** Where the name was read. */
  readonly span: Span;
}

export interface Title {
  readonly span: Span;
  /** The lines joined, blanks taken out. */
  readonly text: string;
  readonly lines: number;
  readonly issuer: string | undefined;
  readonly year: { readonly value: number; readonly span: Span } | undefined;
}

/** Where a report year is stated. Two of the three kinds of place win; the outvoted one is reported. */
export interface YearEvidence {
  readonly place: 'title' | 'preface' | 'period' | 'prose';
  readonly year: number;
  readonly span: Span;
}

/** A stretch that other rules must leave alone: the year in 国办函〔2020〕109号 is no report year. */
export interface Mask {
  readonly kind: 'document-number' | 'book-title' | 'url' | 'email' | 'phone';
  readonly span: Span;
}

/** What the reader could not place. It is reported, never guessed. */
export interface Unread {
  readonly span: Span;
  readonly reason: 'values-without-row' | 'torn-row';
}

/** What is read from a draft: the input of every rule. Plain data, made once for each version and never changed. */
export interface Report {
  readonly text: string;
  readonly format: TextFormat;
  readonly title: Title | undefined;
  /** 发布机关: from the title, else the preface, else the signature. */
  readonly issuer: Issuer | undefined;
  /** The date at the end, if there is one: most published reports have none. */
  readonly signature: Signature | undefined;
  readonly year: number | undefined;
  readonly yearEvidence: readonly YearEvidence[];
  /** The forms that it was read against, in the order of their years. */
  readonly forms: readonly Form[];
  readonly form: Form;
  /** Why this form: the labels of table 2, or, where they do not decide, the year. */
  readonly formBy: 'labels' | 'year' | 'default' | 'option';
  readonly prose: readonly Prose[];
  /** Lines that a web page put above or below the report. No other rule looks at them. */
  readonly boilerplate: readonly Span[];
  readonly sections: readonly Section[];
  readonly tables: Readonly<Partial<Record<TableId, Table>>>;
  /** Statutory tables that are there and of which no cell was taken. */
  readonly strayTables: readonly StrayTable[];
  readonly unread: readonly Unread[];
  /** `<!-- nianbao-ignore … -->`. In Markdown and HTML comments are no part of prose, headings and tables. */
  readonly ignoreComments: readonly IgnoreComment[];
}

export type { TextFormat };

export interface ReadOptions {
  /** Overrides the year that the text states. */
  readonly year?: number | undefined;
  /** Overrides the form that the tables and the year tell: one of the list by its id, or any. */
  readonly form?: FormId | Form | undefined;
  /** The forms that a draft may follow, in the order of their years; the statutory ones when left out. */
  readonly forms?: readonly Form[] | undefined;
  /** Overrides the body that the text names; without a kind its name tells. */
  readonly issuer?: { readonly name: string; readonly kind?: IssuerKind | undefined } | undefined;
  readonly format?: TextFormat | undefined;
}
