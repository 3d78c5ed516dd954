import type { Relations } from '../relations/relations.ts';
import type { ReportSummary } from '../relations/summary.ts';
import { once } from '../text/once.ts';
import { type Locate, locateFrom } from './positions.ts';

/** Every other report that a finding may lead to. */
function* reportsIn(relations: Relations): Iterable<ReportSummary> {
  const { prior, government, duplicates, members, mixed, missing, alike } = relations;
  if (prior) yield prior;
  if (government) yield government;
  yield* duplicates;
  yield* members;
  yield* mixed;
  for (const { last } of missing) if (last) yield last;
  for (const { other } of alike) yield other;
}

const byDocument = once(
  (relations: Relations): ReadonlyMap<string, ReportSummary> =>
    new Map([...reportsIn(relations)].map((each) => [each.document, each])),
);

/** Line and column of places in other reports, which are known by their summaries. */
export function elsewhere(relations: Relations | undefined): (document: string) => Locate {
  return (document) => locateFrom(() => (relations && byDocument(relations).get(document)?.lines) ?? [0]);
}

/** What was paired, by the paths of the files. */
export function pairedWith(relations: Relations) {
  const { prior, government, duplicates, members } = relations;
  return {
    prior: prior?.document ?? null,
    government: government?.document ?? null,
    members: members.map(({ document }) => document),
    duplicates: duplicates.map(({ document }) => document),
  };
}
