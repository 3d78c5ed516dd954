import { pathToFileURL } from 'node:url';
import { repeatTo } from '../documents.ts';
import { dist } from '../paths.ts';
import type { Peers } from '../peers.ts';
import type { Plan } from '../plan.ts';
import { named } from '../results/figures.ts';
import { showBytes } from '../stats.ts';
import { newFigures, type ServerFigures } from './figures.ts';
import { measureSize, measureStart, measureWork } from './measure.ts';
import { OURS, serversOf } from './servers.ts';

/** All servers, in turns. */
export async function runServers(
  plan: Plan['server'],
  nullServer: string,
  peers: Peers,
  reports: readonly string[],
  tell: (what: string) => void,
): Promise<ServerFigures[]> {
  const [report = ''] = reports;
  const candidates = serversOf(nullServer, peers).map((server) => ({ server, figures: newFigures(server) }));
  for (let round = 1; round <= plan.rounds; round++) {
    for (const { server, figures } of candidates) {
      tell(`servers, round ${round} of ${plan.rounds}: ${server.name}`);
      if (!server.editsOnly) await measureStart(server, plan, report, figures);
      await measureWork(server, plan, reports, figures);
    }
  }
  const tooLarge = new Map<string, number>();
  for (let round = 1; round <= plan.sizeRounds; round++) {
    for (const size of plan.sizes) {
      for (const { server, figures } of candidates) {
        if (server.editsOnly || size.bytes > (tooLarge.get(server.name) ?? Number.POSITIVE_INFINITY)) continue;
        tell(`${showBytes(size.bytes)}, round ${round} of ${plan.sizeRounds}: ${server.name}`);
        if (!(await measureSize(server, plan, report, size, figures))) tooLarge.set(server.name, size.bytes - 1);
      }
    }
  }
  const all = candidates.map(({ figures }) => figures);
  await countExpected(all, report);
  return all;
}

/** What should be in our list: more edits must not lose findings, and a long list must not be cut without a word. */
async function countExpected(all: readonly ServerFigures[], report: string): Promise<void> {
  const { lint } = (await import(pathToFileURL(dist('index.mjs')).href)) as {
    lint(text: string): { problems: readonly unknown[] };
  };
  for (const size of Object.values(named(all, OURS)?.sizes ?? {})) {
    size.expected = lint(repeatTo(report, size.bytes)).problems.length;
  }
}
