import { readFile, writeFile } from 'node:fs/promises';
import { traditionalSource } from './traditional.ts';

/** Writes the table of traditional characters; with --check only says whether it is up to date. */

const path = 'server/src/rules/text/traditional.generated.ts';
const file = new URL(`../../${path}`, import.meta.url);

if (process.argv.includes('--check')) {
  const written = await readFile(file, 'utf8').catch(() => '');
  if (written.replaceAll('\r\n', '\n') !== traditionalSource()) {
    console.error(`${path}: 已过时 / is stale: node --import tsx scripts/characters/generate.ts`);
    process.exitCode = 1;
  }
} else {
  await writeFile(file, traditionalSource());
}
