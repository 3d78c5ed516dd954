import { reportFact } from '../../report/fact.ts';
import type { NamedRule } from '../../report/lines/comments.ts';
import type { Report } from '../../report/report.ts';
import type { RuleId } from '../../rules/rule.ts';
import { countWhile } from '../../text/ordered.ts';
import type { Span } from '../../text/span.ts';
import { isIn, scopeOf } from './blocks.ts';

/** An entry of the `ignores` list that concerns the report at hand. */
export interface Ignore {
  /** The rule's id. */
  readonly rule: string;
  readonly fingerprint: string;
  readonly reason: string;
}

/** Why a finding is ignored. */
export interface IgnoredBy {
  readonly reason: string;
  readonly by: 'comment' | 'configuration';
}

interface Found {
  readonly rule: RuleId;
  readonly span: Span;
  readonly fingerprint: string;
}

export interface Applied<P> {
  /** What is still reported. */
  readonly kept: readonly P[];
  readonly ignored: readonly { readonly problem: P; readonly by: IgnoredBy }[];
  /** Entries that no longer match anything. */
  readonly stale: readonly Ignore[];
}

/** The group of rules about the settings themselves: their findings cannot be ignored. */
const ABOUT_IGNORING = 'config';

export const groupOf = (rule: string): string => rule.slice(0, Math.max(0, rule.indexOf('/')));

interface Directive {
  readonly name: NamedRule;
  readonly reason: string;
  readonly scope: Span | undefined;
}

/**
 * The ignore comments of a draft, indexed by the rule or group they name: with thousands of comments a finding must not
 * ask them all.
 */
class Directives {
  readonly all: readonly Directive[];
  readonly #byName = new Map<string, { readonly whole: Directive[]; readonly blocks: Directive[] }>();

  constructor(report: Report) {
    this.all = report.ignoreComments.flatMap((comment) => {
      const scope = scopeOf(report, comment);
      return comment.rules.map((name) => ({ name, reason: comment.reason, scope }));
    });
    for (const directive of this.all) {
      const { name, scope } = directive;
      if (!scope) continue;
      const known = this.#byName.get(name.id) ?? { whole: [], blocks: [] };
      this.#byName.set(name.id, known);
      if (scope.start === 0 && scope.end === report.text.length) known.whole.push(directive);
      else known.blocks.push(directive);
    }
  }

  /** The directive that covers a finding, if one does. */
  for({ rule, span }: Pick<Found, 'rule' | 'span'>): Directive | undefined {
    const group = groupOf(rule);
    if (group === ABOUT_IGNORING) return undefined;
    return this.#find(rule, span.start) ?? this.#find(group, span.start);
  }

  #find(name: string, offset: number): Directive | undefined {
    const known = this.#byName.get(name);
    if (!known) return undefined;
    const { whole, blocks } = known;
    // Comments are in the order of their blocks. Only a table and its rows are nested.
    const begun = countWhile(blocks.length, (index) => (blocks[index]?.scope?.start ?? 0) <= offset);
    for (let index = begun - 1, starts = 0, last = -1; index >= 0 && starts <= NESTED; index--) {
      const directive = blocks[index];
      const scope = directive?.scope;
      if (!directive || !scope) continue;
      if (isIn(scope, offset)) return directive;
      if (scope.start !== last) starts++;
      last = scope.start;
    }
    return whole[0];
  }
}

const directivesOf = reportFact((report) => new Directives(report));

/** A row, its table, and the previous block that ends where this one begins. */
const NESTED = 3;

/** Removes the problems that a comment in the draft or an entry of the configuration covers. Pure. */
export function applyIgnores<P extends Found>(
  report: Report,
  problems: readonly P[],
  ignores: readonly Ignore[],
): Applied<P> {
  const directives = directivesOf(report);
  const keyOf = ({ rule, fingerprint }: { rule: string; fingerprint: string }): string => `${rule}\n${fingerprint}`;
  const entries = new Map<string, Ignore>();
  for (const entry of ignores) {
    if (groupOf(entry.rule) !== ABOUT_IGNORING && !entries.has(keyOf(entry))) entries.set(keyOf(entry), entry);
  }
  if (entries.size === 0 && directives.all.length === 0) return { kept: problems, ignored: [], stale: ignores };
  const stale = new Set(ignores);
  const kept: P[] = [];
  const ignored: { problem: P; by: IgnoredBy }[] = [];
  for (const problem of problems) {
    const entry = entries.size > 0 ? entries.get(keyOf(problem)) : undefined;
    if (entry) stale.delete(entry);
    const directive = directives.for(problem);
    if (directive) ignored.push({ problem, by: { reason: directive.reason, by: 'comment' } });
    else if (entry) ignored.push({ problem, by: { reason: entry.reason, by: 'configuration' } });
    else kept.push(problem);
  }
  return { kept, ignored, stale: [...stale] };
}

/**
 * Names in ignore comments that cover no finding. Comments for a rule that was not run are not judged.
 * @param ran ids of the rules that were run.
 */
export function staleNames(
  report: Report,
  problems: readonly Pick<Found, 'rule' | 'span'>[],
  ran: Iterable<string>,
): NamedRule[] {
  if (report.ignoreComments.length === 0) return [];
  const judged = new Set(
    [...ran].filter((rule) => groupOf(rule) !== ABOUT_IGNORING).flatMap((id) => [id, groupOf(id)]),
  );
  const startsOf = new Map<string, number[]>();
  for (const { rule, span } of problems) {
    if (groupOf(rule) === ABOUT_IGNORING) continue;
    for (const name of [rule, groupOf(rule)]) {
      const starts = startsOf.get(name);
      if (starts) starts.push(span.start);
      else startsOf.set(name, [span.start]);
    }
  }
  for (const starts of startsOf.values()) starts.sort((a, b) => a - b);
  return directivesOf(report)
    .all.filter(({ name }) => judged.has(name.id))
    .filter(({ name, scope }) => !scope || !hasWithin(startsOf.get(name.id) ?? [], scope))
    .map(({ name }) => name);
}

/** Whether one of the sorted offsets lies in a scope. */
function hasWithin(offsets: readonly number[], { start, end }: Span): boolean {
  const offset = offsets[countWhile(offsets.length, (index) => (offsets[index] ?? 0) < start)];
  return offset !== undefined && offset <= end;
}
