import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf } from '../documents.ts';
import { dist } from '../paths.ts';
import type { Peers } from '../peers.ts';
import type { Plan } from '../plan.ts';
import { sum } from '../stats.ts';

export type EngineName = 'baseline' | 'nianbao' | 'autocorrect-node' | 'markdownlint' | 'zhlint';

/** One value per round. MB are 10⁶ bytes of UTF-8. */
export interface EngineFigures {
  readonly name: EngineName;
  readonly reportsPerSecond: number[];
  readonly mbPerSecond: number[];
  /** On the reports joined and repeated a hundred times. */
  readonly longMbPerSecond: number[];
  findings: number;
  readonly notes: string[];
}

interface Short {
  readonly perReport: number[];
  readonly findings: number;
}

interface Long {
  readonly longMs: number;
  readonly longBytes: number;
}

const enginesOf = (peers: Peers): (readonly [EngineName, string | undefined])[] => [
  ['baseline', ''],
  ['nianbao', dist('index.mjs')],
  ['autocorrect-node', peers.file('autocorrect', 'autocorrect-node/index.js')],
  ['markdownlint', peers.file('markdownlint', 'markdownlint/lib/exports-sync.mjs')],
  ['zhlint', peers.file('zhlint', 'zhlint/lib/index.js')],
];

/** All engines, in turns, each in a process of its own. */
export function runEngines(
  plan: Plan['engine'],
  child: string,
  peers: Peers,
  texts: readonly string[],
  tell: (what: string) => void,
): EngineFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    const files = texts.map((text, i) => {
      const file = join(folder, `report${i}.txt`);
      writeFileSync(file, text);
      return file;
    });
    const bytes = sum(texts.map(bytesOf));
    const candidates = enginesOf(peers).flatMap(([name, module]) =>
      module === undefined ? [] : [{ module, figures: newFigures(name) }],
    );
    for (let round = 1; round <= plan.rounds; round++) {
      for (const { module, figures } of candidates) {
        tell(`engines, round ${round} of ${plan.rounds}: ${figures.name}`);
        const args = ['--max-old-space-size=4096', child, figures.name, module, String(plan.time), ...files];
        const { stdout, stderr, error } = spawnSync(process.execPath, args, {
          encoding: 'utf8',
          timeout: plan.timeout,
        });
        take(figures, stdout, bytes, error?.message ?? stderr.trim().slice(-300));
      }
    }
    return candidates.map(({ figures }) => figures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const newFigures = (name: EngineName): EngineFigures => ({
  name,
  reportsPerSecond: [],
  mbPerSecond: [],
  longMbPerSecond: [],
  findings: 0,
  notes: [],
});

function take(figures: EngineFigures, output: string, bytes: number, trouble: string): void {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  const [short, long] = lines.map((line) => JSON.parse(line) as Short & Long);
  if (short) {
    const seconds = sum(short.perReport) / 1000;
    figures.reportsPerSecond.push(short.perReport.length / seconds);
    figures.mbPerSecond.push(bytes / 1e6 / seconds);
    figures.findings = short.findings;
  }
  if (long) figures.longMbPerSecond.push(long.longBytes / 1e6 / (long.longMs / 1000));
  else figures.notes.push(`${short ? 'the long text' : 'the reports'}: ${trouble}`);
}
