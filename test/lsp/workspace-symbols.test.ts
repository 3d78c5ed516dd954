import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { SymbolInformation } from 'vscode-languageserver/node';
import { listFiles } from '../../server/src/lsp/node-listing.ts';
import { draft } from '../support/draft.ts';
import { ISSUERS } from '../support/issuers.ts';
import { PULL, startEditor } from './harness.ts';

const [first, second] = ISSUERS;
const FOLDER = 'file:///drafts/2024';

test('symbols of open reports and of those that only lie in the workspace', async () => {
  const files = new Map([
    [`${FOLDER}/a.txt`, draft({ issuer: first }).text],
    [`${FOLDER}/b.txt`, draft({ issuer: second ?? first }).text],
    [`${FOLDER}/notes.txt`, '会议记录'],
  ]);
  const editor = await startEditor({
    capabilities: PULL,
    files,
    initialize: { workspaceFolders: [{ uri: FOLDER, name: 'reports' }] },
  });
  await editor.open(`${FOLDER}/a.txt`, files.get(`${FOLDER}/a.txt`) ?? '');
  const ask = (query: string): Promise<SymbolInformation[]> => editor.client.sendRequest('workspace/symbol', { query });
  const places = (await ask('国家秘密')).map(({ location }) => location.uri);
  expect(places.sort()).toEqual([`${FOLDER}/a.txt`, `${FOLDER}/b.txt`]);
  const [only, ...others] = await ask(`${(second ?? first).name} 国家秘密`);
  expect(only?.location.uri).toBe(`${FOLDER}/b.txt`);
  expect(others).toEqual([]);
  files.set(`${FOLDER}/b.txt`, '会议记录');
  expect((await ask('国家秘密')).map(({ location }) => location.uri)).toEqual([`${FOLDER}/a.txt`]);
});

const home = mkdtempSync(join(tmpdir(), 'nianbao-list-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('lists text files only, and passes over hidden folders and installed packages', async () => {
  for (const folder of ['乡镇', '.git', 'node_modules']) mkdirSync(join(home, folder));
  for (const file of ['局.txt', '乡镇/镇.md', '乡镇/表.xlsx', '.git/x.txt', 'node_modules/y.md']) {
    writeFileSync(join(home, file), 'x');
  }
  const names = (await listFiles(pathToFileURL(home).href)).map(({ uri }) =>
    decodeURIComponent(uri.split('/').at(-1) ?? ''),
  );
  expect(names.sort()).toEqual(['局.txt', '镇.md'].sort());
  expect(await listFiles(pathToFileURL(join(home, 'gone')).href)).toEqual([]);
});
