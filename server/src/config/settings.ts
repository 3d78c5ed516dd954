import type { RelationSettings } from '../relations/relations.ts';
import type { Config, ReportEntry, ScopeSettings } from './config.ts';
import type { IgnoreEntry } from './ignores.ts';

/**
 * The one place that says whose word counts. From the weakest to the strongest:
 *   1. the editor's settings (`nianbao.*`)
 *   2. the rule packs that the nearest `.nianbao.json` upwards from the report names: severities alone
 *   3. that file itself
 *   4. its entry for the report, under `reports`
 * Allowed terms add up; of a rule's severity, of the year and of the issuer the strongest word counts. (What a person
 * says at the moment, `--year` on the command line or a term allowed for this editing session, comes on top.) Ignored
 * findings are those of the file alone.
 */
export function settingsFor(
  editor: ScopeSettings,
  config: Config,
  reportPath: string | undefined,
  ofPacks: Rules = {},
): ScopeSettings {
  return [{ rules: ofPacks }, config, entryOf(config, reportPath)].reduce(overlay, editor);
}

function entryOf({ reports = {} }: Config, reportPath: string | undefined): ScopeSettings {
  if (reportPath === undefined) return {};
  const { prior: _, ...scope }: ReportEntry = reports[keyOf(reports, reportPath)] ?? {};
  return scope;
}

/** The key under `reports` for a report, as it is spelt there; without one the path itself. */
export function keyOf(reports: Config['reports'], reportPath: string): string {
  return Object.keys(reports ?? {}).find((path) => isSamePath(path, reportPath)) ?? reportPath;
}

/**
 * How a report goes with others.
 * @param resolve makes a path that is relative to the configuration file the name of a document.
 */
export function relationsFor(
  { members, renamed, reports = {} }: Config,
  reportPath: string | undefined,
  resolve: (path: string) => string,
): RelationSettings {
  const prior = reportPath === undefined ? undefined : reports[keyOf(reports, reportPath)]?.prior;
  return { members, renamed, prior: prior === undefined ? undefined : resolve(plainPath(prior)) };
}

/** The entries of `ignores` that concern a report. */
export const ignoresFor = ({ ignores = [] }: Config, reportPath: string | undefined): readonly IgnoreEntry[] =>
  ignores.filter(({ file }) => file === undefined || (reportPath !== undefined && isSamePath(file, reportPath)));

/**
 * Entries that name a report and no longer match anything in it. An entry without a report may match in one that is not
 * at hand.
 */
export function staleEntries(entries: readonly IgnoreEntry[], stale: readonly object[]): IgnoreEntry[] {
  return entries.filter((entry) => entry.file !== undefined && stale.includes(entry));
}

const isSamePath = (a: string, b: string): boolean => plainPath(a) === plainPath(b);

/** People write `./2024\年报.txt`, and macOS decomposes characters: normalises the spelling for comparison. */
const plainPath = (path: string): string => path.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, '');

function overlay(weak: ScopeSettings, strong: ScopeSettings): ScopeSettings {
  const year = strong.year ?? weak.year;
  const issuer = strong.issuer ?? weak.issuer;
  return {
    allowedTerms: [...new Set([...(weak.allowedTerms ?? []), ...(strong.allowedTerms ?? [])])],
    rules: overlayRules(weak.rules ?? {}, strong.rules ?? {}),
    ...(year !== undefined && { year }),
    ...(issuer && { issuer }),
  };
}

type Rules = NonNullable<ScopeSettings['rules']>;

/** A group in the stronger source also overrides the weaker source's entries for single rules of that group. */
function overlayRules(weak: Rules, strong: Rules): Rules {
  const kept = Object.entries(weak).filter(([rule]) => !(rule.slice(0, Math.max(0, rule.indexOf('/'))) in strong));
  return { ...Object.fromEntries(kept), ...strong };
}
