/**
 * The statutory form of the report as data: what the official attachment prints, in the order it prints it.
 * Labels are canonical (full-width); drafts are compared with them after `fold` (text/fold.ts).
 */

/** `2021` = 国办公开办函〔2021〕30号 (report years from 2021); `2019` = 国办公开办函〔2019〕60号 (2019 and 2020). */
export type FormId = '2019' | '2021';

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

export interface Form {
  readonly id: FormId;
  readonly document: string;
  readonly years: { readonly from: number; readonly to: number };
  readonly sections: readonly FormSection[];
  readonly tables: Readonly<Record<TableId, FormTable>>;
  readonly equations: readonly Equation[];
}

export const cellId = (table: TableId, row: string, column: string): CellId => `${table}/${row}/${column}`;

/** The heading as the template prints it: 一、总体情况. */
export const headingOf = (section: FormSection): string => `${section.ordinal}、${section.title}`;
