import type { RelationSettings, Relations } from '../relations/relations.ts';
import type { ReportSummary } from '../relations/summary.ts';
import type { Found } from './files.ts';

/** First all files are read, so that it is known how their reports go together; then each is checked. */
export type Task =
  | { readonly kind: 'read'; readonly found: Found }
  | { readonly kind: 'check'; readonly found: Found; readonly relations?: Relations | undefined };

/** A report as others are to know it. */
export interface KnownReport {
  readonly summary: ReportSummary;
  readonly settings: RelationSettings;
}
