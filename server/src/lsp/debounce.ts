import type { Disposable } from 'vscode-languageserver';
import type { Runtime } from './runtime.ts';

/** Milliseconds: long enough that fast typing is one change, short enough to feel at once. */
const PAUSE = 150;

export interface Debounce {
  /** Run an action a little later; a later one for the same document replaces it. */
  schedule(uri: string, action: () => void): void;
  waits(uri: string): boolean;
  stop(uri: string): void;
  dispose(): void;
}

type Wait = (callback: () => void) => Disposable;

/** A pause in the typing. */
export const pauseOf =
  ({ timer }: Runtime): Wait =>
  (callback) =>
    timer.setTimeout(callback, PAUSE);

/**
 * Until the messages that are already here have been read: at once for one change, and once for a hundred that came
 * together. The library reads one message a turn and asks for the next turn only after it has called us, so that it is
 * the second turn from now which comes after the next message.
 */
export const messagesOf =
  ({ timer }: Runtime): Wait =>
  (callback) => {
    let next = timer.setImmediate(() => {
      next = timer.setImmediate(callback);
    });
    return { dispose: () => next.dispose() };
  };

export function createDebounce(wait: Wait): Debounce {
  const waiting = new Map<string, Disposable>();
  function stop(uri: string): void {
    waiting.get(uri)?.dispose();
    waiting.delete(uri);
  }
  return {
    schedule(uri, action) {
      stop(uri);
      const start = (): void => {
        waiting.delete(uri);
        action();
      };
      waiting.set(uri, wait(start));
    },
    waits: (uri) => waiting.has(uri),
    stop,
    dispose() {
      for (const uri of [...waiting.keys()]) stop(uri);
    },
  };
}
