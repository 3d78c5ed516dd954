// `npm run generate` writes what follows from the rules and the forms; with --check it only says what is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../server/src/rules/index.ts';
import { outputs, type Sources } from './generate/outputs.ts';
import { RULE_PAGES } from './generate/pages.ts';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');

// A checkout on Windows may have other line ends; they make nothing stale.
const read: Sources['read'] = (path) => {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
};

const pages = existsSync(join(root, RULE_PAGES))
  ? readdirSync(join(root, RULE_PAGES), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${RULE_PAGES}/${name.replaceAll('\\', '/')}`)
  : [];

const { files, problems } = outputs(rules, { read, pages });
const stale = [...files].filter(([path, text]) => read(path) !== text);

for (const problem of problems) console.error(problem);
if (check) {
  for (const [path] of stale)
    console.error(`${path}: 已过时，请运行 npm run generate / is stale, run npm run generate`);
  if (stale.length > 0 || problems.length > 0) process.exitCode = 1;
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
  // What has just been written as an empty page is still to be filled in.
  if (problems.length > 0) process.exitCode = 1;
}
