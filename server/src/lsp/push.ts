import type { Connection } from 'vscode-languageserver';
import type { Checker } from './checker.ts';
import type { Debounce } from './debounce.ts';
import type { Guard } from './guard.ts';

export interface Push {
  /** Checks a document soon and sends the diagnostics. A later call for the same document replaces an earlier one. */
  schedule(uri: string): void;
  closed(uri: string): void;
}

/**
 * Diagnostics for clients that do not pull. New ones replace the old ones: nothing is cleared before they are there.
 */
export function createPush(connection: Connection, debounce: Debounce, checker: Checker, guard: Guard): Push {
  async function send(uri: string): Promise<void> {
    const checked = await checker.check(uri);
    // A newer change is on its way and brings its own result.
    if (!checked || debounce.waits(uri)) return;
    const { version, diagnostics } = checked;
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  }
  return {
    schedule: (uri) => debounce.schedule(uri, () => guard.run('push diagnostics', () => send(uri))),
    closed(uri) {
      debounce.stop(uri);
      guard.run('clear diagnostics', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
  };
}
