import type { Config, ScopeSettings } from './config.ts';

/**
 * The one place that says whose word counts. From the weakest to the strongest:
 *   1. the editor's settings (`nianbao.*`)
 *   2. the nearest `.nianbao.json` upwards from the report
 *   3. that file's entry for the report, under `reports`
 * Allowed terms add up; of a rule's severity and of the year the strongest word counts. (What a person says at the
 * moment, `--year` on the command line or a term allowed for this editing session, comes on top.)
 */
export function settingsFor(editor: ScopeSettings, config: Config, reportPath: string | undefined): ScopeSettings {
  return [config, entryOf(config, reportPath)].reduce(overlay, editor);
}

function entryOf({ reports = {} }: Config, reportPath: string | undefined): ScopeSettings {
  if (reportPath === undefined) return {};
  const wanted = plainPath(reportPath);
  return Object.entries(reports).find(([path]) => plainPath(path) === wanted)?.[1] ?? {};
}

/** People write `./2024\年报.txt`, and macOS decomposes characters: one spelling for comparison. */
const plainPath = (path: string): string => path.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, '');

function overlay(weak: ScopeSettings, strong: ScopeSettings): ScopeSettings {
  const year = strong.year ?? weak.year;
  return {
    allowedTerms: [...new Set([...(weak.allowedTerms ?? []), ...(strong.allowedTerms ?? [])])],
    rules: overlayRules(weak.rules ?? {}, strong.rules ?? {}),
    ...(year !== undefined && { year }),
  };
}

type Rules = NonNullable<ScopeSettings['rules']>;

/** A group in the stronger place also overrides the weaker place's entries for single rules of that group. */
function overlayRules(weak: Rules, strong: Rules): Rules {
  const kept = Object.entries(weak).filter(([rule]) => !(rule.slice(0, Math.max(0, rule.indexOf('/'))) in strong));
  return { ...Object.fromEntries(kept), ...strong };
}
