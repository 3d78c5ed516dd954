// What is very large, or never ends.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ServerProcess } from '../../soak/server-process.ts';
import { draft } from '../../support/draft.ts';
import { CLI, cli, folder, isWindows } from './support.ts';

const REPORT = draft({ seed: 3 }).text;
const URI = 'untitled:1';

describe('a draft of 50 million characters', () => {
  it('does not keep the server from answering what is asked about another', async () => {
    const server = new ServerProcess();
    try {
      await server.initialize({ textDocument: { diagnostic: {} } });
      const text = REPORT + '本局认真做好政府信息公开工作。\n'.repeat(3_400_000);
      const open = (uri: string, content: string): void =>
        server.notify('textDocument/didOpen', {
          textDocument: { uri, languageId: 'plaintext', version: 1, text: content },
        });
      const items = async (uri: string): Promise<{ message: string }[]> =>
        Object((await server.ask('textDocument/diagnostic', { textDocument: { uri } }).answer).result).items;
      open(URI, text);
      open('untitled:2', REPORT);
      const begun = performance.now();
      const EDITS = 10;
      for (let version = 2; version < 2 + EDITS; version++) {
        const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
        server.notify('textDocument/didChange', {
          textDocument: { uri: URI, version },
          contentChanges: [{ range, text: '改' }],
        });
        expect((await items(URI)).map(({ message }) => message)).toEqual([
          expect.stringContaining('超过 100 万字符，没有自动核对'),
        ]);
        expect(await items('untitled:2')).toEqual([]);
      }
      console.log(`${EDITS} edits: ${Math.round((performance.now() - begun) / EDITS)} ms each`);
    } finally {
      server.kill();
    }
  });
});

describe.skipIf(isWindows)('the command line', () => {
  it('reads standard input to its bound and no further', async () => {
    const zero = openSync('/dev/zero', 'r');
    const child = spawn(process.execPath, [CLI, '-'], { stdio: [zero, 'ignore', 'pipe'] });
    closeSync(zero);
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
    expect(stderr).toContain('-：未读，文件过大');
  });

  it('reads no device, no pipe and no file of a terabyte', () => {
    const cwd = folder();
    spawnSync('mkfifo', [join(cwd, 'pipe.txt')]);
    writeFileSync(join(cwd, 'vast.txt'), '');
    truncateSync(join(cwd, 'vast.txt'), 2 ** 40);
    writeFileSync(join(cwd, 'a.txt'), REPORT);
    const { stderr, status, signal } = cli(cwd, ['/dev/zero', '/dev/urandom', 'pipe.txt', 'vast.txt', 'a.txt']);
    expect(signal).toBeNull();
    expect(status).toBe(2);
    for (const name of ['/dev/zero', '/dev/urandom', 'pipe.txt'])
      expect(stderr).toContain(`${name}：未读，不是普通文件`);
    expect(stderr).toContain('vast.txt：未读，文件过大');
    expect(cli(cwd, ['.']).status).toBeLessThan(2);
  });
});
