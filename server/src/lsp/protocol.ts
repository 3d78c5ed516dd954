import type { Counts } from '../check/counts.ts';
import type { Block } from '../word/convert/blocks.ts';

/** The messages that client and server exchange beside the Language Server Protocol. Types and names only. */

/**
 * Node options of the server. By default Node has four threads that compile and collect; on an office computer with two
 * cores they keep the answering thread waiting. And young objects get 32 MB, of which a draft fills none.
 */
export const NODE_OPTIONS: readonly string[] = ['--v8-pool-size=1', '--max-semi-space-size=4'];

/** Server → client, after each check of a document, and when what was told holds no longer. */
export const STATUS = 'nianbao/status';

export interface StatusParams {
  readonly uri: string;
  /** The document's version that was checked. */
  readonly version: number;
  /** A setting has changed since: what follows is out of date, and a new check brings another status. */
  readonly outdated?: true;
  /** False when the document is no report: the client then shows nothing. */
  readonly report: boolean;
  readonly year?: number;
  /** `2021` or `2019`. */
  readonly form?: string;
  readonly counts: Counts;
  /** The other reports that it was compared with, a line each. */
  readonly paired?: readonly string[];
}

/**
 * Server command that allows a term until the document is closed: for a document that has no file and no folder where
 * the permission could be written down. Argument: AllowTermArguments.
 */
export const ALLOW_TERM = 'nianbao.server.allowTerm';

export interface AllowTermArguments {
  readonly uri: string;
  readonly term: string;
}

/**
 * Client command behind “ignore here”, for clients that say `asksReasons`: asks for the reason and passes it to IGNORE.
 * Argument: IgnoreHereArguments.
 */
export const IGNORE_HERE = 'nianbao.ignoreHere';

export interface IgnoreHereArguments {
  readonly uri: string;
  readonly fingerprint: string;
  /** The rule's title, to be shown. */
  readonly title: string;
  /** The draft was never saved, so that there is no place for the reason yet: the client says so, and saves when asked. */
  readonly unsaved?: true;
}

/**
 * Server command that ignores a finding: has the client apply an edit that records the reason. Argument:
 * IgnoreArguments. Answer: was it written?
 */
export const IGNORE = 'nianbao.server.ignore';

export interface IgnoreArguments {
  readonly uri: string;
  readonly fingerprint: string;
  readonly reason: string;
}

/**
 * Client command behind a missing title or body, for clients that say `asksNames`: asks for the body's name and hands it
 * to NAME_BODY. Argument: AskNameArguments.
 */
export const ASK_NAME = 'nianbao.askName';

export interface AskNameArguments {
  readonly uri: string;
}

/**
 * Server command that has the client apply an edit which names the body in the title. Argument: NameBodyArguments.
 * Answer: was it written?
 */
export const NAME_BODY = 'nianbao.server.nameBody';

export interface NameBodyArguments {
  readonly uri: string;
  readonly name: string;
}

/** Server command behind a code lens: shows what the rules on sums propose for a table. Argument: FixTableArguments. */
export const FIX_TABLE = 'nianbao.server.fixTable';

/** Server command that checks a text once which is too large to be checked at each change. Argument: CheckLargeArguments. */
export const CHECK_LARGE = 'nianbao.server.checkLarge';

export interface CheckLargeArguments {
  readonly uri: string;
}

/** Server command behind a refactoring that writes numbers. Argument: what the action's data was. */
export const REVIEW_CHANGES = 'nianbao.server.reviewChanges';

/** Server → client, for clients that say `choosesChanges`: which of these changes are to be made? */
export const CHOOSE_CHANGES = 'nianbao/chooseChanges';

export interface ChooseChangesParams {
  /** Each names its cell, what it holds and what it will. */
  readonly changes: readonly string[];
}

/** Their places in the list; null when the user has turned away. */
export type ChooseChangesResult = readonly number[] | null;

/** Code action kind of the conversions of a table to another layout. */
export const CONVERT_TABLE_KIND = 'refactor.rewrite.nianbao.convertTable';

/** Code action kind of all safe fixes together. */
export const FIX_ALL_KIND = 'source.fixAll.nianbao';

/** Server → client: the text of a configuration file that only the editor can read (a virtual file system). */
export const READ_FILE = 'nianbao/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** The file's text, or null when there is none. */
export type ReadFileResult = string | null;

/** Initialization options of a client. All of them are optional: a plain LSP client sends nothing. */
export interface InitializationOptions {
  /** The client answers READ_FILE. */
  readonly readFiles?: boolean;
  /** The client answers CHOOSE_CHANGES. */
  readonly choosesChanges?: boolean;
  /** The client shows hints of columns in the line of the cursor only, when it is set so. */
  readonly followsCursor?: boolean;
  /** The client has the command IGNORE_HERE. */
  readonly asksReasons?: boolean;
  /** The client has the command ASK_NAME. */
  readonly asksNames?: boolean;
  /**
   * Where the rules' pages are: an address with `{rule}` for the rule's id (`https://host/{rule}.md`), also that of a
   * command of the client.
   */
  readonly rulePages?: string;
  /** For clients without `workspace/configuration`: what would stand under `nianbao`. */
  readonly settings?: unknown;
}

/** Client → server: the report drawn as the official form, with the check list below. Null: no report. */
export const REPORT_VIEW = 'nianbao/reportView';

export interface ReportViewParams {
  readonly uri: string;
  /** Also make the page that can be saved and printed. */
  readonly page: boolean;
  /** Of the program, to be named on the page. */
  readonly version?: string;
}

export interface ReportViewResult {
  /** The document's version that the offsets in `html` belong to. */
  readonly version: number;
  readonly html: string;
  readonly style: string;
  readonly page?: string;
}

/**
 * Client → server: something was entered in the view. The server computes the edits of the draft as it is now and has
 * the client apply them; when the draft changes meanwhile they are computed anew.
 */
export const EDIT_REPORT = 'nianbao/edit';

/** Numbers in cells of the form; the rest of a table; or one of a finding’s fixes, by its title. */
export type ViewEdit =
  | { readonly cells: readonly ViewCellChange[] }
  | { readonly table: string; readonly fill: 'totals' | 'rest' }
  | { readonly fingerprint: string; readonly fix: string };

export interface ViewCellChange {
  /** `requests/new/total` */
  readonly cell: string;
  /** What the cell showed when the number was entered: nothing else is overwritten. */
  readonly was: string;
  readonly text: string;
}

export interface EditReportParams {
  readonly uri: string;
  readonly edit: ViewEdit;
}

/** Why nothing was written, if so. `gone`: what was to be edited is not there any more. */
export interface EditReportResult {
  readonly refused?: 'changed' | 'no-place' | 'not-a-number' | 'gone';
  /** The cell that refused it. */
  readonly cell?: string;
}

/** Client → server: a complete draft for a body and a year, to be opened as a new document. */
export const NEW_REPORT = 'nianbao/newReport';

export interface NewReportParams {
  readonly issuer: string;
  readonly type: 'department' | 'government' | 'township' | 'street-office';
  readonly year: number;
  readonly markdown: boolean;
  /** An open report of last year, whose carried-forward requests are carried over. */
  readonly previous?: string;
}

/** Client → server: the report as something else. Null: no report. */
export const CONVERT = 'nianbao/convert';

export interface ConvertParams {
  readonly uri: string;
  readonly target: 'docx' | 'html' | 'md' | 'txt';
}

/** The text to write; for a Word document what it holds, which the client makes one of. */
export interface ConvertResult {
  readonly text?: string;
  readonly blocks?: readonly Block[];
}

/** Client → server: what would be reported on a text that is not open. Null: no report. */
export const CHECK_TEXT = 'nianbao/checkText';

export interface CheckTextParams {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

export interface CheckTextResult {
  /** LSP diagnostics. */
  readonly diagnostics: readonly object[];
  readonly counts: Counts;
}
