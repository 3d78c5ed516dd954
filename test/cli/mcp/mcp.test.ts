// The server as an agent's client uses it: the published client starts the program and calls its tools.
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { LARGEST_MESSAGE } from '../../../server/src/cli/mcp/rpc.ts';
import * as engine from '../../../server/src/index.ts';
import { draft } from '../../support/draft.ts';
import { cli, folderOf } from '../harness.ts';
import { buildProgram } from '../program.ts';

const WRONG = draft({ seed: 3, cells: { 'requests/new/total': '9999' } }).text;

const shipped = buildProgram();
afterAll(() => shipped.remove());

async function connect(cwd: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [shipped.path, 'mcp'], cwd, stderr: 'ignore' }),
  );
  onTestFinished(() => client.close());
  return client;
}

async function call(
  client: Client,
  name: string,
  params: Record<string, unknown>,
): Promise<{ text: string; isError: boolean }> {
  const result = await client.callTool({ name, arguments: params });
  const [first] = Array.isArray(result.content) ? result.content : [];
  return { text: first?.type === 'text' ? first.text : '', isError: result.isError === true };
}

test('an agent checks a draft, lists its fixes, applies what it chose and explains a rule', async () => {
  const cwd = folderOf({ 'r.txt': WRONG });
  const client = await connect(cwd);
  expect(client.getServerVersion()?.name).toBe('nianbao-lint');
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'check_text',
    'check_reports',
    'compare_reports',
    'roll_up',
    'list_fixes',
    'apply_fixes',
    'explain_rule',
  ]);

  const checked = JSON.parse((await call(client, 'check_text', { text: WRONG })).text);
  expect(checked.problems.map(({ rule }: { rule: string }) => rule)).toContain('table/broken-total');
  expect(checked.checks.passed).toBeGreaterThan(100);
  const byPath = JSON.parse((await call(client, 'check_reports', { paths: ['r.txt'] })).text);
  expect(byPath.reports[0].problems).toEqual(checked.problems);

  const { fixes } = JSON.parse((await call(client, 'list_fixes', { path: 'r.txt' })).text);
  const fix = fixes.find(({ rule, tried }: { rule: string; tried: boolean }) => rule === 'table/broken-total' && tried);
  expect(fix.kind).toBe('suggestion');
  const { text } = JSON.parse((await call(client, 'apply_fixes', { path: 'r.txt', fixes: [fix.id] })).text);
  expect(text).not.toContain('9999');
  const again = JSON.parse((await call(client, 'check_text', { text })).text);
  expect(again.problems).toEqual([]);

  expect((await call(client, 'explain_rule', { rule: 'table/identity' })).text).toContain('勾稽');
}, 60_000);

interface Answer {
  readonly id: unknown;
  readonly result?: { readonly content: readonly { readonly text: string }[]; readonly isError?: boolean };
  readonly error?: { readonly code: number; readonly message: string };
}

/** What the server answers to these lines, in this process. */
async function answers(cwd: string, ...lines: readonly (string | object)[]): Promise<Answer[]> {
  const stdin = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const { stdout, stderr, status } = await cli(cwd, ['mcp'], { stdin, engine });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line)));
}

const calling = (name: string, given: object, id = 1): object => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: given },
});

describe('what comes in', () => {
  test.each([
    ['no JSON', '{', -32700],
    ['a list', '[]', -32600],
    ['a number', '3', -32600],
    ['an unknown method', '{"jsonrpc":"2.0","id":1,"method":"constructor"}', -32601],
    ['an unknown tool', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}}', -32602],
    ['too long a line', `{"id":1,"method":"${'x'.repeat(LARGEST_MESSAGE)}"}`, -32600],
  ])('is answered with an error, and the next is served: %s', async (_, line, code) => {
    const [first, second] = await answers(folderOf({}), line, { jsonrpc: '2.0', id: 2, method: 'ping' });
    expect(first?.error?.code).toBe(code);
    expect(second).toEqual({ jsonrpc: '2.0', id: 2, result: {} });
  });

  test('notifications, answers and empty lines are not answered', async () => {
    const lines = [
      '',
      '{"jsonrpc":"2.0","method":"notifications/initialized"}',
      '{"jsonrpc":"2.0","id":9,"result":{}}',
    ];
    expect(await answers(folderOf({}), ...lines)).toEqual([]);
  });

  test.each([
    ['2025-06-18', '2025-06-18'],
    ['2099-01-01', '2025-11-25'],
  ])('the revision %s is answered with %s', async (asked, answered) => {
    const [answer] = await answers(folderOf({}), {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: asked },
    });
    expect(answer?.result).toMatchObject({ protocolVersion: answered, serverInfo: { name: 'nianbao-lint' } });
  });
});

describe('a tool', () => {
  const toldBy = async (cwd: string, name: string, given: object) => {
    const [answer] = await answers(cwd, calling(name, given));
    return { text: answer?.result?.content[0]?.text ?? '', isError: answer?.result?.isError === true };
  };

  test('reads nothing outside the folder, by a path or by a link', async () => {
    const cwd = folderOf({ 'in/r.txt': WRONG, 'out.txt': WRONG });
    symlinkSync('../out.txt', join(cwd, 'in/link.txt'));
    for (const path of ['../out.txt', join(cwd, 'out.txt'), 'link.txt', 'none.txt', '--config', '']) {
      for (const [name, given] of [
        ['check_text', { path }],
        ['check_reports', { paths: [path] }],
      ] as const) {
        const { text, isError } = await toldBy(join(cwd, 'in'), name, given);
        expect(isError, `${name} ${path}`).toBe(true);
        expect(text).not.toContain('9999');
      }
    }
  });

  test('takes the settings and rule packs of the folder', async () => {
    const cwd = folderOf({ '.nianbao.json': '{ "rules": { "table": "off", "consistency": "off" } }' });
    expect(JSON.parse((await toldBy(cwd, 'check_text', { text: WRONG })).text).problems).toEqual([]);
  });

  test('writes no file', async () => {
    const cwd = folderOf({ 'r.txt': `${WRONG}\n` });
    writeFileSync(join(cwd, 'r.txt'), WRONG.replace('（一）', '(一）'));
    const before = engine.isReport(WRONG);
    const { text } = await toldBy(cwd, 'apply_fixes', { path: 'r.txt', safe: true });
    expect(before).toBe(true);
    expect(JSON.parse(text).text).toContain('（一）');
    const { text: still } = await toldBy(cwd, 'apply_fixes', { path: 'r.txt', fixes: [] });
    expect(JSON.parse(still).text).toContain('(一）');
  });

  test('holds reports against each other', async () => {
    const two = { 'a.txt': draft({ year: 2023, seed: 5 }).text, 'b.txt': draft({ year: 2024, seed: 6 }).text };
    const { text } = await toldBy(folderOf(two), 'check_reports', { paths: ['.'] });
    const { reports } = JSON.parse(text);
    expect(reports.map(({ path, year }: { path: string; year: number }) => [path, year])).toEqual([
      ['a.txt', 2023],
      ['b.txt', 2024],
    ]);
    expect(reports[1].relations.prior).toBe('a.txt');
    expect(JSON.stringify(reports[1].problems)).toContain('year/carry-over');
  });

  test('compares two reports, and rolls up a folder', async () => {
    const two = { 'a.txt': draft({ year: 2023, seed: 5 }).text, 'b.txt': draft({ year: 2024, seed: 6 }).text };
    const cwd = folderOf(two);
    const compared = await toldBy(cwd, 'compare_reports', { old: 'a.txt', new: 'b.txt' });
    expect(compared.isError).toBe(false);
    expect(Object.keys(JSON.parse(compared.text)).length).toBeGreaterThan(0);
    expect((await toldBy(cwd, 'compare_reports', { old: '../a.txt', new: 'b.txt' })).isError).toBe(true);
    const added = await toldBy(cwd, 'roll_up', { folder: '.', year: 2024 });
    expect(added.isError, added.text).toBe(false);
    expect(JSON.parse(added.text).year).toBe(2024);
    expect((await toldBy(cwd, 'roll_up', { folder: '..' })).isError).toBe(true);
  });

  test.each([
    ['check_text', {}],
    ['check_text', { text: '你好' }],
    ['check_text', { text: 3 }],
    ['check_text', { text: 'x'.repeat(1_000_001) }],
    ['check_text', { text: WRONG, year: '2024' }],
    ['check_reports', { paths: [] }],
    ['check_reports', { paths: 'r.txt' }],
    ['list_fixes', { path: '.' }],
    ['apply_fixes', { text: WRONG }],
    ['apply_fixes', { text: WRONG, fixes: ['nope.0'] }],
    ['explain_rule', { rule: 'table/nothing' }],
    ['explain_rule', { rule: '--fix' }],
  ])('says what is wrong with its arguments: %s %#', async (name, given) => {
    const { text, isError } = await toldBy(folderOf({}), name, given);
    expect(isError).toBe(true);
    expect(text.length).toBeGreaterThan(3);
    expect(text).not.toContain('internal');
  });
});
