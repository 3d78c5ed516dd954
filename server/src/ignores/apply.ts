import type { NamedRule } from '../report/comments.ts';
import type { Report } from '../report/report.ts';
import type { RuleId } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { isIn, scopeOf } from './blocks.ts';

/** An entry of the `ignores` list that concerns the report at hand. */
export interface Ignore {
  /** A rule's id. */
  readonly rule: string;
  readonly fingerprint: string;
  readonly reason: string;
}

/** A finding that somebody has looked at and lets stand. */
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
  /** What stays to be reported. */
  readonly problems: readonly P[];
  readonly ignored: readonly (P & IgnoredBy)[];
  /** Entries that match nothing any more. */
  readonly stale: readonly Ignore[];
}

/** Groups whose findings are about the settings themselves: ignoring cannot be ignored. */
const ABOUT_IGNORING = 'config';

export const groupOf = (rule: string): string => rule.slice(0, Math.max(0, rule.indexOf('/')));

const names = (named: string, rule: string): boolean => named === rule || named === groupOf(rule);

interface Directive {
  readonly name: NamedRule;
  readonly reason: string;
  readonly scope: Span | undefined;
}

function directivesOf(report: Report): Directive[] {
  return report.ignoreComments.flatMap((comment) => {
    const scope = scopeOf(report, comment);
    return comment.rules.map((name) => ({ name, reason: comment.reason, scope }));
  });
}

const covers = ({ name, scope }: Directive, { rule, span }: Pick<Found, 'rule' | 'span'>): boolean =>
  groupOf(rule) !== ABOUT_IGNORING && names(name.id, rule) && scope !== undefined && isIn(scope, span.start);

/** Take out what a comment in the draft or an entry of the configuration lets stand. Pure. */
export function applyIgnores<P extends Found>(
  report: Report,
  problems: readonly P[],
  ignores: readonly Ignore[],
): Applied<P> {
  const directives = directivesOf(report);
  const stale = new Set(ignores);
  const kept: P[] = [];
  const ignored: (P & IgnoredBy)[] = [];
  for (const problem of problems) {
    const entry = ignores.find(
      ({ rule, fingerprint }) =>
        rule === problem.rule && fingerprint === problem.fingerprint && groupOf(rule) !== ABOUT_IGNORING,
    );
    if (entry) stale.delete(entry);
    const directive = directives.find((each) => covers(each, problem));
    if (directive) ignored.push({ ...problem, reason: directive.reason, by: 'comment' });
    else if (entry) ignored.push({ ...problem, reason: entry.reason, by: 'configuration' });
    else kept.push(problem);
  }
  return { problems: kept, ignored, stale: [...stale] };
}

/**
 * Names in ignore comments that no finding came under. A rule that was not run says nothing about its comments.
 * @param ran ids of the rules that were run.
 */
export function staleNames(
  report: Report,
  problems: readonly Pick<Found, 'rule' | 'span'>[],
  ran: Iterable<string>,
): NamedRule[] {
  const judged = [...ran].filter((rule) => groupOf(rule) !== ABOUT_IGNORING);
  return directivesOf(report)
    .filter(({ name }) => judged.some((rule) => names(name.id, rule)))
    .filter((directive) => !problems.some((problem) => covers(directive, problem)))
    .map(({ name }) => name);
}
