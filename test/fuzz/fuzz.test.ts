import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as engine from './engine.ts';
import { allowedTime, failureOf, TARGETS, type Target } from './invariants.ts';
import { minimised } from './minimise.ts';
import { mutated } from './mutate.ts';
import { randomFrom } from './random.ts';
import { seeds } from './seeds.ts';

const CRASHES = join(import.meta.dirname, 'crashes');
const isTarget = (name: string | undefined): name is Target => TARGETS.some((target) => target === name);

it.each(readdirSync(CRASHES).filter((name) => name.endsWith('.txt')))('what once failed holds: %s', (name) => {
  const [said, input = ''] = readFileSync(join(CRASHES, name), 'utf8').split('\n');
  const target = name.split('-')[0];
  if (!isTarget(target)) throw new Error(`${name}: no such target`);
  const text: unknown = JSON.parse(input);
  if (typeof text !== 'string') throw new Error(`${name}: no text`);
  expect(failureOf(text, target, engine), said).toBeUndefined();
});

it('a promise that is broken is noticed', () => {
  const text = '一、总体情况\n公开信息12条。。\n';
  expect(failureOf(text, 'text', engine)).toBeUndefined();
  const throwing = { ...engine, readReport: () => JSON.parse('[') };
  expect(failureOf(text, 'text', throwing)).toMatch(/^throws SyntaxError/);
  const lossy = { ...engine, fix: () => ({ text: '公开信息21条', applied: 1 }) };
  expect(failureOf(text, 'text', lossy)).toBe('fix-all changes a run of digits');
  const restless = { ...engine, fix: (draft: string) => ({ text: `${draft}。`, applied: 1 }) };
  expect(failureOf(text, 'text', restless)).toBe('fix-all is not idempotent');
  expect(allowedTime(10_000)).toBeLessThan(5000);
});

it('an input is shortened to what makes it fail', () => {
  expect(minimised(`${'甲'.repeat(700)}乙${'丙'.repeat(300)}丁`, (text) => /乙.*丁/.test(text))).toBe('乙丁');
});

it('the same seed changes in the same way', () => {
  const [one, other] = seeds();
  if (!one || !other) throw new Error('no seeds');
  const run = (seed: number): string => mutated(one.text, randomFrom(seed), other.text);
  expect(run(7)).toBe(run(7));
  expect(run(7)).not.toBe(run(8));
});
