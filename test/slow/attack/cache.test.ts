// The compiled code that is kept between starts: damaged, foreign, or placed by somebody else.
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fuzzCache } from '../../fuzz/cache.ts';
import { ServerProcess } from '../../soak/server-process.ts';
import { draft } from '../../support/draft.ts';
import { cli, folder, isRoot, isWindows, OTHER, rootOnly } from './support.ts';

const DAMAGES = Number(process.env.NIANBAO_DAMAGES ?? 100);
const FAULTY = draft({ seed: 3, say: { 5: '继续努力，，取得成效。。' } }).text;

let home = '';
let env: NodeJS.ProcessEnv = {};

beforeEach(() => {
  home = folder();
  env = { ...process.env, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), LOCALAPPDATA: join(home, 'cache') };
  writeFileSync(join(home, 'a.txt'), FAULTY);
});

const run = () => cli(home, ['a.txt'], { env });
const caches = (): string =>
  [join(home, 'cache', 'nianbao-lint'), join(home, 'Library', 'Caches', 'nianbao-lint')].find(existsSync) ?? '';

/** Starts once, so that the code is kept. */
function kept(start: () => unknown): string {
  start();
  const [name] = readdirSync(caches());
  return join(caches(), name ?? '');
}

describe('the command line with damaged compiled code', () => {
  it(`finds the same and mends it, ${DAMAGES} times over`, () => {
    expect(fuzzCache(16, (starts) => starts < DAMAGES)).toBe(DAMAGES);
  });

  it.skipIf(!isRoot || isWindows)(`is not led by code that another user has placed${rootOnly}`, () => {
    const file = kept(run);
    const right = run();
    const code = readFileSync(file);
    code.fill(0, 32);
    writeFileSync(file, code);
    chownSync(file, OTHER.uid, OTHER.gid);
    expect(run()).toEqual(right);
    rmSync(caches(), { recursive: true });
    kept(run);
    chownSync(caches(), OTHER.uid, OTHER.gid);
    chmodSync(caches(), 0o777);
    expect(run()).toEqual(right);
  });
});

describe('the server with damaged compiled code', () => {
  it('starts and finds the same', async () => {
    const found = async (): Promise<unknown> => {
      const server = new ServerProcess(env);
      try {
        await server.initialize({ textDocument: { diagnostic: {} } });
        const textDocument = { uri: 'untitled:1', languageId: 'plaintext', version: 1, text: FAULTY };
        server.notify('textDocument/didOpen', { textDocument });
        const { result } = await server.ask('textDocument/diagnostic', { textDocument: { uri: 'untitled:1' } }).answer;
        await server.ask('shutdown', null).answer;
        server.notify('exit', null);
        expect(await server.ended()).toBe(0);
        return result;
      } finally {
        server.kill();
      }
    };
    const right = await found();
    const file = kept(() => undefined);
    const whole = readFileSync(file);
    for (const place of [40, 1000, whole.length >> 1, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[place] = (damaged[place] ?? 0) ^ 16;
      writeFileSync(file, damaged);
      expect(await found(), `byte ${place}`).toEqual(right);
    }
    expect(readFileSync(file).equals(whole) || readFileSync(file).length > whole.length / 2).toBe(true);
  });
});
