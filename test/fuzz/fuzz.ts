import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { Coverage } from './coverage.ts';
import { type Engine, failureOf } from './invariants.ts';
import { minimised } from './minimise.ts';
import { mutated } from './mutate.ts';
import { randomFrom } from './random.ts';
import { type Input, seeds } from './seeds.ts';

export interface FuzzOptions {
  readonly seconds: number;
  readonly seed: number;
  /** Where failing inputs are kept; nowhere when left out. */
  readonly crashes?: string;
  readonly say?: (line: string) => void;
}

export interface FuzzResult {
  readonly executions: number;
  readonly corpus: number;
  readonly blocks: number;
  readonly known: number;
  /** kind → the shortest input that fails so */
  readonly failures: ReadonlyMap<string, Input>;
}

/** Between two looks at the counters: a look costs as much as a draft. */
const BATCH = 12;
const REPORT_EVERY = 30_000; // milliseconds

async function bundled(folder: string): Promise<{ file: string; engine: Engine }> {
  const file = join(folder, 'engine.mjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'engine.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  const engine: Engine = await import(pathToFileURL(file).href);
  return { file, engine };
}

/**
 * Change samples and drafts at random, keep what reaches new code, and look whether the promises of invariants.ts hold.
 * What fails is minimised.
 */
export async function fuzz({ seconds, seed, crashes, say = () => {} }: FuzzOptions): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-fuzz-'));
  try {
    const { file, engine } = await bundled(folder);
    const coverage = new Coverage(file);
    await coverage.start();
    const random = randomFrom(seed);
    const failures = new Map<string, Input>();
    const corpus: Input[] = [];
    let executions = 0;

    function tried(input: Input): void {
      executions++;
      const kind = failureOf(input.text, input.target, engine);
      const name = kind && `${input.target}: ${kind}`;
      if (!name || failures.has(name)) return;
      const fails = (text: string): boolean => failureOf(text, input.target, engine) === kind;
      // A machine that was busy elsewhere is no fault of the engine.
      if (kind === 'takes too long' && !(fails(input.text) && fails(input.text))) return;
      const shortest = { ...input, text: minimised(input.text, fails) };
      failures.set(name, shortest);
      say(`✗ ${name}\n  ${JSON.stringify(shortest.text).slice(0, 400)}`);
      if (crashes === undefined) return;
      const digest = createHash('sha256').update(`${name}\n${shortest.text}`).digest('hex').slice(0, 8);
      // As JSON: a lone surrogate, which UTF-8 cannot hold, may be what it is all about.
      writeFileSync(join(crashes, `${input.target}-${digest}.txt`), `${name}\n${JSON.stringify(shortest.text)}\n`);
    }

    for (const input of seeds()) {
      tried(input);
      corpus.push(input);
      // Pieces of every draft: what a paragraph or a part of a table does is found out without the rest.
      for (let piece = 0; piece < 3; piece++) {
        const from = random.below(input.text.length);
        corpus.push({ ...input, text: input.text.slice(from, from + 200 + random.below(1500)) });
      }
    }
    await coverage.news();
    const start = performance.now();
    let said = start;
    while (performance.now() - start < seconds * 1000) {
      const batch = Array.from({ length: BATCH }, (): Input => {
        // Half of the time what was found last: it is what is least explored.
        const recent = corpus.length > 40 && random.below(2) === 0 ? corpus.slice(-40) : corpus;
        // And the shorter of two: ten of them are tried in the time of one draft.
        const [one, other] = [random.pick(recent), random.pick(recent)];
        const { target, text } = one.text.length <= other.text.length ? one : other;
        return { target, text: mutated(text, random, random.pick(corpus).text) };
      });
      for (const input of batch) tried(input);
      if ((await coverage.news()) > 0) {
        // One of them reached something new: the counters of a whole batch do not say which, a second run may.
        for (const input of batch) if (random.below(3) === 0) corpus.push(input);
      }
      if (performance.now() - said > REPORT_EVERY) {
        said = performance.now();
        const spent = Math.round((said - start) / 1000);
        say(`${spent} s: ${executions} runs, ${coverage.reached}/${coverage.known} blocks, corpus ${corpus.length}`);
      }
    }
    await coverage.stop();
    return { executions, corpus: corpus.length, blocks: coverage.reached, known: coverage.known, failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
