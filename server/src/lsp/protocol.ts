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
  readonly counts: { readonly error: number; readonly warning: number; readonly information: number; readonly hint: number };
  readonly checks: { readonly passed: number; readonly failed: number; readonly notChecked: number };
}

/** Server command behind 「在本报告/本工作区允许该词」; arguments: AllowTermArguments. */
export const ALLOW_TERM = 'nianbao.server.allowTerm';

export interface AllowTermArguments {
  readonly uri: string;
  readonly term: string;
  readonly scope: 'report' | 'workspace';
}

/** Code action kind of all safe fixes together. */
export const FIX_ALL_KIND = 'source.fixAll.nianbao';
