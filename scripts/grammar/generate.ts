import { readFile, writeFile } from 'node:fs/promises';
import { grammarText } from './grammar.ts';

/** Writes syntaxes/nianbao.tmLanguage.json; with --check only says whether it is up to date. */

const file = new URL('../../syntaxes/nianbao.tmLanguage.json', import.meta.url);

if (process.argv.includes('--check')) {
  const written = await readFile(file, 'utf8').catch(() => '');
  if (written !== grammarText()) {
    console.error('syntaxes/nianbao.tmLanguage.json is stale: run npm run generate:grammar.');
    process.exitCode = 1;
  }
} else {
  await writeFile(file, grammarText());
}
