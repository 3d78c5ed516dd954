import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellId } from '../../server/src/forms/index.ts';
import * as engine from '../../server/src/index.ts';
import { draft } from '../support/draft.ts';
import { folderOf, cli as run } from './harness.ts';

const cli = (cwd: string, ...argv: string[]) => run(cwd, argv, { engine });
const CARRIED = cellId('requests', 'carriedIn', 'total');
const PENDING = cellId('requests', 'carriedOut', 'total');

const now = draft({ year: 2024, seed: 4, cells: { [CARRIED]: '41' } });
const before = draft({ year: 2023, seed: 3, cells: { [PENDING]: '43' } });

const county = (extra: Readonly<Record<string, string>> = {}) =>
  folderOf({ '2024/水利局.txt': now.text, '2023/水利局.txt': before.text, ...extra });

interface Problem {
  readonly rule: string;
  readonly line: number;
  readonly related: readonly { readonly path: string; readonly line: number; readonly column: number }[];
}

async function json(cwd: string, ...argv: string[]) {
  const { stdout } = await cli(cwd, '--format', 'json', ...argv);
  const { files } = JSON.parse(stdout) as {
    files: readonly { path: string; problems: readonly Problem[]; relations?: { prior: string | null } }[];
  };
  return files;
}

const carried = (files: Awaited<ReturnType<typeof json>>) =>
  files.flatMap(({ problems }) => problems).filter(({ rule }) => rule === 'year/carry-over');

describe('reports on one command line', () => {
  it('are held against each other, and findings lead to the other file', async () => {
    const files = await json(county(), '.');
    const [problem] = carried(files);
    expect(problem?.line).toBe(now.lineOf(CARRIED));
    const lines = before.text.split('\n');
    const told = problem?.related.map(({ path, line, column }) => [
      path,
      lines[line - 1]?.slice(column - 1, column + 1),
    ]);
    expect(told).toContainEqual(['2023/水利局.txt', '43']);
    expect(files.map(({ relations }) => relations?.prior)).toEqual([null, '2023/水利局.txt']);
  });

  it('are not, where that is not wanted or there is one alone', async () => {
    const cwd = county();
    for (const argv of [['--no-relations', '.'], ['2024/水利局.txt']]) {
      const files = await json(cwd, ...argv);
      expect(carried(files)).toEqual([]);
      expect(files[0]?.relations).toBeUndefined();
    }
  });

  it('lead from a SARIF log to the other file', async () => {
    const { stdout } = await cli(county(), '--format', 'sarif', '.');
    const log = JSON.parse(stdout);
    const result = log.runs[0].results.find((each: { ruleId: string }) => each.ruleId === 'year/carry-over');
    const places = result.relatedLocations.map(
      (each: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }) => [
        decodeURIComponent(each.physicalLocation.artifactLocation.uri),
        each.physicalLocation.region.startLine,
      ],
    );
    expect(places).toContainEqual(['2023/水利局.txt', before.lineOf(PENDING)]);
  });

  it('go together as the settings say', async () => {
    const renamed = { ...before, text: before.text.replaceAll('青溪县水利局', '青溪县水务局') };
    const files = { '去年.txt': renamed.text, '今年.txt': now.text };
    expect(carried(await json(folderOf(files), '.'))).toEqual([]);
    for (const settings of [
      { reports: { '今年.txt': { prior: './去年.txt' } } },
      { renamed: { 青溪县水利局: '青溪县水务局' } },
    ]) {
      const cwd = folderOf({ ...files, '.nianbao.json': JSON.stringify(settings) });
      expect(carried(await json(cwd, '.'))).toHaveLength(1);
    }
  });

  it('say nothing on standard error that was not said before', async () => {
    const cwd = county({ '坏.txt': Buffer.from([0, 1, 2]).toString('latin1') });
    const [alone, together] = [await cli(cwd, '--no-relations', '.'), await cli(cwd, '.')];
    expect(together.stderr).toBe(alone.stderr);
    expect(existsSync(cwd) && readFileSync(`${cwd}/2024/水利局.txt`, 'utf8')).toBe(now.text);
  });
});
