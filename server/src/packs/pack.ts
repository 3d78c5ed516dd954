import type { IssuerType } from '../config/issuer.ts';
import type { PackPath } from '../config/pack-path.ts';
import type { Bilingual, RuleId, Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import type { Pattern } from './pattern.ts';

/** A rule pack: what a province or an office asks for beyond the national form. Data only; nothing in it runs. */
export interface Pack {
  /** The group of its rules: 某县-2025/公报期数. */
  readonly name: string;
  readonly extends: readonly PackPath[];
  readonly entries: readonly Entry[];
}

/** Where an entry looks: the whole prose, a section, or one of the five aspects of section one. */
export const PLACES = [
  'report',
  'preface',
  'overview',
  'disclosure',
  'requests',
  'management',
  'platforms',
  'supervision',
  'problems',
  'other',
] as const;
export type PlaceName = (typeof PLACES)[number];

export const ENTRY_KINDS = ['require', 'replace', 'term', 'forbid', 'name', 'length', 'deadline', 'severity'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A sentence that shows what an entry means. */
export interface Example {
  readonly text: string;
  readonly span: Span;
}

interface Base {
  readonly id: RuleId;
  /** Of its name in the pack: findings lead there. */
  readonly span: Span;
  readonly message: Bilingual;
  /** The notice, article or habit behind it. */
  readonly basis: string;
  readonly severity: Severity;
  /** Which bodies it concerns; all when left out. */
  readonly for: readonly IssuerType[] | undefined;
  readonly right: readonly Example[];
  readonly wrong: readonly Example[];
}

/** A statement or a count that must stand in a place. One of the phrases is enough. */
export interface RequireEntry extends Base {
  readonly kind: 'require';
  readonly in: PlaceName;
  readonly phrases: readonly Pattern[];
}

/** A phrase that is wrong, or a variant of a term (`term`), with what is written instead. */
export interface ReplaceEntry extends Base {
  readonly kind: 'replace' | 'term';
  readonly in: PlaceName;
  readonly phrases: readonly Pattern[];
  readonly instead: string;
}

/** A phrase that must not stand. */
export interface ForbidEntry extends Base {
  readonly kind: 'forbid';
  readonly in: PlaceName;
  readonly phrases: readonly Pattern[];
}

/** A name of a body, a place or a document, exactly as written. What is a slip away from it is reported. */
export interface NameEntry extends Base {
  readonly kind: 'name';
  readonly name: string;
  /** Other names that are a slip away and right. */
  readonly others: readonly string[];
  /** Wrong forms that are further away: short forms, old names. */
  readonly phrases: readonly Pattern[];
}

/** How many characters a place may have. */
export interface LengthEntry extends Base {
  readonly kind: 'length';
  readonly in: PlaceName;
  readonly most: number;
}

/** The last day for the date at the end, in the year after the report year. */
export interface DeadlineEntry extends Base {
  readonly kind: 'deadline';
  readonly month: number;
  readonly day: number;
}

/** Another severity for a rule or a group. */
export interface SeverityEntry {
  readonly kind: 'severity';
  readonly id: RuleId;
  readonly span: Span;
  readonly rule: string;
  readonly ruleSpan: Span;
  readonly level: Severity | 'off';
}

export type CheckedEntry = RequireEntry | ReplaceEntry | ForbidEntry | NameEntry | LengthEntry | DeadlineEntry;
export type Entry = CheckedEntry | SeverityEntry;
