import { expect, test } from 'vitest';
import { type ApplyWorkspaceEditParams, CodeActionKind } from 'vscode-languageserver/node';
import { readReport } from '../../server/src/index.ts';
import { ASK_NAME, NAME_BODY } from '../../server/src/lsp/protocol.ts';
import { draft } from '../support/draft.ts';
import { applied, everywhere, startEditor } from './harness.ts';

const URI = 'untitled:Untitled-1';
const nameless = draft({
  title: 0,
  prose: { preface: [], overview: ['（一）主动公开。2024年公开信息3条。'], signOff: [] },
}).text;

async function open(asksNames: boolean) {
  const editor = await startEditor({ initialize: { initializationOptions: { asksNames } } });
  await editor.open(URI, nameless);
  const asking = (await editor.actions(URI, everywhere, [CodeActionKind.QuickFix])).filter(
    ({ command }) => command?.command === ASK_NAME,
  );
  return { editor, asking };
}

test('a report that names nobody asks for the name once, for its title and its body', async () => {
  const { editor, asking } = await open(true);
  expect(asking.map(({ diagnostics }) => diagnostics?.map(({ code }) => code).sort())).toEqual([
    ['structure/missing-agency', 'structure/missing-title'],
  ]);
  let text = nameless;
  editor.client.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
    text = applied(text, edit);
    return { applied: true };
  });
  const enter = (name: string) =>
    editor.client.sendRequest('workspace/executeCommand', { command: NAME_BODY, arguments: [{ uri: URI, name }] });
  expect(await enter('  ')).toBe(false);
  expect(await enter(' 青溪县水利局\n')).toBe(true);
  expect(text).toMatch(/^青溪县水利局20\d\d年政府信息公开工作年度报告\n/);
  expect(readReport(text).issuer?.name).toBe('青溪县水利局');
});

test('a client that cannot ask is offered nothing that it could not do', async () => {
  expect((await open(false)).asking).toEqual([]);
});
