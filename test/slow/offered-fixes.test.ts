import { describe, expect, it } from 'vitest';
import { runFixes } from '../support/harm.ts';

/** The long run of every offered fix; what it finds is printed by rule. `NIANBAO_FIX_DRAFTS` sets how many drafts. */
const DRAFTS = Number(process.env.NIANBAO_FIX_DRAFTS ?? 5000);
const PARTS = 10;

describe('no fix that is offered does harm', () => {
  it.each(Array.from({ length: PARTS }, (_, part) => part))('part %i', (part) => {
    const { drafts, proposed, offered, harmful } = runFixes(Math.ceil(DRAFTS / PARTS), 1 + part * 1_000_000);
    console.log(
      `${drafts} spoilt reports: ${proposed} fixes proposed, ${offered} offered, ${harmful.size} kinds of harm`,
    );
    for (const [what, cases] of harmful) console.log(`${what}: ${cases.length}\n  ${cases.slice(0, 3).join('\n  ')}`);
    expect([...harmful.keys()]).toEqual([]);
  });
});
