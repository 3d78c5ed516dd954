import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { CHECKSUMS, sealFolder } from '../../scripts/release/checksums.ts';
import { planRelease, type ReleaseFiles } from '../../scripts/release/plan.ts';
import { type ReleaseMachine, release } from '../../scripts/release/release.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const FILES: ReleaseFiles = {
  'package.json': '{\n  "name": "x",\n  "version": "0.1.0",\n  "homepage": "https://x.example/"\n}\n',
  'package-lock.json': `${JSON.stringify({ name: 'x', version: '0.1.0', packages: { '': { version: '0.1.0' } } }, null, 2)}\n`,
  'CHANGELOG.md': '# 更新记录\n\n## 0.2.0（未发布 unreleased）\n\n- 新增。\n\n## 0.1.0（2026-01-02）\n\n- 首版。\n',
};

/** A machine on which nothing happens; what was asked of it is kept. */
function pretended(answers: Readonly<Record<string, string>> = {}, files = FILES, env: Record<string, string> = {}) {
  const done: string[] = [];
  const said: string[] = [];
  const machine: ReleaseMachine = {
    today: '2026-12-01',
    env,
    read: (path) => files[path],
    write: (path) => void done.push(`write ${path}`),
    ask: (...command) => answers[command.join(' ')] ?? '',
    run: (...command) => void done.push(command.join(' ').split('\n')[0] ?? ''),
    makePackage: (path) => void done.push(`package ${path}`),
    makeFolder: (path) => void done.push(`folder ${path}`),
    seal: (folder) => void done.push(`seal ${folder}`),
    log: (line) => void said.push(line),
  };
  return { machine, done, said };
}

const PUBLISHES = /publish/;

describe('the plan of a release', () => {
  const plan = planRelease('0.2.0', '2026-12-01', FILES);

  it('sets the version wherever it stands, and nothing else', () => {
    expect(plan.files['package.json']).toBe(FILES['package.json'].replace('0.1.0', '0.2.0'));
    expect(JSON.parse(plan.files['package-lock.json'])).toEqual({
      name: 'x',
      version: '0.2.0',
      packages: { '': { version: '0.2.0' } },
    });
  });

  it('gives the section of the change log its date and keeps the others', () => {
    expect(plan.files['CHANGELOG.md']).toBe(
      FILES['CHANGELOG.md'].replace('0.2.0（未发布 unreleased）', '0.2.0（2026-12-01）'),
    );
    expect(plan.notes).toBe('- 新增。');
  });

  it.each([
    ['0.2', {}, /x\.y\.z/],
    ['0.0.9', {}, /lower/],
    ['0.2.0', { 'CHANGELOG.md': '## 0.1.0（2026-01-02）\n\n- 首版。\n' }, /no section/],
    ['0.2.0', { 'CHANGELOG.md': '## 0.2.0（未发布 unreleased）\n\n## 0.1.0（2026-01-02）\n\n- 首版。\n' }, /empty/],
  ] as const)('says what stands in the way: %s %o', (version, change, said) => {
    expect(() => planRelease(version, '2026-12-01', { ...FILES, ...change })).toThrow(said);
  });

  it('is possible with the change log and the manifest that are here', () => {
    const read = (path: string): string => readFileSync(`${ROOT}/${path}`, 'utf8');
    const files = {
      'package.json': read('package.json'),
      'package-lock.json': read('package-lock.json'),
      'CHANGELOG.md': read('CHANGELOG.md'),
    };
    const { version } = JSON.parse(files['package.json']);
    expect(planRelease(version, '2026-12-01', files).notes).not.toBe('');
  });
});

test('the folder of a release has a checksum for each file, as sha256sum reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-release-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'a.vsix'), 'a');
  writeFileSync(join(folder, 'bom'), '{}');
  sealFolder(folder, join(folder, 'bom'), 'b.cdx.json');
  const sums = readFileSync(join(folder, CHECKSUMS), 'utf8');
  expect(sums).toMatch(/^[0-9a-f]{64} {2}a\.vsix\n[0-9a-f]{64} {2}b\.cdx\.json\n[0-9a-f]{64} {2}bom\n$/);
  const { status, error } = spawnSync('sha256sum', ['--check', CHECKSUMS], { cwd: folder });
  if (!error) expect(status).toBe(0);
});

describe('a release', () => {
  const options = { version: '0.2.0', dryRun: false, publish: false };

  it('tests before it packages, packages before it tags, and publishes nothing', () => {
    const { machine, done } = pretended();
    expect(release(options, machine)).toBe(true);
    expect(done.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
      'write package.json',
      'write package-lock.json',
      'write CHANGELOG.md',
      'npm test',
      'npm run',
      'folder out/release/0.2.0',
      'package out/release/0.2.0/nianbao-lint-0.2.0.vsix',
      'npm pack',
      'npm run',
      'seal out/release/0.2.0',
      'git commit',
      'git tag',
    ]);
    expect(done.filter((each) => PUBLISHES.test(each))).toEqual([]);
  });

  it('that is tried only does nothing, and says all of it', () => {
    const { machine, done, said } = pretended();
    expect(release({ ...options, dryRun: true, publish: true }, machine)).toBe(false);
    expect(done).toEqual([]);
    expect(said.join('\n')).toMatch(/VSCE_PAT[\s\S]*npm test[\s\S]*Open VSX/);
  });

  it.each([
    ['git status --porcelain', ' M README.md', /not clean/],
    ['git tag --list v0.2.0', 'v0.2.0', /a tag/],
  ])('does not begin where %s answers “%s”', (question, answer, obstacle) => {
    const { machine, done, said } = pretended({ [question]: answer });
    expect(release(options, machine)).toBe(false);
    expect(done).toEqual([]);
    expect(said.join('\n')).toMatch(obstacle);
  });

  it('sends one file to both marketplaces, when it is told to and knows where the project lives', () => {
    const keys = { VSCE_PAT: 'a', OVSX_PAT: 'b' };
    const { machine, done } = pretended({}, FILES, keys);
    expect(release({ ...options, publish: true }, machine)).toBe(true);
    const sent = done.slice(-2);
    expect(sent.every((each) => PUBLISHES.test(each) && each.endsWith('nianbao-lint-0.2.0.vsix'))).toBe(true);
    expect(done.indexOf(sent[0] ?? '')).toBeGreaterThan(done.findIndex((each) => each.startsWith('git tag')));
    const homeless = { ...FILES, 'package.json': FILES['package.json'].replace('x.example', 'x.invalid') };
    const refused = pretended({}, homeless, keys);
    expect(release({ ...options, publish: true }, refused.machine)).toBe(false);
    expect(refused.done).toEqual([]);
  });

  it('tried in this repository leaves it as it is', () => {
    const paths = ['package.json', 'package-lock.json', 'CHANGELOG.md'];
    const before = paths.map((path) => readFileSync(`${ROOT}/${path}`, 'utf8'));
    const args = ['--import', 'tsx', 'scripts/release/main.ts', '9.9.9', '--dry-run'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    expect(stdout).toContain('git tag v9.9.9');
    expect(paths.map((path) => readFileSync(`${ROOT}/${path}`, 'utf8'))).toEqual(before);
  }, 30_000);
});
