import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as engine from '../../server/src/index.ts';
import { folderOf, cli as start } from './harness.ts';

const cli = (cwd: string, argv: readonly string[]) => start(cwd, argv, { engine });

const REPORT = '青禾县水务局2025年政府信息公开工作年度报告\n一、总体情况\n由县府办牵头。\n二、主动公开政府信息情况\n';
const PACK = `{
  "name": "县",
  "entries": {
    "简称": {
      "kind": "forbid", "phrases": "县府办", "severity": "warning",
      "message": "不写简称", "basis": "某通知",
      "right": ["由办公室牵头。"], "wrong": ["由县府办牵头。"]
    }
  }
}
`;
const folder = (config: object, files: Readonly<Record<string, string>> = {}): string =>
  folderOf({
    'office/r.txt': REPORT,
    'office/.nianbao.json': JSON.stringify(config),
    'office/p.nianbao-pack.json': PACK,
    ...files,
  });

const ofPack = async (cwd: string, ...more: string[]) => {
  const { stdout, stderr, status } = await cli(join(cwd, 'office'), ['r.txt', '--format', 'json', ...more]);
  const { problems } = JSON.parse(stdout).files[0];
  return { found: problems.filter(({ rule }: { rule: string }) => rule.startsWith('县/')), stderr, status };
};

describe('a rule pack that the settings file names', () => {
  test('is used; what it finds bears its name and leads to the entry', async () => {
    const { found, stderr } = await ofPack(folder({ packs: ['p.nianbao-pack.json'] }));
    expect(found).toMatchObject([
      {
        rule: '县/简称',
        severity: 'warning',
        line: 3,
        column: 2,
        message: '不写简称（依据：某通知）',
        pack: { path: 'p.nianbao-pack.json', line: 4, column: 5 },
      },
    ]);
    expect(stderr).toBe('');
  });

  test('shows where the entry stands in the other formats', async () => {
    const cwd = join(folder({ packs: ['./p.nianbao-pack.json'] }), 'office');
    expect((await cli(cwd, ['r.txt'])).stdout).toContain('县/简称  p.nianbao-pack.json:4:5');
    const sarif = JSON.parse((await cli(cwd, ['r.txt', '--format', 'sarif'])).stdout);
    const result = sarif.runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === '县/简称');
    expect(result.relatedLocations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'p.nianbao-pack.json' },
      region: { startLine: 4, startColumn: 5 },
    });
  });

  test.each([
    [{ '县/简称': 'off' }, 0],
    [{ 县: 'off' }, 0],
    [{ 县: 'error' }, 1],
  ])('is set by the settings file like any rule: %j', async (rules, count) => {
    const { found, stderr } = await ofPack(folder({ packs: ['p.nianbao-pack.json'], rules }));
    expect(found).toHaveLength(count);
    expect(stderr).toBe('');
  });

  test('is ignored like any rule, by its fingerprint and by a comment', async () => {
    const [{ fingerprint }] = (await ofPack(folder({ packs: ['p.nianbao-pack.json'] }))).found;
    const ignores = [{ rule: '县/简称', fingerprint, reason: '引文' }];
    const { found, stderr } = await ofPack(folder({ packs: ['p.nianbao-pack.json'], ignores }));
    expect(found).toEqual([]);
    expect(stderr).toBe('');
  });

  test('whose rules are misspelt in the settings file is told there', async () => {
    const { stderr } = await ofPack(folder({ packs: ['p.nianbao-pack.json'], rules: { '县/简称呼': 'off' } }));
    expect(stderr).toContain('是否应为“县/简称”？');
  });

  test('that has faults tells them, with its own place', async () => {
    const { stderr, status } = await ofPack(
      folder(
        { packs: ['bad.nianbao-pack.json'] },
        { 'office/bad.nianbao-pack.json': '{"name": "甲", "entries": {"乙": {"kind": "regex"}}}' },
      ),
    );
    expect(stderr).toContain('bad.nianbao-pack.json:1:41 此处只能填：require');
    expect(status).toBe(2);
  });

  test('is not read outside the folder, by a path or by a link', async () => {
    const cwd = folder(
      { packs: ['../out.nianbao-pack.json', 'link/out.nianbao-pack.json'] },
      { 'out.nianbao-pack.json': PACK },
    );
    symlinkSync('..', join(cwd, 'office/link'));
    const { found, stderr } = await ofPack(cwd);
    expect(found).toEqual([]);
    expect(stderr).toContain('规则包“../out.nianbao-pack.json”在工作区之外');
    expect(stderr).toContain('规则包“link/out.nianbao-pack.json”在工作区之外');
  });

  test('is no folder and no device', async () => {
    const cwd = folder({ packs: ['d.nianbao-pack.json'] });
    mkdirSync(join(cwd, 'office/d.nianbao-pack.json'));
    expect((await ofPack(cwd)).stderr).toContain('读不了，或不是普通文件');
  });
});

describe('pack test', () => {
  test('tries the sentences of a pack', async () => {
    const cwd = join(folder({}), 'office');
    expect(await cli(cwd, ['pack', 'test', 'p.nianbao-pack.json'])).toMatchObject({
      status: 0,
      stdout: 'p.nianbao-pack.json：例句 2 条，全部符合\n',
      stderr: '',
    });
    writeFileSync(join(cwd, 'p.nianbao-pack.json'), PACK.replace('由办公室', '由县府办'));
    expect(await cli(cwd, ['pack', 'test', 'p.nianbao-pack.json'])).toMatchObject({
      status: 1,
      stdout:
        'p.nianbao-pack.json:7:17 例句写在 right 中，却被报为有问题：“由县府办牵头。”\np.nianbao-pack.json：例句 2 条，其中 1 条不符\n',
    });
  });

  test.each([
    [['pack'], '用法'],
    [['pack', 'test'], '用法'],
    [['pack', 'test', 'r.txt'], '应以 .nianbao-pack.json 结尾'],
    [['pack', 'test', 'none.nianbao-pack.json'], '找不到规则包'],
  ])('%j is wrong usage', async (argv, message) => {
    const { status, stderr } = await cli(join(folder({}), 'office'), argv);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
