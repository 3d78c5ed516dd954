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
  /**
   * The column's part in a stock: the `stock` at the year's end is never less than `added` in the year less `removed`.
   */
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

/** A group of rows under one head. The proactive-disclosure table has one per item of article 20. */
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
  /** The table's name in messages. 表二, 表三, 表四 would depend on the form, so the name says the section's subject. */
  readonly title: string;
  readonly blocks: readonly FormBlock[];
}

/** An equation between cells: the sum of `left` equals the sum of `right`. */
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
  /** Short names that identify the section only behind its own ordinal: 六、其他事项, but 3.其他事项 elsewhere. */
  readonly shortNames?: readonly string[];
  readonly table?: TableId;
}

/** A form with all facts that depend on it. Nothing else in the product asks which form it is, or for which year. */
export interface Form {
  readonly id: string;
  /** The notice that the form is attached to, which reports of its years cite. */
  readonly notice: KnownDocument;
  /** The first report year that it holds for, until the next form's. */
  readonly since: number;
  readonly sections: readonly FormSection[];
  readonly tables: Readonly<Record<TableId, FormTable>>;
  readonly equations: readonly Equation[];
  /** The aspects that section one must speak of. Reports of earlier years of the form need not. */
  readonly overview: {
    readonly aspects: readonly string[];
    readonly since: number;
    /**
     * Whether each aspect must have its own name. Otherwise the names are the notices' own, and a missing one is no
     * fault.
     */
    readonly byName: boolean;
  };
  /** Whether section six must state the fees for processing information, even when there were none. */
  readonly statesFees: boolean;
  /** Whether a cell without a number is a fault (没有的填 0). Otherwise it is only mentioned. */
  readonly fillsEveryCell: boolean;
}

export const cellId = (table: TableId, row: string, column: string): CellId => `${table}/${row}/${column}`;

/** The heading as the template prints it: 一、总体情况. */
export const headingOf = (section: FormSection): string => `${section.ordinal}、${section.title}`;
