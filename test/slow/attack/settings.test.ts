// Hostile settings files, in the server and on the command line: no finding is hidden, nothing waits, and it is said.
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ServerProcess } from '../../soak/server-process.ts';
import { draft } from '../../support/draft.ts';
import { cli, folder, isWindows } from './support.ts';

const FAULTY = draft({ seed: 3, say: { 5: '继续努力，，取得成效。。' } }).text;
const NAME = '.nianbao.json';

interface Attack {
  readonly name: string;
  /** Puts the file into the workspace; `outside` is a folder beside it. */
  readonly place: (workspace: string, outside: string) => void;
  readonly said: RegExp;
}

const write = (content: string) => (workspace: string) => writeFileSync(join(workspace, NAME), content);
const link = (target: string) => (workspace: string) => symlinkSync(target, join(workspace, NAME));
const REFUSED = /不是普通文件|工作区之外|所给文件夹之外/;

const ATTACKS: readonly Attack[] = [
  { name: '200,000 brackets', place: write('['.repeat(200_000)), said: /嵌套过深/ },
  { name: '60,000 objects', place: write('{"rules":'.repeat(60_000)), said: /嵌套过深/ },
  {
    name: '30,000 faults',
    place: write(`{"rules":{${Array.from({ length: 30_000 }, (_, index) => `"table/lab${index}":1`)}}}`),
    said: /另有 \d+ 处问题没有列出/,
  },
  { name: 'two million blanks', place: write(' {}'.padEnd(2_000_000)), said: /过大/ },
  {
    name: 'a file of 2 TB',
    place(workspace) {
      writeFileSync(join(workspace, NAME), '');
      truncateSync(join(workspace, NAME), 2 ** 41);
    },
    said: /过大/,
  },
  { name: 'a pipe', place: (workspace) => void spawnSync('mkfifo', [join(workspace, NAME)]), said: REFUSED },
  { name: 'a link to a device', place: link('/dev/zero'), said: REFUSED },
  { name: 'a link to a terminal', place: link('/dev/tty'), said: REFUSED },
  { name: 'a folder', place: (workspace) => mkdirSync(join(workspace, NAME)), said: REFUSED },
  {
    name: 'a link out of the workspace',
    place(workspace, outside) {
      writeFileSync(join(outside, 'settings.json'), '{ "rules": { "punct": "off" } }');
      symlinkSync('../outside/settings.json', join(workspace, NAME));
    },
    said: REFUSED,
  },
  {
    name: 'a link to a pipe outside',
    place(workspace, outside) {
      spawnSync('mkfifo', [join(outside, 'pipe')]);
      symlinkSync('../outside/pipe', join(workspace, NAME));
    },
    said: REFUSED,
  },
];

function workspaceWith({ place }: Pick<Attack, 'place'>): string {
  const home = folder();
  const [workspace, outside] = [join(home, 'workspace'), join(home, 'outside')];
  for (const path of [workspace, outside]) mkdirSync(path);
  writeFileSync(join(workspace, 'a.txt'), FAULTY);
  place(workspace, outside);
  return workspace;
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly { readonly message: string }[];
}

/** What the server finds in the draft, and what it says in the settings file. */
async function served(workspace: string): Promise<{ found: unknown; said: string }> {
  const server = new ServerProcess();
  try {
    let said = '';
    server.onNotification.set('textDocument/publishDiagnostics', ({ uri, diagnostics }: Published) => {
      if (uri.endsWith(NAME)) said = diagnostics.map(({ message }) => message).join('\n');
    });
    await server.initialize({ textDocument: { diagnostic: {} } }, { rootUri: pathToFileURL(workspace).href });
    const uri = pathToFileURL(join(workspace, 'a.txt')).href;
    const textDocument = { uri, languageId: 'plaintext', version: 1, text: FAULTY };
    server.notify('textDocument/didOpen', { textDocument });
    const { result } = await server.ask('textDocument/diagnostic', { textDocument: { uri } }).answer;
    const items: readonly { code: string; range: unknown }[] = Object(result).items;
    await server.ask('textDocument/documentSymbol', { textDocument: { uri } }).answer;
    return { found: items.map(({ code, range }) => ({ code, range })), said };
  } finally {
    server.kill();
  }
}

describe.skipIf(isWindows)('with a settings file that is', () => {
  it.each(ATTACKS)('$name, the command line and the server find what they find without it', async (attack) => {
    const plain = workspaceWith({ place: () => {} });
    const workspace = workspaceWith(attack);
    const right = cli(plain, ['a.txt']);
    const { stdout, stderr, status, signal } = cli(workspace, ['a.txt']);
    expect(signal).toBeNull();
    expect(stdout).toBe(right.stdout);
    expect(right.stdout).toMatch(/punct\//);
    expect(stderr).toMatch(attack.said);
    expect(status).toBe(2);
    const { found, said } = await served(workspace);
    expect(found).toEqual((await served(plain)).found);
    expect(said).toMatch(attack.said);
  });
});
