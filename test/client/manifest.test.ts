// What the editor does with a report by the manifest alone.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const ours = contributes.languages.find(({ id }: { id: string }) => id === 'nianbao');

test('a report that was never saved is offered a name that ends in .txt', () => {
  // The editor takes the first ending of a language, else its first file name.
  expect(ours.extensions).toBeUndefined();
  expect(ours.filenames[0]).toMatch(/^[\u4e00-\u9fff]+\.txt$/);
});

test('no other text is taken for a report by its name', () => {
  expect(ours.filenamePatterns).toBeUndefined();
  expect(ours.firstLine).toBeUndefined();
});
