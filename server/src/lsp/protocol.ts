/** The messages that client and server exchange beside the Language Server Protocol. Types and names only. */

/** Server → client, after each check of a document: what the status item shows. */
export const STATUS = 'nianbao/status';

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  /** False when the document is no report: the client then shows nothing. */
  readonly report: boolean;
  readonly year?: number;
  /** `2021` or `2019`. */
  readonly form?: string;
  readonly counts: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
  readonly checks: { readonly passed: number; readonly failed: number; readonly notChecked: number };
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

/** Code action kind of all safe fixes together. */
export const FIX_ALL_KIND = 'source.fixAll.nianbao';

/** Server → client: the text of a configuration file that only the editor can read (a virtual file system). */
export const READ_FILE = 'nianbao/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** The file's text, or null when there is none. */
export type ReadFileResult = string | null;

/** What a client may say at the start. All of it is optional: a plain LSP client sends nothing. */
export interface InitializationOptions {
  /** The client answers READ_FILE. */
  readonly readFiles?: boolean;
  /**
   * Where the rules' pages are: an address with `{rule}` for the rule's id (`https://host/{rule}.md`), also that of a
   * command of the client.
   */
  readonly rulePages?: string;
  /** For clients without `workspace/configuration`: what would stand under `nianbao`. */
  readonly settings?: unknown;
}
