// The time of every reader and rule grows with the text and no faster. All texts and settings: test/slow/growth.test.ts.
import { describe, expect, it } from 'vitest';
import { MOST, tooSteep } from './growth.ts';
import { cpuOf, PARTS } from './measure.ts';
import { HOSTILE_TEXTS, SETTINGS } from './texts.ts';

const LENGTH = 3000;
const [, prose, table] = SETTINGS;

const WANTED =
  /headings$|^pipes$|titles opened|^digits$|^tables$|on one line|^line breaks|cells of HTML|^years|announced/;

describe(`four times the text takes at most ${MOST} times as long`, () => {
  it.each(HOSTILE_TEXTS.filter(({ name }) => WANTED.test(name)))(
    '$name',
    (hostile) => {
      if (!prose || !table) throw new Error('no settings');
      const parts = PARTS.filter(({ name }) => ['readReport', 'all rules', 'isReport'].includes(name));
      expect([...tooSteep(hostile, prose, LENGTH, parts), ...tooSteep(hostile, table, LENGTH, parts)]).toEqual([]);
    },
    60_000,
  );

  it('and a quadratic part is found out', () => {
    const hostile = { name: 'letters', of: (length: number) => 'a'.repeat(length) };
    const quadratic = {
      name: 'every pair',
      run: (text: string) => {
        let pairs = 0;
        for (let a = 0; a < text.length; a++)
          for (let b = 0; b < text.length; b++) pairs += (text.charCodeAt(a) ^ text.charCodeAt(b)) % 3;
        return pairs;
      },
    };
    const [alone] = SETTINGS;
    if (!alone) throw new Error('no settings');
    expect(cpuOf(() => quadratic.run('a'.repeat(4000)))).toBeGreaterThan(10);
    expect(tooSteep(hostile, alone, 1000, [quadratic])).toHaveLength(1);
  }, 60_000);
});
