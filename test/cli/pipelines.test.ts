// The definitions for pipelines, run as their runner would, with the program of this repository in place of npx.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, TITLE } from './harness.ts';
import { buildProgram } from './program.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const shipped = buildProgram();
afterAll(() => shipped.remove());

const HEADINGS = ['一、总体情况', '二、主动公开政府信息情况', '五、存在的主要问题及改进情况'];
const REPORT = `${TITLE}${HEADINGS.join('\n')}\n`;

/** Runs a shell script in a folder where `npx` and `nianbao-lint` are this program. */
function shell(script: string, env: Readonly<Record<string, string>> = {}) {
  const bin = folderOf({
    npx: `#!/bin/sh\n[ "$1" = --yes ] && shift\ncase "$1" in nianbao-lint*) shift;; esac\nexec "${process.execPath}" "${shipped.path}" "$@"\n`,
    'nianbao-lint': `#!/bin/sh\nexec "${process.execPath}" "${shipped.path}" "$@"\n`,
  });
  for (const name of ['npx', 'nianbao-lint']) chmodSync(join(bin, name), 0o755);
  const cwd = folderOf({ '报告/a b.txt': REPORT, '报告/说明.md': '# 说明\n', 'other.txt': REPORT });
  const path = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const ended = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH: path },
  });
  return { ...ended, cwd };
}

describe('action.yml', () => {
  const action = read('action.yml');
  const script = (/^ {6}run: \|\n((?: {8}.*\n|\n)+)/m.exec(action)?.[1] ?? '').replace(/^ {8}/gm, '');

  test('marks the lines of the reports that it is given', () => {
    const { stdout, status } = shell(script, { PATHS: '报告/a b.txt\n\n  \n', VERSION: '1', MAX_WARNINGS: '0' });
    expect(stdout).toMatch(/^::error file=报告\/a b\.txt,line=\d+/m);
    expect(stdout).not.toContain('other.txt');
    expect(status).toBe(1);
  });

  test('takes no part of an input for a command', () => {
    const { cwd } = shell(script, {
      PATHS: '$(touch hacked)\n`touch hacked`\n; touch hacked',
      VERSION: '1',
      MAX_WARNINGS: '0',
    });
    expect(existsSync(join(cwd, 'hacked'))).toBe(false);
    // What a user of the action writes comes in by the environment alone.
    expect(script).not.toContain('${{');
  });

  test('every input that its script reads is declared', () => {
    for (const [, name] of action.matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)) expect(action).toContain(`\n  ${name}:\n`);
  });
});

describe('the GitLab example', () => {
  test('writes the report that its artifact names', () => {
    const page = read('docs/pipelines.md');
    const line = /^ {4}- (npx .*gl-code-quality-report\.json)$/m.exec(page)?.[1] ?? '';
    const { cwd } = shell(line);
    const issues = JSON.parse(readFileSync(join(cwd, 'gl-code-quality-report.json'), 'utf8'));
    expect(issues.length).toBeGreaterThan(0);
    expect(new Set(issues.map(({ location }: { location: { path: string } }) => location.path))).toEqual(
      new Set(['报告/a b.txt']),
    );
    expect(page).toContain('codequality: gl-code-quality-report.json');
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hook = read('.pre-commit-hooks.yaml');
  const value = (key: string): string => new RegExp(`^ {2}${key}: (.*)$`, 'm').exec(hook)?.[1] ?? '';

  test('fails for a report with errors, and not for a commit that has no report', () => {
    expect(shell(`${value('entry')} '报告/a b.txt' '报告/说明.md'`).status).toBe(1);
    const none = shell(`${value('entry')} '报告/说明.md'`);
    expect([none.status, none.stderr]).toEqual([0, expect.stringContaining('不是政府信息公开工作年度报告')]);
    expect(shell("nianbao-lint '报告/说明.md'").status).toBe(2);
  });

  test('is asked for the files that the program reads', () => {
    const files = new RegExp(value('files'));
    for (const name of ['a.txt', 'b.md', 'c.html', 'd.htm', 'e.docx']) expect(files.test(name), name).toBe(true);
    expect(files.test('f.png')).toBe(false);
  });

  test('names the program that the package brings', () => {
    expect(Object.keys(JSON.parse(read('package.json')).bin)).toContain(value('entry').split(' ')[0]);
  });
});

describe('.lsp.json', () => {
  test('starts what the package holds', () => {
    const { nianbao } = JSON.parse(read('.lsp.json'));
    expect(nianbao.args).toEqual(['dist/server.js', '--stdio']);
    expect(read('esbuild.mjs')).toContain("'server.js'");
    expect(JSON.parse(read('package.json')).files).toContain('dist');
  });
});

test('the pages on pipelines and editors name options and files that there are', () => {
  for (const page of ['docs/pipelines.md', 'docs/editors.md']) {
    for (const [, path] of read(page).matchAll(/\]\(([\w./-]+\.md)\)/g)) {
      expect(existsSync(join(ROOT, 'docs', path ?? '')), `${page} → ${path}`).toBe(true);
    }
  }
});
