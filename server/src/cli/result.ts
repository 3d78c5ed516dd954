import type { CheckCounts, LintResult, Problem } from '../check/lint.ts';
import type { OfferedFix } from '../check/offered-fixes.ts';
import type { Relations } from '../relations/relations.ts';
import type { NotCheckedReason, Severity } from '../rules/rule.ts';
import type { Encoding, NotText } from '../text/decode.ts';
import type { Span } from '../text/span.ts';
import type { WordPlace } from '../word/place.ts';
import type { Locate, PackPlaceOf } from './positions.ts';

/** What the file is, or the system's error code (ENOENT, EACCES …). */
export type NotReadReason = NotText | 'too-large' | (string & {});

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EIO';

export interface CheckedReport {
  readonly kind: 'report';
  readonly path: string;
  readonly absolute: string | undefined;
  /** `docx`: the text is what the document shows, and `placeOf` leads back to it. */
  readonly encoding: Encoding | 'docx';
  /** After --fix this is the fixed text, and the result is that of the fixed text. */
  readonly text: string;
  readonly result: LintResult;
  /** The problems to show: all of them, or with --quiet the errors. */
  readonly shown: readonly Problem[];
  /** Fixes that were tried on a copy first, computed when they are asked for. */
  readonly fixesOf: (problem: Problem) => readonly OfferedFix[];
  readonly locate: Locate;
  /** In a Word document, where something stands as a person counts there. */
  readonly placeOf?: ((span: Span) => WordPlace | undefined) | undefined;
  /** What a Word document holds beside the text that was checked. */
  readonly beside?: { readonly revisions: number; readonly pictures: number } | undefined;
  /** How many fixes --fix applied, or would apply. */
  readonly fixed: number;
  readonly staleIgnores: readonly StaleIgnore[];
  /** The reports that have to do with this one; undefined where nobody asked. */
  readonly relations?: Relations | undefined;
  /** Where the entry of a pack stands that a finding's rule comes from. */
  readonly packPlaceOf: PackPlaceOf | undefined;
}

/** An entry of the configuration's `ignores` that names the report and matches nothing in it any more. */
export interface StaleIgnore {
  /** The configuration file. */
  readonly config: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly fingerprint: string;
  readonly message: string;
}

export interface NotReport {
  readonly kind: 'not-report';
  readonly path: string;
  readonly named: boolean;
}

export interface NotRead {
  readonly kind: 'not-read';
  readonly path: string;
  readonly reason: NotReadReason;
  /** Whether this very file was named on the command line. */
  readonly named: boolean;
}

export type FileResult = CheckedReport | NotReport | NotRead;

/** While a folder is searched these are no failure of the run: they are counted and reported, the rest goes on. */
const HARMLESS: ReadonlySet<string> = new Set(['old-word', 'outside', 'too-large', 'ENOENT']);

export const isFailure = ({ named, reason }: NotRead): boolean => named || !HARMLESS.has(reason);

export interface Checks {
  passed: number;
  failed: number;
  notChecked: number;
  /** Failed, but ignored for a reason that the user gave. */
  ignored: number;
  readonly reasons: Partial<Record<NotCheckedReason, number>>;
}

export interface Summary {
  reports: number;
  notReports: number;
  notRead: number;
  readonly problems: Record<Severity, number>;
  /** Problems that --fix would fix. */
  fixable: number;
  fixed: number;
  readonly checks: Checks;
}

export const isFixable = (problem: Problem): boolean => problem.fixes.some(({ kind }) => kind === 'safe');

const emptyChecks = (): Checks => ({ passed: 0, failed: 0, notChecked: 0, ignored: 0, reasons: {} });

export const emptySummary = (): Summary => ({
  reports: 0,
  notReports: 0,
  notRead: 0,
  problems: { error: 0, warning: 0, information: 0, hint: 0 },
  fixable: 0,
  fixed: 0,
  checks: emptyChecks(),
});

/** Of one file alone. */
export function summaryOf(file: FileResult): Summary {
  const summary = emptySummary();
  if (file.kind === 'not-report') summary.notReports++;
  if (file.kind === 'not-read') summary.notRead++;
  if (file.kind !== 'report') return summary;
  summary.reports++;
  summary.fixed += file.fixed;
  addChecks(file.result.checks, summary.checks);
  for (const problem of file.result.problems) {
    summary.problems[problem.severity]++;
    if (isFixable(problem)) summary.fixable++;
  }
  return summary;
}

export function addToSummary(summary: Summary, { problems, checks, ...counts }: Summary): void {
  summary.reports += counts.reports;
  summary.notReports += counts.notReports;
  summary.notRead += counts.notRead;
  summary.fixable += counts.fixable;
  summary.fixed += counts.fixed;
  for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
    summary.problems[severity] += problems[severity];
  }
  addChecks(checks, summary.checks);
}

function addChecks({ passed, failed, notChecked, ignored, reasons }: CheckCounts, into: Checks): void {
  into.passed += passed;
  into.failed += failed;
  into.notChecked += notChecked;
  into.ignored += ignored;
  for (const [reason, count] of Object.entries(reasons) as [NotCheckedReason, number][]) {
    into.reasons[reason] = (into.reasons[reason] ?? 0) + count;
  }
}
