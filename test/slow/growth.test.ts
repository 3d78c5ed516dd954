// Every reader and every rule by itself, on every hostile text in every place; and 5 MB of each at once.
import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/index.ts';
import { MOST, tooSteep } from '../growth/growth.ts';
import { cpuOf } from '../growth/measure.ts';
import { HOSTILE_TEXTS, SETTINGS } from '../growth/texts.ts';

const LENGTH = Number(process.env.NIANBAO_GROWTH_LENGTH ?? 8000);

describe.each(SETTINGS)(`$name: four times the text takes at most ${MOST} times as long`, (setting) => {
  it.each(HOSTILE_TEXTS)('$name', (hostile) => {
    expect(tooSteep(hostile, setting, LENGTH)).toEqual([]);
  });
});

describe('5 MB are read and checked in the time of 0.5 MB times ten, give or take', () => {
  const NAMES = [
    'sections again and again',
    'web boilerplate',
    'line breaks',
    'quotes',
    'commas',
    'one line of prose',
    'headings',
    'pipes',
    'book titles opened',
    'digits',
    'tables',
    'lists on one line',
  ];
  it.each(HOSTILE_TEXTS.filter(({ name }) => NAMES.includes(name)))('$name', (hostile) => {
    const [, setting] = SETTINGS;
    if (!setting) throw new Error('no settings');
    const time = (length: number): number => {
      const text = setting.around(hostile.of(length));
      return cpuOf(() => lint(text));
    };
    const part = time(500_000);
    expect(time(5_000_000)).toBeLessThan(25 * part + 1000);
  });
});
