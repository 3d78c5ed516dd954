import type { ReportSummary } from './summary.ts';

/** What a configuration says of how reports belong together. */
export interface RelationSettings {
  /** All bodies whose reports the government's report adds up, by name. */
  readonly members?: readonly string[] | undefined;
  /** The document that holds last year's report. */
  readonly prior?: string | undefined;
  /** The present name of a body that was renamed → its former name. */
  readonly renamed?: Readonly<Record<string, string>> | undefined;
}

/** Another report of the same place and year that says the same. */
export interface Alike {
  readonly other: ReportSummary;
  readonly section: 1 | 5;
  /** Which part of this report's section stands there, too: 0 to 1. */
  readonly share: number;
}

export interface MissingMember {
  readonly name: string;
  /** Its report of the year before, where that is there. */
  readonly last: ReportSummary | undefined;
}

/** What is known of the reports that have to do with one. */
export interface Relations {
  /** The body whose report it is. */
  readonly issuer: string | undefined;
  /** The same body's report of the year before; undefined where there is none, or two that differ. */
  readonly prior: ReportSummary | undefined;
  /** The same body's report of the same year, filed once more. */
  readonly duplicates: readonly ReportSummary[];
  /** The report of the government of which this body is one. */
  readonly government: ReportSummary | undefined;
  /** Of a government: the reports of its members for the same year, each body once. */
  readonly members: readonly ReportSummary[];
  /** Whether the configuration names all members. Otherwise they are those that were found. */
  readonly isListed: boolean;
  readonly missing: readonly MissingMember[];
  /** Reports of another year that lie among those of this one. */
  readonly mixed: readonly ReportSummary[];
  readonly alike: readonly Alike[];
  /** The names of other bodies of the same place. */
  readonly neighbours: readonly string[];
}

export const NO_RELATIONS: Relations = {
  issuer: undefined,
  prior: undefined,
  duplicates: [],
  government: undefined,
  members: [],
  isListed: false,
  missing: [],
  mixed: [],
  alike: [],
  neighbours: [],
};
