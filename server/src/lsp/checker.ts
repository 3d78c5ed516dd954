import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintResult, Problem } from '../check/lint.ts';
import type { Judge } from '../check/try-fix.ts';
import type { DraftView } from '../language/draft-view.ts';
import { ReadCache } from '../report/read-cache.ts';
import type { Report } from '../report/report.ts';
import { isLarge, largeNotice } from './large.ts';
import type { Engine } from './runtime.ts';
import type { DraftSettings, Settings } from './settings.ts';
import { diagnosticsFor, shownOf } from './shown.ts';

/** What was found in one version of a document under one state of the settings. Every feature answers from this. */
export interface Checked {
  readonly document: TextDocument;
  readonly version: number;
  readonly settings: DraftSettings;
  /** Undefined when the document is no report. */
  readonly result: LintResult | undefined;
  readonly report: Report | undefined;
  /** The result's problems in the order of the text, each with its diagnostic; of very many the most urgent. */
  readonly shown: ReadonlyMap<Problem, Diagnostic>;
  /** Too large to be checked by itself, and nobody has asked for it. */
  readonly waits: boolean;
  /** What the client is sent. */
  readonly diagnostics: readonly Diagnostic[];
  /** Names this state for pull diagnostics: opening, version and settings, so that no other state shares it. */
  readonly resultId: string;
}

/** What the language features are given; undefined when the document is no report. */
export function viewOf({ document, report, result, settings }: Checked): DraftView | undefined {
  return report && result && { document, report, result, locale: settings.lint.locale ?? 'zh' };
}

/** How a changed copy of the text would be judged. What is stored is not judged again. */
export function judgeOf(
  { settings, report, result }: Pick<Checked, 'settings' | 'report' | 'result'>,
  engine: Engine,
): Judge {
  return (text) => {
    if (report && result && text === report.text) return { report, result };
    const changed = engine.read(text, settings.read);
    return { report: changed, result: engine.lint(changed, settings.lint) };
  };
}

export interface Checker {
  opened(document: TextDocument): void;
  closed(uri: string): void;
  /** The stored result when it is of the current version and settings, else a new one. Undefined: closed or cancelled. */
  check(uri: string, token?: CancellationToken): Promise<Checked | undefined>;
  /** Somebody asks for a check of a text that is too large to be checked by itself. @returns is it one? */
  demand(uri: string): boolean;
  /** The last check of each open document that is a report, as far as there is one. */
  known(): Checked[];
  /** What is found in a text that is not open, under the settings of its place. Nothing of it is kept. */
  checkClosed(document: TextDocument): Promise<Checked>;
}

/** An open document. */
interface Draft {
  readonly opening: number;
  readonly document: TextDocument;
  isReport: boolean;
  readonly cache: ReadCache;
  checked?: Checked;
  /** The version that somebody wants checked, however large. */
  demanded?: number;
}

const REPORT_LANGUAGE = 'nianbao';
const NOTHING_SHOWN: Checked['shown'] = new Map();

/** A client gives an open text another language by closing it and opening it again: no reason to look away. */
const isSameText = (closed: TextDocument, opened: TextDocument): boolean =>
  closed.uri === opened.uri && closed.languageId !== opened.languageId && closed.getText() === opened.getText();

export function createChecker(
  settings: Settings,
  engine: Engine,
  rulePages: string | undefined,
  onChecked: (checked: Checked) => void,
): Checker {
  const drafts = new Map<string, Draft>();
  let openings = 0;
  let lastClosed: Draft | undefined;

  function run(draft: Draft, { read, lint, ...rest }: DraftSettings): Checked {
    const { document } = draft;
    const { version } = document;
    const text = document.getText();
    const locale = lint.locale ?? 'zh';
    // Once a report, it stays one until it is closed: while a title is rewritten the findings must not vanish.
    draft.isReport ||= document.languageId === REPORT_LANGUAGE || engine.isReport(text);
    const waits = draft.isReport && draft.demanded !== version && isLarge(document);
    const report = draft.isReport && !waits ? engine.read(text, read, draft.cache) : undefined;
    const result = report && engine.lint(report, lint);
    const shown = result ? shownOf(document, result, rulePages) : NOTHING_SHOWN;
    return {
      document,
      version,
      settings: { read, lint, ...rest },
      result,
      report,
      shown,
      waits,
      diagnostics: waits ? [largeNotice(locale)] : diagnosticsFor(shown, result, locale),
      resultId: waits
        ? `${draft.opening}.large.${rest.generation}`
        : result
          ? `${draft.opening}.${version}.${rest.generation}`
          : `${draft.opening}.none`,
    };
  }

  return {
    opened(document) {
      const isReport = lastClosed?.isReport === true && isSameText(lastClosed.document, document);
      lastClosed = undefined;
      drafts.set(document.uri, { opening: ++openings, document, isReport, cache: new ReadCache() });
    },
    closed(uri) {
      lastClosed = drafts.get(uri);
      drafts.delete(uri);
    },
    demand(uri) {
      const draft = drafts.get(uri);
      if (!draft || !isLarge(draft.document)) return false;
      draft.demanded = draft.document.version;
      if (draft.checked?.waits) delete draft.checked;
      return true;
    },
    known: () => [...drafts.values()].flatMap(({ checked }) => (checked?.result ? [checked] : [])),
    async check(uri, token) {
      const draft = drafts.get(uri);
      if (!draft) return undefined;
      const current = await settings.of(draft.document);
      if (drafts.get(uri) !== draft) return undefined;
      const { checked } = draft;
      if (checked?.version === draft.document.version && checked.settings.generation === current.generation) {
        return checked;
      }
      if (token?.isCancellationRequested) return undefined;
      const fresh = run(draft, current);
      draft.checked = fresh;
      onChecked(fresh);
      return fresh;
    },
    async checkClosed(document) {
      const current = await settings.of(document);
      if (!drafts.has(document.uri)) settings.closed(document.uri);
      const demanded = document.version;
      return run({ opening: 0, document, isReport: false, cache: new ReadCache(), demanded }, current);
    },
  };
}
