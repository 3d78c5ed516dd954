import { othersIn } from '../relations/others.ts';
import type { Relations } from '../relations/relations.ts';
import { type Locate, locateFrom } from './positions.ts';

/** Line and column of places in other reports, which are known by their summaries. */
export function elsewhere(relations: Relations | undefined): (document: string) => Locate {
  return (document) => locateFrom(() => (relations && othersIn(relations).get(document)?.lines) ?? [0]);
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
