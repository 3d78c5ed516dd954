import { expect, it } from 'vitest';
import { fuzz } from '../fuzz/fuzz.ts';

const SECONDS = Number(process.env.NIANBAO_FUZZ_SECONDS ?? 60);

it(`${SECONDS} s of changed drafts and settings: no promise is broken`, async () => {
  const seed = Number(process.env.NIANBAO_FUZZ_SEED ?? Date.now() % 1_000_000);
  const { executions, blocks, known, failures } = await fuzz({ seconds: SECONDS, seed });
  console.log(`seed ${seed}: ${executions} runs, ${blocks} of ${known} blocks`);
  expect([...failures], `seed ${seed}`).toEqual([]);
  expect(executions).toBeGreaterThan(SECONDS);
  // Without coverage there would be nothing to guide it.
  expect(blocks).toBeGreaterThan(3000);
});
