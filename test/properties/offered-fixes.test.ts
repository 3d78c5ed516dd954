import { expect, it } from 'vitest';
import { runFixes } from '../support/harm.ts';

// Every fix that a menu or a list of findings offers takes its finding away and breaks nothing. test/slow has the long run.

const DRAFTS = 60;
const SEED = 20_260_101;

it('no fix that is offered for a spoilt report does harm', () => {
  const { proposed, offered, harmful } = runFixes(DRAFTS, SEED);
  expect(offered).toBeGreaterThan(DRAFTS / 2);
  // Some of what the rules propose would do harm, and is held back.
  expect(proposed).toBeGreaterThan(offered);
  expect([...harmful]).toEqual([]);
}, 120_000);
