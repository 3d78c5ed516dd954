import type { KnownDocument } from './documents.ts';

/**
 * The statutory form of the report as data: what the official attachment prints, in the order it prints it.
 * Labels are canonical (full-width); drafts are compared with them after `fold` (text/fold.ts).
 */

/** Section 2, section 3 and section 4 hold one statutory table each. */
export type TableId = 'proactive' | 'requests' | 'review';

export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** `requests/denied.secret/natural`: table, row key, column key. Row and column keys never contain `/`. */
export type CellId = `${TableId}/${string}/${string}`;

/** What a cell may hold: a count (0, 1, 2 …), a change (−8 is allowed), or an amount with decimals. */
export type CellKind = 'count' | 'change' | 'amount';

export interface FormColumn {
  readonly key: string;
  readonly label: string;
  /** Merged heads above the label, outermost first: 法人或其他组织 above 商业企业. */
  readonly under?: readonly string[];
  readonly kind: CellKind;
  readonly unit: string;
  /** What its number says of a stock: `stock` at the year's end is never less than `added` in the year less `removed`. */
  readonly role?: 'stock' | 'added' | 'removed';
  /** Other wordings that mean the same and are not reported. */
  readonly aliases?: readonly string[];
}

export interface FormRow {
  readonly key: string;
  /** As printed, with its ordinal. Empty in the review table, whose only row has no label. */
  readonly label: string;
  /** Merged labels to the left, outermost first: 三、本年度办理结果, （三）不予公开. */
  readonly under?: readonly string[];
  /** The article behind the row, for hovers. */
  readonly law?: string;
  readonly aliases?: readonly string[];
  /** Wordings that are recognised and reported: the label of an older form. */
  readonly outdated?: readonly string[];
}

/** A run of rows under one head. The proactive-disclosure table has one per item of article 20. */
export interface FormBlock {
  readonly key: string;
  /** 第二十条第（一）项: a cell as wide as the table, above the head. */
  readonly caption?: string;
  /** The head cell above the row labels. */
  readonly corner?: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

export interface FormTable {
  readonly id: TableId;
  readonly section: SectionNumber;
  /** What messages call it: 表二, 表三, 表四 would need the form at hand, so the section's subject is named. */
  readonly title: string;
  readonly blocks: readonly FormBlock[];
}

/** What must hold between cells: the sum of `left` equals the sum of `right`. */
export interface Equation {
  readonly id: string;
  readonly kind: 'row-total' | 'result-total' | 'balance' | 'review-total';
  readonly table: TableId;
  readonly left: readonly CellId[];
  readonly right: readonly CellId[];
}

export interface FormSection {
  readonly number: SectionNumber;
  readonly ordinal: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Names that say less and are the section's only behind its own ordinal: 六、其他事项, but 3.其他事项 elsewhere. */
  readonly shortNames?: readonly string[];
  readonly table?: TableId;
}

/** A form with all that follows from it alone. Nothing else in the product asks which form it is, or which year. */
export interface Form {
  readonly id: string;
  /** The notice to which it is attached, which reports of its years cite. */
  readonly notice: KnownDocument;
  /** The first report year that it holds for. It holds until the next form does. */
  readonly since: number;
  readonly sections: readonly FormSection[];
  readonly tables: Readonly<Record<TableId, FormTable>>;
  readonly equations: readonly Equation[];
  /** What section one is to speak of. Earlier years of the form were not asked for it. */
  readonly overview: {
    readonly aspects: readonly string[];
    readonly since: number;
    /** Each aspect under its own name. Otherwise the names are the notices' own, and one that is missing is no fault. */
    readonly byName: boolean;
  };
  /** Section six says which fees for processing information were collected, even when none were. */
  readonly statesFees: boolean;
  /** A cell without a number is a fault: 没有的填 0. Otherwise it is mentioned and no more. */
  readonly fillsEveryCell: boolean;
}

export const cellId = (table: TableId, row: string, column: string): CellId => `${table}/${row}/${column}`;

/** The heading as the template prints it: 一、总体情况. */
export const headingOf = (section: FormSection): string => `${section.ordinal}、${section.title}`;
