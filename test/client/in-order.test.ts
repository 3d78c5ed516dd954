// Messages about a text reach the server in the order in which the text came by them.
import { expect, test } from 'vitest';
import { handOver, keepOrder } from '../../client/src/in-order.ts';

/** As the library does: a change is put off for longer than closing and opening. */
function client(fails = new Set<string>()) {
  const handed: string[] = [];
  const made = {
    async sendNotification(type: string, params?: object): Promise<void> {
      for (let turns = type.endsWith('didChange') ? 5 : 1; turns > 0; turns--) await undefined;
      if (fails.has(type)) throw new Error(type);
      await handOver(
        type,
        async (what) => {
          handed.push(String(what).replace('textDocument/', ''));
          await new Promise((done) => setTimeout(done, 20)); // the writing itself is awaited by nobody
        },
        params,
      );
    },
    async sendRequest(type: string): Promise<void> {
      handed.push(type);
    },
  };
  keepOrder(made as never);
  return {
    ask: (type: string) => made.sendRequest(type),
    send: (type: string, params?: object) => made.sendNotification(`textDocument/${type}`, params),
    handed,
  };
}

test('closing and opening do not overtake a change', async () => {
  const { send, handed } = client();
  await Promise.all(['didOpen', 'didChange', 'didClose', 'didOpen', 'didChange'].map((type) => send(type, {})));
  expect(handed).toEqual(['didOpen', 'didChange', 'didClose', 'didOpen', 'didChange']);
});

test('a message that fails holds up none', async () => {
  const { send, handed } = client(new Set(['textDocument/didChange']));
  const sent = ['didOpen', 'didChange', 'didClose'].map((type) => send(type, {}));
  expect((await Promise.allSettled(sent)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(handed).toEqual(['didOpen', 'didClose']);
});

test('other messages go as they come', async () => {
  const { send, handed } = client();
  await Promise.all([send('didChange', {}), send('didSave', {}), send('other')]);
  expect(handed).toEqual(['didSave', 'other', 'didChange']);
});

test('a question waits for the text that it is asked about', async () => {
  const { send, ask, handed } = client();
  await Promise.all([send('didChange', {}), send('didClose', {}), send('didOpen', {}), ask('diagnostics')]);
  expect(handed).toEqual(['didChange', 'didClose', 'didOpen', 'diagnostics']);
  await ask('hover');
  expect(handed.at(-1)).toBe('hover');
});
