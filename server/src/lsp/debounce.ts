import type { Disposable } from 'vscode-languageserver';
import type { Runtime } from './runtime.ts';

/** Milliseconds: long enough that fast typing is one change, short enough to feel at once. */
const PAUSE = 150;

export interface Debounce {
  /** Run an action after a pause; a later one for the same document replaces it. */
  schedule(uri: string, action: () => void): void;
  waits(uri: string): boolean;
  stop(uri: string): void;
  dispose(): void;
}

export function createDebounce({ timer }: Runtime): Debounce {
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
      waiting.set(uri, timer.setTimeout(start, PAUSE));
    },
    waits: (uri) => waiting.has(uri),
    stop,
    dispose() {
      for (const uri of [...waiting.keys()]) stop(uri);
    },
  };
}
