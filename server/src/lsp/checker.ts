import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintResult, Problem } from '../check/lint.ts';
import type { Judge } from '../check/try-fix.ts';
import type { DraftView } from '../language/draft-view.ts';
import { summaryOf } from '../relations/summary.ts';
import { ReadCache } from '../report/read-cache.ts';
import type { Report } from '../report/report.ts';
import { isLarge, largeNotice } from './large.ts';
import type { Neighbours } from './neighbours.ts';
import type { Engine } from './runtime.ts';
import type { DraftSettings, Settings } from './settings.ts';
import { diagnosticsFor, shownOf } from './shown.ts';

/** The result for one version of a document under one state of the settings. Every feature answers from it. */
export interface Checked {
  readonly document: TextDocument;
  readonly version: number;
  readonly settings: DraftSettings;
  /** Names the state of the other reports with which it was compared. */
  readonly neighbourhood: string;
  /** Undefined when the document is no report. */
  readonly result: LintResult | undefined;
  readonly report: Report | undefined;
  /** The result's problems in the order of the text, each with its diagnostic; of very many the most urgent. */
  readonly shown: ReadonlyMap<Problem, Diagnostic>;
  /** Too large for an automatic check, and nobody has asked for one. */
  readonly waits: boolean;
  /** What the client is sent. */
  readonly diagnostics: readonly Diagnostic[];
  /** Names this state for pull diagnostics: opening, version and settings, so that no other state shares it. */
  readonly resultId: string;
}

/** What the language features are given; undefined when the document is no report. */
export function viewOf({ document, report, result, settings }: Checked): DraftView | undefined {
  return (
    report &&
    result && { document, report, result, locale: settings.lint.locale ?? 'zh', relations: settings.lint.relations }
  );
}

/** Checks a changed copy of the text. The stored text is not checked again. */
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

/** A client changes the language of an open text by closing and opening it again: the text stays a report. */
const isSameText = (closed: TextDocument, opened: TextDocument): boolean =>
  closed.uri === opened.uri && closed.languageId !== opened.languageId && closed.getText() === opened.getText();

/** Keeps one result per document version and settings generation. Every feature answers from it. */
export class Checker {
  readonly #settings: Settings;
  readonly #engine: Engine;
  readonly #rulePages: string | undefined;
  readonly #neighbours: Neighbours;
  readonly #onChecked: (checked: Checked) => void;
  readonly #drafts = new Map<string, Draft>();
  #openings = 0;
  #lastClosed: Draft | undefined;

  /** @param onChecked is called with every new result. */
  constructor(
    settings: Settings,
    engine: Engine,
    rulePages: string | undefined,
    neighbours: Neighbours,
    onChecked: (checked: Checked) => void,
  ) {
    this.#settings = settings;
    this.#engine = engine;
    this.#rulePages = rulePages;
    this.#neighbours = neighbours;
    this.#onChecked = onChecked;
  }

  opened(document: TextDocument): void {
    const closed = this.#lastClosed;
    this.#lastClosed = undefined;
    const isReport = closed?.isReport === true && isSameText(closed.document, document);
    this.#drafts.set(document.uri, { opening: ++this.#openings, document, isReport, cache: new ReadCache() });
  }

  closed(uri: string): void {
    this.#lastClosed = this.#drafts.get(uri);
    this.#drafts.delete(uri);
  }

  /** The user asks for a check of a text that is too large to be checked by itself. @returns whether it is too large. */
  demand(uri: string): boolean {
    const draft = this.#drafts.get(uri);
    if (!draft || !isLarge(draft.document)) return false;
    draft.demanded = draft.document.version;
    if (draft.checked?.waits) delete draft.checked;
    return true;
  }

  /** The last check of each open document that is a report, as far as there is one. */
  known(): Checked[] {
    return [...this.#drafts.values()].flatMap(({ checked }) => (checked?.result ? [checked] : []));
  }

  /** The stored result when it is of the current version and settings, else a new one. Undefined: closed or cancelled. */
  async check(uri: string, token?: CancellationToken): Promise<Checked | undefined> {
    const draft = this.#drafts.get(uri);
    if (!draft) return undefined;
    const current = await this.#settings.of(draft.document);
    if (this.#drafts.get(uri) !== draft) return undefined;
    const { checked } = draft;
    const isOfNow = checked?.version === draft.document.version && checked.settings.generation === current.generation;
    if (isOfNow && !this.isOutdated(checked)) return checked;
    if (token?.isCancellationRequested) return undefined;
    // The text is as it was and another report has changed: it is judged again, and not read.
    const fresh = isOfNow && checked.report ? this.#judge(draft, checked.report, current) : this.#run(draft, current);
    draft.checked = fresh;
    this.#onChecked(fresh);
    return fresh;
  }

  /** Whether a report that this one was compared with has changed since. */
  isOutdated({ document, report, neighbourhood }: Checked): boolean {
    return report !== undefined && this.#neighbours.of(document.uri).key !== neighbourhood;
  }

  /** Checks a text that is not open, under the settings of its place. Its summary is kept and nothing else. */
  async checkClosed(document: TextDocument): Promise<Checked> {
    const current = await this.#settings.of(document);
    if (!this.#drafts.has(document.uri)) this.#settings.closed(document.uri);
    const demanded = document.version;
    return this.#run({ opening: 0, document, isReport: false, cache: new ReadCache(), demanded }, current);
  }

  #run(draft: Draft, settings: DraftSettings): Checked {
    const { document } = draft;
    const { version } = document;
    const { read, generation } = settings;
    const text = document.getText();
    // Once a report, it stays one until it is closed: while a title is rewritten the findings must not vanish.
    draft.isReport ||= document.languageId === REPORT_LANGUAGE || this.#engine.isReport(text);
    if (draft.isReport && draft.demanded !== version && isLarge(document)) {
      return waiting(document, settings, `${draft.opening}.large.${generation}`);
    }
    const report = draft.isReport ? this.#engine.read(text, read, draft.cache) : undefined;
    if (report) this.#neighbours.set(summaryOf(report, document.uri), settings.relations);
    return this.#judge(draft, report, settings);
  }

  #judge(draft: Draft, report: Report | undefined, settings: DraftSettings): Checked {
    const { document } = draft;
    const { version } = document;
    const { generation } = settings;
    const { relations, key } = this.#neighbours.of(document.uri);
    const lint = { ...settings.lint, relations };
    const result = report && this.#engine.lint(report, lint);
    const entryOf = settings.config?.entryOf;
    const leads = { rulePages: this.#rulePages, entryOf, relations, locale: lint.locale ?? 'zh' };
    const shown = result ? shownOf(document, result, leads) : NOTHING_SHOWN;
    return {
      document,
      version,
      settings: { ...settings, lint },
      neighbourhood: key,
      result,
      report,
      shown,
      waits: false,
      diagnostics: diagnosticsFor(shown, result, lint.locale ?? 'zh'),
      resultId: `${draft.opening}.${result ? `${version}.${generation}${key && `.${key}`}` : 'none'}`,
    };
  }
}

/** Of a large text that nobody has asked to be checked. */
const waiting = (document: TextDocument, settings: DraftSettings, resultId: string): Checked => ({
  document,
  version: document.version,
  settings,
  neighbourhood: '',
  result: undefined,
  report: undefined,
  shown: NOTHING_SHOWN,
  waits: true,
  diagnostics: [largeNotice(settings.lint.locale ?? 'zh')],
  resultId,
});
