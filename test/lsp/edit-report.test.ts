import { describe, expect, test } from 'vitest';
import type { ApplyWorkspaceEditParams } from 'vscode-languageserver/node';
import { EDIT_REPORT, type EditReportResult, REPORT_VIEW, type ViewEdit } from '../../server/src/lsp/protocol.ts';
import { draft } from '../support/draft.ts';
import { applied, type Editor, startEditor } from './harness.ts';

const URI = 'file:///reports/draft.txt';
const VERSIONED = { workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } } };

interface Desk {
  readonly editor: Editor;
  /** As the editor has it. */
  text(): string;
  enter(edit: ViewEdit): Promise<EditReportResult>;
  /** Somebody types before the next edit comes. */
  meanwhile(change: (text: string) => string): void;
}

/** An editor that applies what it is asked to, unless the text has another version by then. */
async function atDesk(start: string): Promise<Desk> {
  const editor = await startEditor({ capabilities: VERSIONED });
  let [text, version] = [start, 1];
  let typed: ((text: string) => string) | undefined;
  const write = async (next: string): Promise<void> => {
    text = next;
    version++;
    await editor.change(URI, next);
  };
  editor.client.onRequest('workspace/applyEdit', async ({ edit }: ApplyWorkspaceEditParams) => {
    if (typed) await write(typed(text));
    typed = undefined;
    const asked = edit.documentChanges?.flatMap((change) =>
      'textDocument' in change ? change.textDocument.version : [],
    );
    if (asked?.[0] !== version) return { applied: false };
    await write(applied(text, edit));
    return { applied: true };
  });
  await editor.open(URI, start);
  return {
    editor,
    text: () => text,
    enter: (edit) => editor.client.sendRequest(EDIT_REPORT, { uri: URI, edit }),
    meanwhile: (change) => {
      typed = change;
    },
  };
}

const written = draft({ seed: 4 });
const cell = 'requests/new/natural';
const { start, end } = written.cellAt(cell);
const was = written.text.slice(start, end);
const withNumber = (text: string) => `${written.text.slice(0, start)}${text}${written.text.slice(end)}`;

describe('a number entered in the view', () => {
  test('is written into the draft', async () => {
    const desk = await atDesk(written.text);
    expect(await desk.enter({ cells: [{ cell, was, text: '77' }] })).toEqual({});
    expect(desk.text()).toBe(withNumber('77'));
  });

  test('is worked out anew when the text changes elsewhere meanwhile', async () => {
    const desk = await atDesk(written.text);
    desk.meanwhile((text) => `\n\n${text}`);
    expect(await desk.enter({ cells: [{ cell, was, text: '77' }] })).toEqual({});
    expect(desk.text()).toBe(`\n\n${withNumber('77')}`);
  });

  test('does not overwrite what somebody has typed into the same cell meanwhile', async () => {
    const desk = await atDesk(written.text);
    desk.meanwhile(() => withNumber('5'));
    expect(await desk.enter({ cells: [{ cell, was, text: '77' }] })).toEqual({ refused: 'changed', cell });
    expect(desk.text()).toBe(withNumber('5'));
  });

  test('gives way to who types without a pause', async () => {
    const desk = await atDesk(written.text);
    desk.editor.client.onRequest('workspace/applyEdit', () => ({ applied: false }));
    expect(await desk.enter({ cells: [{ cell, was, text: '77' }] })).toEqual({ refused: 'changed' });
  });

  test('is refused when it is none', async () => {
    const desk = await atDesk(written.text);
    expect(await desk.enter({ cells: [{ cell, was, text: 'abcd' }] })).toEqual({ refused: 'not-a-number', cell });
    expect(desk.text()).toBe(written.text);
  });
});

describe('what else is done in the view', () => {
  test('a fix is applied by its title', async () => {
    const wrong = draft({ seed: 4, cells: { 'requests/new/total': '99' } });
    const desk = await atDesk(wrong.text);
    const drawn = await desk.editor.client.sendRequest<{ html: string }>(REPORT_VIEW, { uri: URI, page: false });
    const [, fingerprint = '', fix = ''] = /data-problem="([^"]+)" data-fix="([^"]+)"/.exec(drawn.html) ?? [];
    expect(await desk.enter({ fingerprint, fix })).toEqual({});
    expect(desk.text()).toBe(written.text);
    expect(await desk.enter({ fingerprint, fix })).toEqual({ refused: 'gone' });
  });

  test('the totals of a table are filled in', async () => {
    const wrong = draft({ seed: 4, cells: { 'requests/new/total': '99', 'requests/granted/total': '待填' } });
    const desk = await atDesk(wrong.text);
    expect(await desk.enter({ table: 'requests', fill: 'totals' })).toEqual({});
    expect(desk.text()).toBe(written.text);
  });

  test('and the rest of it', async () => {
    const wrong = draft({ seed: 4, size: 'zero', cells: { 'requests/new/ngo': '待填', 'requests/new/total': '待填' } });
    const desk = await atDesk(wrong.text);
    expect(await desk.enter({ table: 'requests', fill: 'rest' })).toEqual({});
    expect(desk.text()).toBe(draft({ seed: 4, size: 'zero' }).text);
  });

  test('nothing is done to a text that is not open', async () => {
    const desk = await atDesk(written.text);
    await desk.editor.close(URI);
    expect(await desk.enter({ table: 'requests', fill: 'rest' })).toEqual({ refused: 'gone' });
  });
});
