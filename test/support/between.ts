import { lintReport } from '../../server/src/check/lint.ts';
import { type Problem, type ReportSummary, readReport, rules, summaryOf } from '../../server/src/index.ts';
import type { RelationSettings } from '../../server/src/relations/relations.ts';
import { ReportIndex } from '../../server/src/relations/report-index.ts';

/** A draft and where it lies. */
export interface Filed {
  readonly path: string;
  readonly text: string;
  readonly settings?: RelationSettings;
}

const summaryIn = ({ path, text }: Filed): ReportSummary => structuredClone(summaryOf(readReport(text), path));

/** The index that knows some drafts. */
export function indexOf(files: readonly Filed[]): ReportIndex {
  const index = new ReportIndex();
  for (const file of files) index.set(summaryIn(file), file.settings);
  return index;
}

/** What a rule finds in the first of some drafts, which all are known. */
export function between(rule: string, files: readonly Filed[]): Problem[] {
  const [own] = files;
  if (!own) return [];
  const relations = indexOf(files).of(own.path);
  const only = rules.filter(({ meta }) => meta.id === rule);
  return [...lintReport(readReport(own.text), { relations }, only).problems];
}
