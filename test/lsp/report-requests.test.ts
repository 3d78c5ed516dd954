import { describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { allFound } from '../../server/src/check/counts.ts';
import {
  CHECK_TEXT,
  type CheckTextResult,
  NEW_REPORT,
  REPORT_VIEW,
  type ReportViewResult,
} from '../../server/src/lsp/protocol.ts';
import { engine } from '../../server/src/lsp/runtime.ts';
import { cellIn } from '../../server/src/report/find.ts';
import { isReport } from '../../server/src/report/sniff.ts';
import { draft } from '../support/draft.ts';
import { type Editor, startEditor } from './harness.ts';

const URI = 'file:///reports/draft.txt';
const wrong = draft({ seed: 4, cells: { 'requests/granted/total': '99' } });

const view = (editor: Editor, uri: string, page = false): Promise<ReportViewResult | null> =>
  editor.client.sendRequest(REPORT_VIEW, { uri, page });

describe('the view', () => {
  test('is drawn from the stored check, for the version that was checked', async () => {
    let lints = 0;
    const lint: typeof engine.lint = (...input) => {
      lints++;
      return engine.lint(...input);
    };
    const editor = await startEditor({ engine: { ...engine, lint } });
    await editor.open(URI, wrong.text, 'plaintext', 7);
    await editor.pull(URI);
    const drawn = await view(editor, URI);
    expect(lints).toBe(1);
    expect(drawn).toMatchObject({ version: 7 });
    expect(drawn).not.toHaveProperty('page');
    const { start, end } = wrong.cellAt('requests/granted/total');
    expect(drawn?.html).toMatch(
      new RegExp(
        `<td[^>]* class="error" data-cell="requests/granted/total"[^>]* data-start="${start}" data-end="${end}"[^>]*>.{0,80}99`,
      ),
    );
    expect(drawn?.html.match(/ class="passed" data-cell/g)?.length).toBeGreaterThan(100);
  });

  test('comes with a page of its own, without scripts, when it is asked for', async () => {
    const editor = await startEditor();
    await editor.open(URI, wrong.text);
    const drawn = await view(editor, URI, true);
    expect(drawn?.page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(drawn?.page).toContain("default-src 'none'");
    expect(drawn?.page).toContain('<dd>draft.txt</dd>');
    expect(drawn?.page).not.toMatch(/<script|https?:/);
  });

  test('shows what a draft says and runs none of it', async () => {
    const editor = await startEditor();
    const hostile = draft({ seed: 4, cells: { 'requests/granted/total': '<img src=x>' } });
    await editor.open(URI, hostile.text);
    const drawn = await view(editor, URI, true);
    expect(drawn?.html).toContain('&#60;img src=x&#62;');
    expect(`${drawn?.html}${drawn?.page}`).not.toContain('<img');
  });

  test('there is none of a text that is no report or not open', async () => {
    const editor = await startEditor();
    await editor.open(URI, '会议记录\n');
    expect(await view(editor, URI)).toBeNull();
    expect(await view(editor, 'file:///reports/closed.txt')).toBeNull();
  });
});

describe('a new report', () => {
  const answers = { issuer: '青溪县水利局', type: 'department', year: 2025, markdown: false };

  test.each([false, true])(
    'is complete (Markdown: %s): only what waits for its author is reported',
    async (markdown) => {
      const editor = await startEditor();
      const text: string = await editor.client.sendRequest(NEW_REPORT, { ...answers, markdown });
      expect(text.split('\n', 1)[0]).toBe(`${markdown ? '# ' : ''}青溪县水利局2025年政府信息公开工作年度报告`);
      await editor.open('untitled:Untitled-1', text, markdown ? 'markdown' : 'plaintext');
      const items = await editor.items('untitled:Untitled-1');
      const alarms = items.filter(({ severity = 1 }) => severity <= 2);
      expect([...new Set(alarms.map(({ code }) => code))]).toEqual(['text/placeholder']);
    },
  );

  test('carries over what last year’s report carried forward', async () => {
    const editor = await startEditor();
    const last = draft({ seed: 4, cells: { 'requests/carriedOut/total': '3' } });
    await editor.open(URI, last.text);
    const text: string = await editor.client.sendRequest(NEW_REPORT, { ...answers, previous: URI });
    const report = engine.read(text, {});
    expect(cellIn(report, 'requests/carriedIn/total')?.raw).toBe('3');
    for (const row of ['new', 'carriedOut'] as const) {
      expect(cellIn(report, `requests/${row}/total`)).toMatchObject({ raw: '待填', value: 'blank' });
    }
  });
});

test('the saved page is no report, wherever it lies', async () => {
  const editor = await startEditor();
  await editor.open(URI, wrong.text);
  const page = (await view(editor, URI, true))?.page ?? '';
  expect(page).toContain('</html>');
  expect(isReport(page)).toBe(false);
  const saved = 'file:///reports/draft-check.html';
  await editor.open(saved, page, 'html');
  expect(await editor.items(saved)).toEqual([]);
});

describe('a check of a text that is not open', () => {
  const check = async (editor: Editor, text: string, uri = URI): Promise<Diagnostic[] | undefined> => {
    const params = { uri, languageId: 'plaintext', text };
    const found = await editor.client.sendRequest<CheckTextResult | null>(CHECK_TEXT, params);
    if (found) expect(allFound(found.counts.found)).toBe(found.diagnostics.length);
    return found?.diagnostics as Diagnostic[] | undefined;
  };

  test('finds what is found when it is open, and leaves nothing behind', async () => {
    const editor = await startEditor();
    const closed = await check(editor, wrong.text);
    expect(closed?.length).toBeGreaterThan(0);
    expect(editor.statuses.all).toEqual([]);
    expect(await view(editor, URI)).toBeNull();
    await editor.open(URI, wrong.text);
    expect(closed).toEqual(await editor.items(URI));
  });

  test('goes by the configuration file of its place', async () => {
    const files = new Map([['file:///reports/.nianbao.json', '{ "rules": { "table": "off", "consistency": "off" } }']]);
    const editor = await startEditor({ files });
    const rules = (found: Diagnostic[] | undefined) => (found ?? []).map(({ code }) => String(code));
    expect(rules(await check(editor, wrong.text)).filter((rule) => rule.startsWith('table/'))).toEqual([]);
    expect(rules(await check(editor, wrong.text, 'file:///elsewhere/draft.txt'))).toContain('table/broken-total');
  });

  test('answers null for a text that is no report', async () => {
    expect(await check(await startEditor(), '会议记录\n')).toBeUndefined();
  });
});
