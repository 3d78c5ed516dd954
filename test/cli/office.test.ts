import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellId } from '../../server/src/forms/index.ts';
import * as engine from '../../server/src/index.ts';
import { county, textOf } from '../support/county.ts';
import { folderOf, cli as run } from './harness.ts';

const cli = (cwd: string, ...argv: string[]) => run(cwd, argv, { engine });

const made = county({ seed: 21, place: '青溪县', years: [2023, 2024], members: 5 });
const filesOf = (changed: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(made.reports.map((report) => [report.path, textOf(report)])),
  ...changed,
});
const government = made.reports.find(({ issuer, year }) => issuer.type === 'government' && year === 2024);
if (!government) throw new Error('no government');
const LICENCE = cellId('proactive', 'licence', 'decisions');
const sum = government.values.get(LICENCE) ?? 0;
const wrong = {
  [government.path]: textOf({
    ...government,
    options: { ...government.options, cells: { [LICENCE]: `${sum + 3}` } },
  }),
};

interface Summed {
  readonly members: readonly { readonly name: string }[];
  readonly missing: readonly { readonly name: string }[];
  readonly tables: readonly {
    readonly cells: readonly {
      readonly id: string;
      readonly sum: string;
      readonly own: string;
      readonly differs: boolean;
    }[];
  }[];
}

describe('rollup', () => {
  it('adds up every cell of the members and finds it in the government’s report', async () => {
    const { status, stdout } = await cli(folderOf(filesOf()), 'rollup', '青溪县', '--year', '2024', '--format', 'json');
    const { members, tables } = JSON.parse(stdout) as Summed;
    expect(status).toBe(0);
    expect(members).toHaveLength(5);
    const cells = tables.flatMap((table) => table.cells);
    expect(cells.length).toBeGreaterThan(195);
    for (const { id, sum: total } of cells) {
      expect(Number(total), id).toBe(government.values.get(id as typeof LICENCE) ?? 0);
    }
    expect(cells.filter(({ differs }) => differs)).toEqual([]);
  });

  it('tells what differs and who is missing', async () => {
    const member = made.reports.find(({ issuer, year }) => issuer.name.endsWith('教育局') && year === 2024);
    const files = Object.fromEntries(Object.entries(filesOf(wrong)).filter(([path]) => path !== member?.path));
    const { status, stdout } = await cli(folderOf(files), 'rollup', '.', '--into', government.path, '--format', 'json');
    const { missing, tables } = JSON.parse(stdout) as Summed;
    expect(status).toBe(1);
    expect(missing.map(({ name }) => name)).toEqual(['青溪县教育局']);
    const cell = tables.flatMap(({ cells }) => cells).find(({ id }) => id === LICENCE);
    expect(cell).toMatchObject({ own: `${sum + 3}`, differs: true });
  });

  it('fills the sums into a copy of the draft and leaves the draft alone', async () => {
    const cwd = folderOf(filesOf(wrong));
    const { status } = await cli(cwd, 'rollup', '.', '--into', government.path, '-o', '汇总.txt');
    expect(status).toBe(1);
    expect(readFileSync(join(cwd, government.path), 'utf8')).toBe(wrong[government.path]);
    const again = await cli(cwd, 'rollup', '青溪县', '--into', '汇总.txt', '--format', 'json');
    expect(again.status).toBe(0);
    const refused = await cli(cwd, 'rollup', '.', '--into', government.path, '-o', '汇总.txt');
    expect(refused.status).toBe(existsSync(join(cwd, '汇总.txt')) ? 1 : 0);
  });

  it.each([
    ['csv', /^\ufeff表,数据栏,各单位之和/],
    ['markdown', /## 主动公开政府信息情况表[\s\S]*\| 行政许可 \|/],
    ['html', /<caption>主动公开政府信息情况表<\/caption>/],
    ['pretty', /2024 年度汇总 5 个单位/],
  ])('writes %s', async (format, expected) => {
    const { stdout } = await cli(folderOf(filesOf()), 'rollup', '.', '--year', '2024', '--format', format);
    expect(stdout).toMatch(expected);
  });

  it('says what is wrong with the question', async () => {
    const cwd = folderOf({ 'a.txt': '通知' });
    expect(await cli(cwd, 'rollup', '.')).toMatchObject({ status: 2 });
    expect((await cli(cwd, 'rollup', '.', '--into', 'a.txt')).stderr).toContain('读不出年度报告');
    expect((await cli(cwd, 'rollup', '.', '--format', 'sarif')).stderr).toContain('markdown');
  });
});

describe('compare', () => {
  const [last, now] = [2023, 2024].map((year) =>
    made.reports.find((report) => report.issuer.name.endsWith('水利局') && report.year === year),
  );
  const paths = [now?.path ?? '', last?.path ?? ''];

  it('puts the years beside each other, whatever their order', async () => {
    const { status, stdout } = await cli(folderOf(filesOf()), 'compare', ...paths, '--format', 'json');
    const { years, tables, sections } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(years).toEqual([2023, 2024]);
    const cell = tables
      .flatMap((table: { cells: { id: string }[] }) => table.cells)
      .find(({ id }: { id: string }) => id === LICENCE);
    const [before, after] = [last, now].map((report) => report?.values.get(LICENCE) ?? 0);
    expect(cell).toMatchObject({ numbers: [`${before}`, `${after}`], difference: `${(after ?? 0) - (before ?? 0)}` });
    expect(sections.map(({ section }: { section: number }) => section)).toEqual([1, 5]);
  });

  it('tells what the rules say, and which sentences are the same', async () => {
    const CARRIED = cellId('requests', 'carriedIn', 'total');
    const copied = now && {
      ...now,
      options: { ...now.options, cells: { [CARRIED]: '77' }, prose: last?.options.prose ?? {} },
    };
    const files = filesOf(copied ? { [copied.path]: textOf(copied) } : {});
    const { status, stdout } = await cli(folderOf(files), 'compare', ...paths, '--format', 'json');
    const { sections, problems } = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(sections[0]).toMatchObject({ section: 1, share: 1 });
    expect(sections[0].passages.length).toBeGreaterThan(2);
    expect(problems.map(({ rule }: { rule: string }) => rule)).toContain('year/carry-over');
  });

  it('draws a chart that says its numbers', async () => {
    const { stdout } = await cli(folderOf(filesOf()), 'compare', ...paths, '--format', 'html');
    expect(stdout).toMatch(/<svg role="img" aria-label="[^"]*2023 \d+，2024 \d+"/);
    expect(stdout).not.toContain('<script');
  });

  it('says what is wrong with the question', async () => {
    const cwd = folderOf({ ...filesOf(), '通知.txt': '通知' });
    expect((await cli(cwd, 'compare', paths[0] ?? '')).status).toBe(2);
    expect((await cli(cwd, 'compare', paths[0] ?? '', '通知.txt')).stderr).toContain('通知.txt');
    const twice = await cli(
      folderOf({ ...filesOf(), 'x.txt': now ? textOf(now) : '' }),
      'compare',
      paths[0] ?? '',
      'x.txt',
    );
    expect(twice.stderr).toContain('两份 2024 年度');
  });
});
