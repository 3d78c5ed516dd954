import type { Relations } from '../relations/relations.ts';
import { ReportIndex } from '../relations/report-index.ts';
import type { ReportSummary } from '../relations/summary.ts';
import type { Found } from './files.ts';
import type { KnownReport } from './task.ts';

/** The reports among the given files, as they know each other. */
export class KnownReports {
  readonly #index = new ReportIndex();
  /** Settings name files by their absolute paths, findings as they were given. */
  readonly #paths = new Map<string, string>();

  constructor(files: readonly Found[]) {
    for (const found of files) if (found.kind === 'file') this.#paths.set(found.absolute, found.path);
  }

  add({ summary, settings }: KnownReport): void {
    const { prior } = settings;
    this.#index.set(summary, { ...settings, prior: prior === undefined ? undefined : this.#paths.get(prior) });
  }

  /** All that is known of the reports around one. */
  ofDocument(document: string): Relations | undefined {
    return this.#index.of(document);
  }

  /** What a check of one file is to know; only what rules ask of each other report is sent along. */
  of(found: Found): Relations | undefined {
    // A report alone is compared with nothing, and does not say that it was.
    const relations = found.kind === 'file' && this.#index.size > 1 ? this.#index.of(found.path) : undefined;
    if (!relations) return undefined;
    const { members, government, duplicates, mixed, missing } = relations;
    return {
      ...relations,
      members: members.map(numbersOnly),
      government: government && numbersOnly(government),
      duplicates: duplicates.map(numbersOnly),
      mixed: mixed.map(numbersOnly),
      missing: missing.map(({ name, last }) => ({ name, last: last && numbersOnly(last) })),
    };
  }
}

const numbersOnly = (summary: ReportSummary): ReportSummary => ({
  ...summary,
  shingles: { 1: [], 5: [] },
  sentences: [],
  problems: [],
});
