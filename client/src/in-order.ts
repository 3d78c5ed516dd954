import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';

type Send = NonNullable<Middleware['sendNotification']>;

/** What tells the server of texts; each of these means the text as the one before it has left it. */
const OF_TEXTS: ReadonlySet<string> = new Set([
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
]);

const methodOf = (type: string | { readonly method: string }): string =>
  typeof type === 'string' ? type : type.method;

/** What is to be told when a message is handed over. */
const handing = new WeakMap<object, () => void>();

/** The client calls it when a message is handed over. */
export const handOver: Send = (type, next, params) => {
  if (typeof params === 'object' && params !== null) handing.get(params)?.();
  return next(type, params);
};

/**
 * The library lets the closing and opening of a text overtake a change of it that was made just before. Saving a new
 * text under a name is such a change, closing and opening at once: the server would add the whole text to the text that
 * it has been given. So each waits until the one before it has been handed over, and no longer. So does what is asked,
 * which is meant of the text that the server has been told of.
 */
export function keepOrder(client: Pick<BaseLanguageClient, 'sendNotification' | 'sendRequest'>): void {
  const send = client.sendNotification.bind(client) as (type: string, params?: object) => Promise<void>;
  let last: Promise<void> | undefined;
  const inOrder = async (type: string, params?: object): Promise<void> => {
    if (!params || !OF_TEXTS.has(methodOf(type))) return send(type, params);
    const before = last;
    let done = (): void => undefined;
    const handed = new Promise<void>((resolve) => {
      done = resolve;
    });
    last = handed;
    const tell = (): void => {
      if (last === handed) last = undefined;
      done();
    };
    handing.set(params, tell);
    // Where none is under way nothing is put off.
    if (before) await before;
    try {
      await send(type, params);
    } finally {
      tell(); // also when it was not sent at all
    }
  };
  const ask = client.sendRequest.bind(client) as (...request: readonly unknown[]) => Promise<unknown>;
  const askInOrder = async (...request: readonly unknown[]): Promise<unknown> => {
    while (last) await last;
    return ask(...request);
  };
  client.sendNotification = inOrder as BaseLanguageClient['sendNotification'];
  client.sendRequest = askInOrder as BaseLanguageClient['sendRequest'];
}
