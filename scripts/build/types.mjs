import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** The interface names their types, and an install brings no packages: their declarations go along. */
const PACKAGES = ['vscode-languageserver-types', 'vscode-languageserver-textdocument'];

/** Writes the declarations of the programming interface, complete in themselves. */
export function writeTypes(folder) {
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = ['-p', path.join(ROOT, 'tsconfig.types.json'), '--outDir', folder];
  execFileSync(process.execPath, [tsc, ...args], { stdio: 'inherit' });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'));
  const packages = path.join(folder, 'packages');
  mkdirSync(packages);
  for (const name of PACKAGES) {
    copyFileSync(path.join(ROOT, 'node_modules', name, 'lib/esm/main.d.ts'), path.join(packages, `${name}.d.ts`));
  }
  for (const file of files) {
    const own = path.join(folder, file);
    const place = path.posix.relative(path.posix.dirname(file.replaceAll('\\', '/')), 'packages');
    const source = readFileSync(own, 'utf8');
    const prefix = place.startsWith('.') ? place : `./${place}`;
    const whole = PACKAGES.reduce((text, name) => text.replaceAll(`'${name}'`, `'${prefix}/${name}.js'`), source);
    if (whole !== source) writeFileSync(own, whole);
  }
}
