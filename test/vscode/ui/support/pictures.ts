// The pictures of the README and of the walkthrough are taken by the tests that check what they show.
//   UPDATE_PICTURES=1 npm run test:ui   takes them again
// A picture's pixels differ from machine to machine; what it says does not. That is kept beside the pictures, and a test
// fails when the editor says something else by now.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { toWebp } from '../../../../scripts/workbench/browser.ts';
import { root } from '../../../../scripts/workbench/paths.ts';

const folder = join(root, 'media', 'walkthrough');
const wordsFile = join(folder, 'pictures.json');
const LARGEST = 60_000;

const update = process.env.UPDATE_PICTURES === '1';

export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const readWords = (): Record<string, readonly string[]> =>
  existsSync(wordsFile) ? JSON.parse(readFileSync(wordsFile, 'utf8')) : {};

/** @param says the parts of the page whose words the picture is there for */
export async function picture(page: Page, name: string, clip: Clip, says: readonly Locator[]): Promise<void> {
  const file = join(folder, `${name}.webp`);
  const texts = await Promise.all(says.map((part) => part.innerText()));
  const words = texts.map((text) => text.replace(/\s+/g, ' ').trim());
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, await toWebp(page, await page.screenshot({ clip })));
    const all = { ...readWords(), [name]: words };
    const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(wordsFile, `${JSON.stringify(sorted, null, 2)}\n`);
  }
  expect(readWords()[name], `${name}.webp is out of date: UPDATE_PICTURES=1 npm run test:ui`).toEqual(words);
  expect(statSync(file).size, `${name}.webp is too large`).toBeLessThan(LARGEST);
}
