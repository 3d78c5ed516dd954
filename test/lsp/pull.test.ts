import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { PULL, startEditor } from './harness.ts';
import { toyEngine } from './toy-engine.ts';

const URI = 'file:///reports/2024.txt';
const TEXT = '年报\n推进 workflow 再造。。\n';

describe('pull diagnostics', () => {
  test('carry everything a client shows', async () => {
    const editor = await startEditor({
      engine: toyEngine(),
      initialize: { initializationOptions: { rulePages: 'https://rules.example/{rule}.md' } },
    });
    expect(editor.welcome.capabilities.diagnosticProvider).toMatchObject({ identifier: 'nianbao' });
    await editor.open(URI, TEXT);
    expect(await editor.pull(URI)).toEqual({
      kind: 'full',
      resultId: '1.1.0',
      items: [
        {
          range: { start: { line: 1, character: 3 }, end: { line: 1, character: 11 } },
          severity: 2,
          source: 'nianbao',
          code: 'toy/word',
          codeDescription: { href: 'https://rules.example/toy/word.md' },
          message: '外文词语“workflow”',
          relatedInformation: [
            {
              location: { uri: URI, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } },
              message: '开头',
            },
          ],
          data: { messageId: 'found', fixes: [{ title: '改为“流程”', kind: 'suggestion' }] },
        },
        expect.objectContaining({ code: 'toy/stops', severity: 1 }),
      ],
    });
  });

  test('leave out the page when nobody says where pages are', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open(URI, TEXT);
    expect((await editor.items(URI))[0]).not.toHaveProperty('codeDescription');
  });

  test('speak the language of the client', async () => {
    const editor = await startEditor({ engine: toyEngine(), initialize: { locale: 'en' } });
    await editor.open(URI, TEXT);
    expect((await editor.items(URI))[0]?.message).toBe('Foreign word “workflow”');
  });

  test('answer unchanged for the same version, and check it only once', async () => {
    const engine = toyEngine();
    const editor = await startEditor({ engine });
    await editor.open(URI, TEXT);
    const first = await editor.pull(URI);
    expect(await editor.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    expect(engine.lints).toBe(1);
    await editor.change(URI, 'flow', { start: { line: 1, character: 3 }, end: { line: 1, character: 11 } });
    expect(await editor.pull(URI, first.resultId)).toMatchObject({
      kind: 'full',
      items: [{ message: '外文词语“flow”' }, { code: 'toy/stops' }],
    });
    expect(engine.lints).toBe(2);
  });

  test('a document that was closed and opened again is never unchanged', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open(URI, TEXT);
    const { resultId } = await editor.pull(URI);
    await editor.close(URI);
    expect(await editor.pull(URI, resultId)).toEqual({ kind: 'full', items: [] });
    await editor.open(URI, '年报 data');
    expect(await editor.pull(URI, resultId)).toMatchObject({ kind: 'full', items: [{ message: '外文词语“data”' }] });
  });

  test('a cancelled pull is answered as cancelled and checks nothing', async () => {
    const engine = toyEngine();
    const editor = await startEditor({ engine });
    await editor.open(URI, TEXT);
    const source = new CancellationTokenSource();
    const answer = editor.client.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(engine.lints).toBe(0);
    expect(await editor.items(URI)).toHaveLength(2);
  });

  test('many edits with a pull each end in the findings of the last version, after few checks', async () => {
    const engine = toyEngine();
    const editor = await startEditor({ engine });
    await editor.open(URI, TEXT);
    const answers = Array.from({ length: 60 }, (_, index) => {
      void editor.change(URI, `年报 ${'word '.repeat(index)}`);
      return editor.items(URI);
    });
    expect((await Promise.all(answers)).at(-1)).toHaveLength(59);
    expect(engine.lints).toBeLessThanOrEqual(60);
  });

  test('an exception leaves what is shown, and the log never quotes the draft', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open(URI, TEXT);
    const { resultId } = await editor.pull(URI);
    await editor.change(URI, '年报 出错 内部事项');
    expect(await editor.pull(URI, resultId)).toEqual({ kind: 'unchanged', resultId });
    await editor.change(URI, TEXT);
    expect(await editor.items(URI)).toHaveLength(2);
    expect(editor.logged).toHaveLength(1);
    expect(editor.logged[0]).toMatch(/^diagnostics: Error\n\s+at /);
    expect(editor.logged.join()).not.toMatch(/内部事项|quoted/);
  });

  test('unknown documents have no findings', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.change('file:///nowhere.txt', '年报 word');
    expect(await editor.pull('file:///nowhere.txt')).toEqual({ kind: 'full', items: [] });
    await editor.close('file:///nowhere.txt');
    expect(await editor.pull('not a uri at all')).toEqual({ kind: 'full', items: [] });
  });
});

describe('what is a report', () => {
  test('another text gets no findings and a status that says so', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open(URI, 'just a note。。');
    const { resultId } = await editor.pull(URI);
    expect(await editor.statuses.first()).toMatchObject({ uri: URI, version: 1, report: false });
    await editor.change(URI, 'just another note。。');
    expect(await editor.pull(URI, resultId)).toMatchObject({ kind: 'unchanged' });
  });

  test('once a report, always a report, until it is closed', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open(URI, TEXT);
    expect(await editor.items(URI)).toHaveLength(2);
    await editor.change(URI, 'the title is being rewritten');
    expect((await editor.items(URI)).length).toBeGreaterThan(0);
    await editor.close(URI);
    await editor.open(URI, 'the title is being rewritten');
    expect(await editor.items(URI)).toEqual([]);
  });

  test('and keeps being one under another language, which a client gives by closing and opening', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open(URI, TEXT);
    await editor.items(URI);
    await editor.change(URI, 'the title is being rewritten。。');
    expect(await editor.items(URI)).not.toEqual([]);
    await editor.close(URI);
    await editor.open(URI, 'the title is being rewritten。。', 'ini', 3);
    expect(await editor.items(URI)).not.toEqual([]);
  });

  test('a text becomes one while it is written', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open('untitled:Untitled-1', '');
    expect(await editor.items('untitled:Untitled-1')).toEqual([]);
    await editor.change('untitled:Untitled-1', TEXT);
    expect(await editor.items('untitled:Untitled-1')).toHaveLength(2);
  });

  test('the language nianbao is always one', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open(URI, 'word');
    expect(await editor.items(URI)).toEqual([]);
    await editor.close(URI); // a client changes the language by closing and opening
    await editor.open(URI, 'word', 'nianbao', 2);
    expect(await editor.items(URI)).toHaveLength(1);
  });

  test('the status counts findings and checks', async () => {
    const editor = await startEditor({
      engine: toyEngine(),
      capabilities: { ...PULL, workspace: { configuration: true } },
      configuration: () => ({ allowedTerms: ['Data'] }),
    });
    await editor.open(URI, `${TEXT} data`);
    await editor.items(URI);
    await editor.items(URI);
    await editor.statuses.first();
    expect(editor.statuses.all).toEqual([
      {
        uri: URI,
        version: 1,
        report: true,
        form: '2021',
        counts: {
          found: { error: 1, warning: 1, information: 0, hint: 0 },
          checks: { passed: 1, failed: 2, notChecked: 0, ignored: 0 },
        },
      },
    ]);
  });
});
