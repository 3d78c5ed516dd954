import type { IssuerType } from '../config/issuer.ts';
import type { IssuerKind } from '../report/report.ts';
import { notChecked, type Rule, type RuleId, type Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { checkEntry, FOUND } from './check-entry.ts';
import type { CheckedEntry, EntryKind, Pack, SeverityEntry } from './pack.ts';

/** Where the entry behind a finding stands. */
export interface Origin {
  /** The pack's path or address, as it was loaded by. */
  readonly address: string;
  readonly span: Span;
}

/** What packs bring into a check. */
export interface PackRules {
  readonly rules: readonly Rule[];
  /** Severities that packs set for other rules. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly originOf: ReadonlyMap<RuleId, Origin>;
}

const KINDS: Readonly<Record<IssuerType, IssuerKind>> = {
  department: 'department',
  government: 'government',
  township: 'township',
  street: 'street-office',
};

const OFFERS_FIX: ReadonlySet<EntryKind> = new Set(['replace', 'term', 'name']);

/** Names that packs give; none is a slip of another. */
export const namesIn = (packs: readonly Pack[]): string[] =>
  packs.flatMap(({ entries }) => entries.flatMap((entry) => (entry.kind === 'name' ? entry.name : [])));

const isSeverity = (entry: Pack['entries'][number]): entry is SeverityEntry => entry.kind === 'severity';

/** An entry as a rule: it is run, counted, ignored and set like any other. */
export function ruleOf(entry: CheckedEntry, names: readonly string[]): Rule {
  const { id, message, basis, severity, kind } = entry;
  const kinds = entry.for?.map((type) => KINDS[type]);
  return {
    meta: {
      id,
      title: message,
      severity,
      basis,
      fix: OFFERS_FIX.has(kind) ? 'suggestion' : 'none',
      messages: { [FOUND]: { zh: `${message.zh}（依据：${basis}）`, en: `${message.en} (${basis})` } },
    },
    *check(report) {
      const body = report.issuer?.kind ?? 'unknown';
      if (kinds && body === 'unknown') yield notChecked(message.zh, 'issuer-unknown');
      else if (!kinds || kinds.includes(body)) yield* checkEntry(entry, report, names);
    },
  };
}

/** @param packs in the order in which they were named, those that others extend before them: the last word counts. */
export function rulesOf(packs: readonly { readonly address: string; readonly pack: Pack }[]): PackRules {
  const names = namesIn(packs.map(({ pack }) => pack));
  const rules: Rule[] = [];
  const severities: Record<string, Severity | 'off'> = {};
  const originOf = new Map<RuleId, Origin>();
  for (const { address, pack } of packs) {
    for (const entry of pack.entries) {
      if (isSeverity(entry)) {
        severities[entry.rule] = entry.level;
        continue;
      }
      rules.push(ruleOf(entry, names));
      originOf.set(entry.id, { address, span: entry.span });
    }
  }
  return { rules, severities, originOf };
}
