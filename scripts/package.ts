// `npm run package`: makes nianbao-lint-<version>.vsix, which holds what runs in the editor and nothing else.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { root } from './workbench/paths.ts';

/** The command line, the API and its types come by npm; the editor has no use for them. */
const CONTENTS = [
  'dist/client.cjs',
  'dist/extension.cjs',
  'dist/language-client.cjs',
  'dist/server-main.cjs',
  'dist/server.cjs',
  'dist/word.cjs',
  'dist/web',
  'dist/webview',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/sbom.cdx.json',
  'docs/rules',
  'l10n',
  'media/icon.png',
  'media/walkthrough',
  'schemas',
  'syntaxes',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
];

/** Of the manifest, what only npm or this repository needs. */
const NOT_FOR_EDITORS = ['bin', 'devDependencies', 'exports', 'files', 'scripts', 'types'];

/** Where the project lives. Until that is known they name a host that never exists (RFC 2606), and editors show no link. */
export const ADDRESSES = ['repository', 'bugs', 'homepage'] as const;
export const isPlaceholder = (address: unknown): boolean => JSON.stringify(address ?? '').includes('.invalid/');

/** One time for all files, in one time zone: the same sources make the same package, byte for byte, on every day. */
const REPRODUCIBLE = { SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? '1704067200', TZ: 'UTC' };

/** @returns the path of the package; what was built must be in dist/ */
export function makePackage(out: string): string {
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const key of NOT_FOR_EDITORS) delete manifest[key];
  for (const key of ADDRESSES) if (isPlaceholder(manifest[key])) delete manifest[key];
  const { node: _, ...engines } = Object(manifest.engines);
  const stage = mkdtempSync(join(tmpdir(), 'nianbao-package-'));
  try {
    writeFileSync(join(stage, 'package.json'), JSON.stringify({ ...manifest, engines }, null, 2));
    writeFileSync(join(stage, '.vscodeignore'), ''); // Without one vsce warns; all that is here is wanted.
    for (const path of CONTENTS) {
      mkdirSync(dirname(join(stage, path)), { recursive: true });
      const filter = (source: string): boolean => !/\.map$|pictures\.json$/.test(source);
      cpSync(join(root, path), join(stage, path), { recursive: true, filter });
    }
    for (const entry of readdirSync(stage, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), 0o644);
    }
    const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
    const switches = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
    const { status } = spawnSync(process.execPath, [vsce, 'package', ...switches, '--out', resolve(out)], {
      cwd: stage,
      env: { ...process.env, ...REPRODUCIBLE },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error('vsce 打包失败。vsce could not make the package.');
    return resolve(out);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = makePackage(join(root, `${name}-${version}.vsix`));
  console.log(`${file}（${(statSync(file).size / 1024).toFixed(0)} KB）`);
}
