import { describe, expect, test } from 'vitest';
import { READ_FILE } from '../../server/src/lsp/protocol.ts';
import { PULL, startEditor } from './harness.ts';

const URI = 'file:///office/r.txt';
const CONFIG = 'file:///office/.nianbao.json';
const PACK_URI = `file:///office/${encodeURIComponent('规则')}/p.nianbao-pack.json`;
const REPORT = '青禾县水务局2025年政府信息公开工作年度报告\n一、总体情况\n由县府办牵头。\n二、主动公开政府信息情况\n';
const PACK = `{
  "name": "县",
  "entries": {
    "简称": { "kind": "forbid", "phrases": "县府办", "message": "不写简称", "basis": "某通知", "right": ["好。"], "wrong": ["由县府办牵头。"] }
  }
}
`;
const USES = '{ "packs": ["./规则/p.nianbao-pack.json"], "rules": { "县/简称": "error" } }';
const FOLDER = { workspaceFolders: [{ uri: 'file:///office', name: 'office' }] };

describe('rule packs in an editor', () => {
  test('a finding bears the pack’s name and leads to the entry', async () => {
    const editor = await startEditor({
      files: new Map([
        [CONFIG, USES],
        [PACK_URI, PACK],
      ]),
      initialize: FOLDER,
    });
    await editor.open(URI, REPORT);
    const found = (await editor.items(URI)).filter(({ code }) => code === '县/简称');
    expect(found).toMatchObject([
      {
        severity: 1,
        message: '不写简称（依据：某通知）',
        codeDescription: { href: `${PACK_URI}#L4,5` },
        relatedInformation: [
          { location: { uri: PACK_URI, range: { start: { line: 3, character: 4 }, end: { line: 3, character: 8 } } } },
        ],
      },
    ]);
    expect(editor.published.all.filter(({ diagnostics }) => diagnostics.length > 0)).toEqual([]);
  });

  test('a pack that is open counts as it stands, and tells a sentence that comes out otherwise', async () => {
    const files = new Map([
      [CONFIG, USES],
      [PACK_URI, PACK],
    ]);
    const editor = await startEditor({ files, initialize: FOLDER });
    await editor.open(URI, REPORT);
    const told = editor.published.next();
    await editor.open(PACK_URI, PACK.replace('"县府办", "message"', '"府办室", "message"'), 'jsonc');
    expect(await told).toMatchObject({
      uri: PACK_URI,
      diagnostics: [{ message: '例句写在 wrong 中，却没有被报出：“由县府办牵头。”', range: { start: { line: 3 } } }],
    });
    expect((await editor.items(URI)).filter(({ code }) => code === '县/简称')).toEqual([]);
    const cleared = editor.published.next();
    await editor.change(PACK_URI, PACK);
    expect(await cleared).toMatchObject({ uri: PACK_URI, diagnostics: [] });
    expect((await editor.items(URI)).filter(({ code }) => code === '县/简称')).toHaveLength(1);
  });

  test('a pack that no settings name tells its faults while it is open', async () => {
    const editor = await startEditor({ initialize: FOLDER });
    const told = editor.published.next();
    await editor.open(PACK_URI, '{ "name": "县", "entries": { "甲": { "kind": "forbid" } } }', 'jsonc');
    expect((await told).diagnostics.length).toBeGreaterThan(1);
    const gone = editor.published.next();
    await editor.close(PACK_URI);
    expect((await gone).diagnostics).toEqual([]);
  });

  test('a pack outside the workspace is not asked for', async () => {
    const files = new Map([
      [CONFIG, '{ "packs": ["../p.nianbao-pack.json"] }'],
      ['file:///p.nianbao-pack.json', PACK],
    ]);
    const editor = await startEditor({ files, initialize: FOLDER });
    const told = editor.published.next();
    await editor.open(URI, REPORT);
    expect((await editor.items(URI)).filter(({ code }) => code === '县/简称')).toEqual([]);
    expect((await told).diagnostics).toMatchObject([
      { message: '规则包“../p.nianbao-pack.json”在工作区之外，没有读取' },
    ]);
  });

  test('on a file system of the editor the client reads the pack', async () => {
    const asked: string[] = [];
    const editor = await startEditor({
      capabilities: PULL,
      initialize: {
        workspaceFolders: [{ uri: 'vscode-vfs://host/office', name: 'office' }],
        initializationOptions: { readFiles: true },
      },
    });
    editor.client.onRequest(READ_FILE, ({ uri }: { uri: string }) => {
      asked.push(uri);
      if (uri.endsWith('/office/.nianbao.json')) return USES;
      return uri.endsWith('.nianbao-pack.json') ? PACK : null;
    });
    await editor.open('vscode-vfs://host/office/r.txt', REPORT);
    const found = await editor.items('vscode-vfs://host/office/r.txt');
    expect(found.map(({ code }) => code)).toContain('县/简称');
    expect(asked.at(-1)).toBe(`vscode-vfs://host/office/${encodeURIComponent('规则')}/p.nianbao-pack.json`);
  });
});
