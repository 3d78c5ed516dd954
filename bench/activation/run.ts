import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { benchFolder, dist, root } from '../paths.ts';

export interface ActivationFigures {
  readonly name: string;
  /** Milliseconds to load the bundle and to activate it. */
  readonly activate: number[];
  /** Milliseconds of the whole process, from its start to its end. */
  readonly process: number[];
  /** Modules loaded: more than the stand-in and the bundle means that the language client came too. */
  modules: number;
  readonly notes: string[];
}

export const OURS_EXTENSION = 'nianbao';
export const NULL_EXTENSION = 'null extension';

/** What a text that is no report costs somebody who has the extension installed. */
export function runActivations(runs: number, tell: (what: string) => void): ActivationFigures[] {
  const script = join(benchFolder, 'activation/activate.cjs');
  const text = join(root, 'LICENSE');
  const candidates: readonly (readonly [string, string])[] = [
    [NULL_EXTENSION, join(benchFolder, 'activation/null-extension.cjs')],
    [OURS_EXTENSION, dist('client.cjs')],
  ];
  const all = candidates.map(([name, bundle]) => {
    const figures: ActivationFigures = { name, activate: [], process: [], modules: 0, notes: [] };
    return { bundle, figures };
  });
  tell('activation');
  // The first run of each finds the files outside the system's cache.
  for (let run = -1; run < runs; run++) {
    for (const { bundle, figures } of all) {
      const start = performance.now();
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, bundle, text], { encoding: 'utf8' });
      const whole = performance.now() - start;
      if (status !== 0) {
        figures.notes.push(stderr.trim().slice(-300));
        break;
      }
      const { ms, loaded } = JSON.parse(stdout) as { ms: number; loaded: number };
      figures.modules = loaded;
      if (run < 0) continue;
      figures.activate.push(ms);
      figures.process.push(whole);
    }
  }
  return all.map(({ figures }) => figures);
}
