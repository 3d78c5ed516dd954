import type { Disposable } from 'vscode-languageserver';
import { type LintResult, type LintSettings, lintReport } from '../check/lint.ts';
import type { ConfigRefusal } from '../config/config.ts';
import { readReport } from '../report/read.ts';
import type { ReadCache } from '../report/read-cache.ts';
import type { ReadOptions, Report } from '../report/report.ts';
import { isReport } from '../report/sniff.ts';

/** The text of a configuration file; undefined when there is none. */
export type ConfigText = string | { readonly refusal: ConfigRefusal } | undefined;

/** What the server needs of the machine it runs on. Node, a browser worker and the tests each bring their own. */
export interface Runtime {
  /** Schemes of URIs that `readFile` can read; for others the client is asked, if it offers that. */
  readonly fileSchemes: readonly string[];
  /** The text of a file, without byte order mark; undefined when there is none or it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** The same of a configuration file, or why one that is there is not read. A link may not lead out of the workspace. */
  readConfig(uri: string, workspace: string | undefined): Promise<ConfigText>;
  /** The same of a rule pack, which lies in a folder wherever links lead. */
  readPack(uri: string, home: string): Promise<ConfigText>;
  /** The text files below a folder that may be reports; left out where folders cannot be listed. */
  listFiles?(folder: string, most?: number): Promise<readonly ListedFile[]>;
  readonly timer: {
    setImmediate(callback: () => void): Disposable;
    setTimeout(callback: () => void, milliseconds: number): Disposable;
  };
  /** Where the rules' pages are, when the client does not say: an address with `{rule}` for the rule's id. */
  readonly rulePages?: string;
  readonly engine?: Engine;
}

export interface ListedFile {
  readonly uri: string;
  /** Changes when the file does. */
  readonly stamp: string;
}

/** The engine: the part of the program that reads and checks reports. Pure. */
export interface Engine {
  isReport(text: string): boolean;
  read(text: string, options: ReadOptions, cache?: ReadCache): Report;
  lint(report: Report, settings: LintSettings): LintResult;
}

export const engine: Engine = {
  isReport,
  read: readReport,
  lint: (report, settings) => lintReport(report, settings),
};
