import { readFile, writeFile } from 'node:fs/promises';
import { commonWordsSource } from './common-words.ts';
import { readingsSource } from './readings.ts';

/** Writes what is taken from packages about words and readings; with --check only says whether it is up to date. */

const FILES: Readonly<Record<string, () => string>> = {
  'server/src/text/near-miss/readings.generated.ts': readingsSource,
  'server/src/text/near-miss/words.generated.ts': commonWordsSource,
};

for (const [path, source] of Object.entries(FILES)) {
  const file = new URL(`../../${path}`, import.meta.url);
  if (process.argv.includes('--check')) {
    const written = await readFile(file, 'utf8').catch(() => '');
    if (written.replaceAll('\r\n', '\n') !== source()) {
      console.error(`${path}: 已过时 / is stale: node --import tsx scripts/words/generate.ts`);
      process.exitCode = 1;
    }
  } else {
    await writeFile(file, source());
  }
}
