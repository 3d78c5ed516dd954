import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { LintResult, Problem } from '../check/lint.ts';
import { say } from '../language/words.ts';
import type { Locale, Severity } from '../rules/rule.ts';
import { type Leads, SOURCE, toDiagnostic } from './diagnostics.ts';

/** More is no list that a person works through, and all of it would be sent anew at each key. */
const MOST_SHOWN = 500;

const BY_URGENCY: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The most urgent findings, in the order of the text. */
function mostUrgent(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_SHOWN) return problems;
  const chosen = new Set<Problem>();
  for (const urgency of BY_URGENCY) {
    for (const problem of problems) {
      if (chosen.size === MOST_SHOWN) break;
      if (problem.severity === urgency) chosen.add(problem);
    }
  }
  return problems.filter((problem) => chosen.has(problem));
}

/** Which problems the client is sent, in the order of the text, and the diagnostic that stands for each. */
export const shownOf = (
  document: TextDocument,
  { problems }: LintResult,
  leads: Leads,
): ReadonlyMap<Problem, Diagnostic> =>
  new Map(mostUrgent(problems).map((problem) => [problem, toDiagnostic(document, problem, leads)]));

/** What the client lists: the diagnostics, and before them how many problems are not among them. */
export function diagnosticsFor(
  shown: ReadonlyMap<Problem, Diagnostic>,
  result: LintResult | undefined,
  locale: Locale,
): Diagnostic[] {
  const diagnostics = [...shown.values()];
  const left = (result?.problems.length ?? 0) - shown.size;
  if (left > 0) diagnostics.unshift(notice(shown.size, left, locale));
  return diagnostics;
}

const notice = (shown: number, left: number, locale: Locale): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Information,
  source: SOURCE,
  message: say(
    locale,
    `问题太多，只列出最要紧的 ${shown} 处，另有 ${left} 处没有显示；改正之后，其余的会接着列出。`,
    `Too many problems: the ${shown} most urgent are listed, ${left} are not shown. They follow as these are mended.`,
  ),
});
