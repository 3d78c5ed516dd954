// A megabyte takes four times as long as a quarter of it: whole reports, prose with all its words, one long paragraph.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST, tooSteep } from './growth.ts';
import { PARTS } from './measure.ts';
import { type HostileText, SETTINGS } from './texts.ts';

const FOLDER = path.join(import.meta.dirname, '../../samples');
const REPORTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(path.join(FOLDER, name), 'utf8'));

const LONG_LINE = 40;
const PROSE = REPORTS.flatMap((report) => report.split('\n').filter((line) => line.length > LONG_LINE));

const LARGEST = 1_000_000;

/** Cut where it is long enough. */
const filled = (name: string, text: string): HostileText => ({
  name,
  of: (length) => text.repeat(Math.ceil(length / text.length)).slice(0, length),
});

const [alone, inProse] = SETTINGS;

describe(`four times the text, up to a megabyte, takes at most ${MOST} times as long`, () => {
  it.each([
    { name: 'reports one below the other', text: REPORTS.join('\n'), setting: alone },
    { name: 'one report again and again', text: `${REPORTS.at(-1)}\n`, setting: alone },
    { name: 'paragraphs of reports', text: `${PROSE.join('\n')}\n`, setting: inProse },
    { name: 'a paragraph of all of them', text: PROSE.join(''), setting: inProse },
  ])(
    '$name',
    ({ name, text, setting }) => {
      if (!setting) throw new Error('no settings');
      const parts = PARTS.filter(({ name }) => name === 'readReport' || name === 'all rules');
      expect(tooSteep(filled(name, text), setting, LARGEST / 4, parts)).toEqual([]);
    },
    120_000,
  );
});
