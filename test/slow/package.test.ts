// The .vsix: what is in it, and that it works when it is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePackage } from '../../scripts/package.ts';
import { rules } from '../../server/src/rules/index.ts';
import { unzip } from './zip.ts';

const root = join(import.meta.dirname, '..', '..');

let folder: string;
let vsix: string;
let files: Map<string, Buffer>;

beforeAll(() => {
  // Another test may have left a build for development in dist/.
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'ignore' });
  folder = mkdtempSync(join(tmpdir(), 'nianbao-vsix-'));
  vsix = makePackage(join(folder, 'nianbao-lint.vsix'));
  files = unzip(readFileSync(vsix));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('holds what runs, and nothing else', () => {
  const page = /^extension\/docs\/rules\/[a-z]+\/[A-Za-z\d-]+\.md$/;
  const names = [...files.keys()].filter((name) => !page.test(name)).sort();
  expect(names).toEqual([
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/changelog.md',
    'extension/dist/THIRD-PARTY-NOTICES.txt',
    'extension/dist/client.cjs',
    'extension/dist/extension.cjs',
    'extension/dist/language-client.cjs',
    'extension/dist/sbom.cdx.json',
    'extension/dist/server-main.cjs',
    'extension/dist/server.cjs',
    'extension/dist/web/client.js',
    'extension/dist/web/server.js',
    'extension/dist/webview/report-view.js',
    'extension/dist/word.cjs',
    'extension/docs/rules/README.md',
    'extension/l10n/bundle.l10n.zh-cn.json',
    'extension/media/icon.png',
    'extension/media/walkthrough/findings.webp',
    'extension/media/walkthrough/ignore.webp',
    'extension/media/walkthrough/quick-fixes.webp',
    'extension/media/walkthrough/view.webp',
    'extension/media/walkthrough/workspace.webp',
    'extension/package.json',
    'extension/package.nls.json',
    'extension/package.nls.zh-cn.json',
    'extension/readme.md',
    'extension/schemas/nianbao-pack.schema.json',
    'extension/schemas/nianbao.schema.json',
    'extension/syntaxes/nianbao.language-configuration.json',
    'extension/syntaxes/nianbao.tmLanguage.json',
  ]);
  for (const { meta } of rules) expect([...files.keys()]).toContain(`extension/docs/rules/${meta.id}.md`);
  // The server stands in it twice, for the desktop and the browser, each with some 180 KB of dictionary.
  expect(statSync(vsix).size).toBeLessThan(1_900_000);
});

test('has all that its manifest names, and no part of the workshop', () => {
  const manifest = JSON.parse(String(files.get('extension/package.json')));
  expect(manifest).not.toHaveProperty('devDependencies');
  expect(manifest).not.toHaveProperty('scripts');
  const { contributes, main, browser, icon } = manifest;
  const media = contributes.walkthroughs[0].steps.map((step: { media: { image: string } }) => step.media.image);
  const grammars = contributes.grammars.map(({ path }: { path: string }) => path);
  for (const path of [main, browser, icon, ...media, ...grammars]) {
    expect([...files.keys()]).toContain(`extension/${path.replace(/^\.\//, '')}`);
  }
  const texts = [...files].filter(([name]) => !/\.(?:png|webp)$/.test(name));
  const telling = texts.filter(
    ([, content]) => content.includes(root) || /sourceMappingURL=(?!data)/.test(String(content)),
  );
  expect(telling.map(([name]) => name)).toEqual([]);
});

test('has declarations that are complete in themselves: a program needs no other package for them', () => {
  cpSync(join(root, 'dist/types'), join(folder, 'types'), { recursive: true });
  const program = [
    "import { hover, lint, viewDraft } from './types/index.js';",
    "const severity: 'error' | 'warning' | 'information' | 'hint' | undefined = lint('').problems[0]?.severity;",
    "const line: number | undefined = hover(viewDraft(''), { line: 0, character: 0 }, 'markdown')?.range?.start.line;",
    'export { line, severity };',
  ];
  writeFileSync(join(folder, 'program.ts'), program.join('\n'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), ...options, '--skipLibCheck', 'false', 'program.ts'],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test('does, once it is installed, what the interface tests ask of it', () => {
  const args = ['run', '--config', 'test/vscode/ui/vitest.config.ts'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NIANBAO_VSIX: vsix, UPDATE_PICTURES: '' },
    },
  );
  expect(status, `${stdout}${stderr}`).toBe(0);
});
