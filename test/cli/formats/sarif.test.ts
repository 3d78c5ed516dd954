import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { LintResult } from '../../../server/src/check/lint.ts';
import { cli, fakeEngine, folderOf, TITLE } from '../harness.ts';
import { sarifErrors } from './sarif-structure.ts';

const logOf = (stdout: string): Log => JSON.parse(stdout);

async function run(files: Record<string, string | Uint8Array>, ...argv: string[]) {
  const cwd = folderOf(files);
  const { stdout, status } = await cli(cwd, ['.', '--format', 'sarif', ...argv]);
  const log = logOf(stdout);
  const [first] = log.runs;
  if (!first) throw new Error('no run');
  return { cwd, status, log, run: first, results: first.results ?? [] };
}

const DRAFT = `${TITLE}𠮷坏数，旧词。\n怪字，，空表。\n`;

describe('sarif', () => {
  it('keeps to the standard', async () => {
    const files = { '年报 100%#1.txt': DRAFT, 'b.txt': '通知', 'c.txt': new Uint8Array([0, 1]) };
    for (const argv of [[], ['--lang', 'en'], ['--quiet'], ['--fix']]) {
      expect(sarifErrors((await run(files, ...argv)).log)).toEqual([]);
    }
    const empty = await cli(folderOf({}), ['none.txt', '--format', 'sarif']);
    expect(sarifErrors(logOf(empty.stdout))).toEqual([]);
  });

  it('carries the page of a rule that found something, and of no other', async () => {
    const draft = `${TITLE}一、总体情况\n2024年2月30日，召开了会议。\n`;
    const engine = await import('../../../server/src/index.ts');
    const { stdout } = await cli(folderOf({ 'a.txt': draft }), ['.', '--format', 'sarif'], { engine });
    const rules = logOf(stdout).runs[0]?.tool.driver.rules ?? [];
    const help = (id: string) => rules.find((rule) => rule.id === id)?.help;
    expect(help('date/impossible')?.markdown).toContain('公历中没有的日期');
    expect(help('text/untranslated')).toMatchObject({ text: expect.stringContaining('国家通用语言文字法') });
    expect(help('text/untranslated')?.markdown).toBeUndefined();
  });

  it('gives places in UTF-16 code units, levels, related places and fixes', async () => {
    const { run: first, results } = await run({ 'a.txt': DRAFT });
    expect(first.columnKind).toBe('utf16CodeUnits');
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['table/wrong-sum', 'error'],
      ['term/old-word', 'warning'],
      ['text/curious', 'note'],
      ['punct/comma', 'note'],
    ]);
    const region = { startLine: 2, startColumn: 6, endLine: 2, endColumn: 8 };
    expect(results[1]).toMatchObject({
      message: { text: '此处有“旧词”' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'a.txt' }, region } }],
      relatedLocations: [
        {
          id: 0,
          message: { text: '标题' },
          physicalLocation: { region: { startLine: 1, startColumn: 1, endColumn: 3 } },
        },
      ],
      fixes: [
        {
          description: { text: '改为“新词”' },
          artifactChanges: [{ replacements: [{ deletedRegion: region, insertedContent: { text: '新词' } }] }],
        },
      ],
    });
  });

  it('lists every rule with both titles, and results point at their rule', async () => {
    const { run: first, results } = await run({ 'a.txt': DRAFT });
    const rules = first.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(fakeEngine.rules.map(({ meta }) => meta.id));
    expect(rules[0]).toMatchObject({
      shortDescription: { text: '不用“坏数”' },
      fullDescription: { text: '不用“坏数” / no "坏数"' },
      defaultConfiguration: { level: 'error' },
    });
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
  });

  it('encodes addresses, relative to the folder the program runs in, else absolute', async () => {
    const { results } = await run({ '甲 乙/100%#?.txt': DRAFT });
    const uri = results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    expect(uri).toBe('%E7%94%B2%20%E4%B9%99/100%25%23%3F.txt');
    expect(decodeURIComponent(uri)).toBe('甲 乙/100%#?.txt');
    const outside = folderOf({ 'a.txt': DRAFT });
    const { stdout } = await cli(folderOf({}), [join(outside, 'a.txt'), '--format', 'sarif']);
    const [first] = logOf(stdout).runs;
    expect(first?.artifacts?.[0]?.location?.uri).toBe(`file://${join(outside, 'a.txt')}`);
    const { stdout: piped } = await cli(folderOf({}), ['-', '--format', 'sarif'], { stdin: DRAFT });
    expect(logOf(piped).runs[0]?.artifacts?.[0]?.location?.uri).toBe('stdin');
  });

  it('tells what was not checked, and whether the run was complete', async () => {
    const whole = await run({ 'a.txt': DRAFT, 'b.txt': '通知', 'c.doc': '' });
    const [invocation] = whole.run.invocations ?? [];
    expect(invocation).toMatchObject({ executionSuccessful: true, exitCode: 1 });
    expect(invocation?.toolExecutionNotifications?.map(({ level }) => level)).toEqual(['note', 'note']);
    const torn = await run({ 'a.txt': DRAFT, 'b.txt': new Uint8Array([0, 1]) });
    expect(torn.run.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'b.txt：未读，不是文本文件' } }],
    });
  });

  it('keeps the draft from speaking SARIF: no links, no placeholders', async () => {
    const lint: typeof fakeEngine.lint = (text, options) => {
      const result: LintResult = JSON.parse(JSON.stringify(fakeEngine.lint(text, options)));
      const message = '见 [此处](1) 与 {0}，[无链接]';
      return { ...result, problems: result.problems.map((problem) => ({ ...problem, message })) };
    };
    const engine = { ...fakeEngine, lint };
    const { stdout } = await cli(folderOf({ 'a.txt': DRAFT }), ['a.txt', '--format', 'sarif'], { engine });
    expect(logOf(stdout).runs[0]?.results?.[0]?.message.text).toBe('见 \\[此处](1) 与 {{0}}，[无链接]');
  });
});
