import { describe, expect, it } from 'vitest';
import { fuzzProtocol } from '../fuzz/protocol.ts';
import { isBuilt } from '../soak/server-process.ts';

const SECONDS = Number(process.env.NIANBAO_FUZZ_SECONDS ?? 60) / 3;

describe.skipIf(!isBuilt)('a client with bad manners', () => {
  it(`for ${SECONDS} s: malformed messages, impossible positions, unknown documents, storms of cancellations`, async () => {
    const seed = Number(process.env.NIANBAO_FUZZ_SEED ?? Date.now() % 1_000_000);
    const { messages, answers } = await fuzzProtocol(SECONDS, seed);
    console.log(`seed ${seed}: ${messages} messages, ${answers} right answers between them`);
    expect(answers).toBeGreaterThan(5);
  });
});
