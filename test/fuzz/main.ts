// `npm run fuzz -- [--minutes 30] [--seed N]`: nine tenths of the time for drafts and settings, what fails is kept in
// crashes/, where fuzz.test.ts tries it ever after; the rest for the built programs: manners, the wire, kept code.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isBuilt } from '../soak/server-process.ts';
import { fuzzCache } from './cache.ts';
import { fuzz } from './fuzz.ts';
import { fuzzHeaders } from './headers.ts';
import { fuzzProtocol } from './protocol.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
const seconds = Number(values.minutes ?? 1) * 60;
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`seed ${seed}, ${seconds} s`);
const crashes = join(import.meta.dirname, 'crashes');
const whole = { seconds: isBuilt ? seconds * 0.9 : seconds, seed, crashes, say: console.log };
const { executions, corpus, blocks, known, failures } = await fuzz(whole);
console.log(`${executions} runs, ${blocks} of ${known} blocks, corpus ${corpus}, ${failures.size} kinds of failure`);
process.exitCode = failures.size > 0 ? 1 : 0;
if (isBuilt) {
  const part = seconds / 30;
  const manners = await fuzzProtocol(part, seed);
  console.log(`${manners.messages} messages of a client with bad manners, ${manners.answers} right answers between`);
  const wire = await fuzzHeaders(part, seed);
  console.log(`${wire.faults} faults on the wire, ${wire.ends} ends with a message, ${wire.answers} answers in step`);
  const end = performance.now() + part * 1000;
  console.log(`${fuzzCache(seed, () => performance.now() < end)} starts with damaged code, all alike`);
} else console.log('not built (npm run build): the programs themselves were not tried');
