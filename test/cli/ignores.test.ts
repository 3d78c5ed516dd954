import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as engine from '../../server/src/index.ts';
import { cli, folderOf, TITLE } from './harness.ts';

const RULE = 'text/untranslated';
const DRAFT = `${TITLE}一、总体情况\n本局的 workflow 已理顺。\n二、主动公开政府信息情况\n`;
const run = (cwd: string, ...argv: string[]) => cli(cwd, argv, { engine });

/** The program's own word for a finding, as `--format json` gives it. */
async function fingerprint(draft: string): Promise<string> {
  const { stdout } = await run(folderOf({ 'a.txt': draft }), 'a.txt', '--format', 'json');
  const found = JSON.parse(stdout).files[0].problems.find(({ rule }: { rule: string }) => rule === RULE);
  return found.fingerprint;
}

const settings = (print: string, more: object = {}): string =>
  `// ours\n${JSON.stringify({ ignores: [{ file: 'a.txt', rule: RULE, fingerprint: print, reason: '系统名称', ...more }] })}`;

describe('an entry of ignores', () => {
  it('takes the fingerprint from json, and lets the finding stand with its reason', async () => {
    const cwd = folderOf({ 'a.txt': DRAFT, '.nianbao.json': settings(await fingerprint(DRAFT)) });
    const { stdout, stderr } = await run(cwd, 'a.txt', '--format', 'json', '--checks');
    const { files, summary } = JSON.parse(stdout);
    expect(stderr).toBe('');
    expect(files[0].problems.map(({ rule }: { rule: string }) => rule)).not.toContain(RULE);
    expect(files[0].ignored).toMatchObject([{ rule: RULE, reason: '系统名称', by: 'configuration', line: 3 }]);
    expect(files[0].outcomes).toContainEqual(
      expect.objectContaining({ rule: RULE, status: 'failed', ignored: true, ignoreReason: '系统名称' }),
    );
    expect(summary.checks.ignored).toBe(1);
    expect((await run(cwd, 'a.txt')).stdout).toContain('已忽略 1');
  });

  it('is for its own file alone', async () => {
    const print = await fingerprint(DRAFT);
    const cwd = folderOf({ 'a.txt': DRAFT, 'b.txt': DRAFT, '.nianbao.json': settings(print) });
    const { files } = JSON.parse((await run(cwd, '.', '--format', 'json')).stdout);
    expect(files.map(({ ignored }: { ignored: unknown[] }) => ignored.length)).toEqual([1, 0]);
    const all = folderOf({ 'a.txt': DRAFT, 'b.txt': DRAFT, '.nianbao.json': settings(print, { file: undefined }) });
    const both = JSON.parse((await run(all, '.', '--format', 'json')).stdout).files;
    expect(both.map(({ ignored }: { ignored: unknown[] }) => ignored.length)).toEqual([1, 1]);
  });

  it('that matches nothing any more is listed, and fails nothing', async () => {
    const cwd = folderOf({
      'a.txt': DRAFT.replace('已理顺', '已基本理顺'),
      '.nianbao.json': settings(await fingerprint(DRAFT)),
    });
    const before = await run(folderOf({ 'a.txt': DRAFT }), 'a.txt');
    const { stderr, stdout, status } = await run(cwd, 'a.txt', '--format', 'json');
    expect(stderr).toMatch(/^\.nianbao\.json:2:13 “a\.txt”中已没有这条“text\/untranslated”的问题/);
    expect(status).toBe(before.status);
    expect(JSON.parse(stdout).files[0].staleIgnores).toMatchObject([
      { config: '.nianbao.json', line: 2, column: 13, rule: RULE, fingerprint: expect.any(String) },
    ]);
    expect((await run(cwd, 'a.txt', '--quiet')).stderr).toBe('');
  });

  it('without a reason is said, and fails nothing', async () => {
    const cwd = folderOf({
      'a.txt': DRAFT,
      '.nianbao.json': settings(await fingerprint(DRAFT), { reason: '请写明理由' }),
    });
    const { stderr, status } = await run(cwd, 'a.txt');
    expect(stderr).toBe('.nianbao.json:2:13 没有写明忽略的理由\n');
    expect(status).toBe(1);
  });

  it('that cannot be read is wrong usage', async () => {
    const cwd = folderOf({ 'a.txt': DRAFT, '.nianbao.json': '{ "ignores": [{ "rule": "text/untranslatd" }] }' });
    const { stderr, status } = await run(cwd, 'a.txt');
    expect(stderr).toContain('是否应为“text/untranslated”？');
    expect(stderr).toContain('缺少“fingerprint”');
    expect(status).toBe(2);
  });
});

it('an ignore comment counts in Markdown', async () => {
  const cwd = folderOf({ 'a.md': DRAFT.replace('本局', `<!-- nianbao-ignore ${RULE}: 系统名称 -->\n本局`) });
  const { files } = JSON.parse((await run(cwd, 'a.md', '--format', 'json')).stdout);
  expect(files[0].ignored).toMatchObject([{ rule: RULE, by: 'comment', line: 4 }]);
});

it('SARIF lists what is let stand as suppressed, with its reason', async () => {
  const cwd = folderOf({ 'a.txt': DRAFT, '.nianbao.json': settings(await fingerprint(DRAFT)) });
  const { stdout } = await run(cwd, 'a.txt', '--format', 'sarif');
  const results: { ruleId: string; suppressions?: object[]; partialFingerprints: object }[] =
    JSON.parse(stdout).runs[0].results;
  expect(results.filter(({ suppressions }) => suppressions)).toMatchObject([
    { ruleId: RULE, suppressions: [{ kind: 'external', status: 'accepted', justification: '系统名称' }] },
  ]);
  expect(results[0]?.partialFingerprints).toEqual({ 'nianbao/v1': expect.any(String) });
});

it('--fix leaves alone what is let stand', async () => {
  const draft = DRAFT.replace('一、总体', '总体');
  const { stdout } = await run(folderOf({ 'a.txt': draft }), 'a.txt', '--format', 'json');
  const [heading] = JSON.parse(stdout).files[0].problems.filter(
    ({ rule }: { rule: string }) => rule === 'structure/heading-number',
  );
  const cwd = folderOf({
    'a.txt': draft,
    '.nianbao.json': settings(heading.fingerprint, { rule: 'structure/heading-number' }),
  });
  await run(cwd, 'a.txt', '--fix');
  expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toContain('\n总体情况\n');
});

describe('whose word counts', () => {
  const config = JSON.stringify({
    year: 2020,
    rules: { [RULE]: 'hint' },
    reports: {
      'b.txt': { year: 2021, rules: { [RULE]: 'off' }, issuer: { name: '望澜乡人民政府', type: 'township' } },
    },
  });

  it('the command line’s, then the report’s entry, then the file’s', async () => {
    const cwd = folderOf({ 'a.txt': DRAFT, 'b.txt': DRAFT, '.nianbao.json': config });
    const severities = async (...argv: string[]) => {
      const { files } = JSON.parse((await run(cwd, '.', '--format', 'json', ...argv)).stdout);
      return files.map(({ year, problems }: { year: number; problems: { rule: string; severity: string }[] }) => [
        year,
        problems.find(({ rule }) => rule === RULE)?.severity,
      ]);
    };
    expect(await severities()).toEqual([
      [2020, 'hint'],
      [2021, undefined],
    ]);
    expect(await severities('--year', '2023')).toEqual([
      [2023, 'hint'],
      [2023, undefined],
    ]);
  });

  it('the issuer that is set reaches the reader', async () => {
    const cwd = folderOf({ 'a.txt': DRAFT, 'b.txt': DRAFT, '.nianbao.json': config });
    const asked: unknown[] = [];
    const lint: typeof engine.lint = (text, options) => {
      asked.push(options?.issuer);
      return engine.lint(text, options);
    };
    await cli(cwd, ['.'], { engine: { ...engine, lint } });
    expect(asked).toEqual([undefined, { name: '望澜乡人民政府', kind: 'township' }]);
  });
});
