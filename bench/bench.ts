// `npm run bench`: measures the product against its peers and against the machine. README.md says what and how.
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runActivations } from './activation/run.ts';
import { buildProduct, buildTools } from './build.ts';
import { runCommandLines } from './cli/run.ts';
import { loadReports } from './documents.ts';
import { runEngines } from './engine/run.ts';
import { runServers } from './lsp/run.ts';
import { benchFolder, outFolder, root } from './paths.ts';
import { installPeers } from './peers.ts';
import { HELP, type Plan, readPlan } from './plan.ts';
import { chartOf } from './results/chart.ts';
import type { Figures } from './results/figures.ts';
import { commitAtHand, pageOf } from './results/page.ts';

const started = performance.now();
const minutes = () => (performance.now() - started) / 60_000;
const tell = (what: string) => console.error(`${minutes().toFixed(1)} min  ${what}`);

async function measure(plan: Plan): Promise<void> {
  const commit = commitAtHand();
  if (plan.build) buildProduct();
  const { nullServer, engineChild } = await buildTools();
  const peers = installPeers();
  // With it every start of Node reads a bundle of certificates, which nothing here needs but npm, above: it would hide what
  // a start costs.
  delete process.env.NODE_EXTRA_CA_CERTS;
  const reports = loadReports();
  const { texts } = reports;
  const has = (part: Plan['parts'][number]) => plan.parts.includes(part);
  const figures: Figures = {
    engines: has('engine') ? runEngines(plan.engine, engineChild, peers, texts, tell) : [],
    activations: has('server') ? runActivations(plan.activations, tell) : [],
    servers: has('server') ? await runServers(plan.server, nullServer, peers, texts, tell) : [],
    commandLines: has('cli') ? runCommandLines(plan.cli, peers, texts, tell) : [],
  };
  const page = pageOf(plan, peers, reports, figures, { commit, minutes: minutes() });
  write(plan.isRecord ? benchFolder : outFolder, page, chartOf(figures.servers));
  writeFileSync(join(outFolder, 'figures.json'), JSON.stringify(figures, undefined, 1));
  console.log(page);
}

function write(folder: string, page: string, chart: string | undefined): void {
  const file = join(folder, 'RESULTS.md');
  writeFileSync(file, page);
  if (chart) writeFileSync(join(folder, 'latency.svg'), chart);
  console.error(`written to ${relative(root, file)}`);
}

// A signal ends the servers as well: they are ended when this process exits.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

let plan: Plan | undefined;
try {
  plan = readPlan(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  process.exit(2);
}
if (plan) await measure(plan);
else console.log(HELP);
