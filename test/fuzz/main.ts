// `npm run fuzz -- [--minutes 30] [--seed N]`: what fails is kept in crashes/, where fuzz.test.ts tries it ever after.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
const seconds = Number(values.minutes ?? 1) * 60;
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`seed ${seed}, ${seconds} s`);
const crashes = join(import.meta.dirname, 'crashes');
const { executions, corpus, blocks, known, failures } = await fuzz({ seconds, seed, crashes, say: console.log });
console.log(`${executions} runs, ${blocks} of ${known} blocks, corpus ${corpus}, ${failures.size} kinds of failure`);
process.exitCode = failures.size > 0 ? 1 : 0;
