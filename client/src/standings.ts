import type { StatusParams } from '../../server/src/lsp/protocol.ts';

/** What can be said of a text now. */
export type Standing =
  /** It is not watched, or no report: nothing is said. */
  | { readonly state: 'none' }
  /** A check is under way. */
  | { readonly state: 'checking' }
  /** Changed since its last check, and by the settings not to be checked yet. */
  | { readonly state: 'changed' }
  | { readonly state: 'checked'; readonly status: StatusParams };

/**
 * What the server has reported of each open text, and whether it still holds: for this very version, under the current
 * settings, by a server that is still running. Independent of the editor, so that a test can drive it in any order.
 */
export interface Standings {
  /** @param uri in the editor's own spelling */
  told(uri: string, status: StatusParams): void;
  closed(uri: string): void;
  /** It is to be found out anew, of one text or, when the server has ended and another is started, of all. */
  outdated(uri?: string): void;
  /** The server has ended and is not started again. */
  clear(): void;
  /** @param mayCheck do the settings allow a check now? */
  of(uri: string, version: number, mayCheck: boolean): Standing;
}

export function createStandings(): Standings {
  const known = new Map<string, StatusParams>();
  return {
    told: (uri, status) => void known.set(uri, status),
    closed: (uri) => void known.delete(uri),
    outdated(only) {
      for (const [uri, status] of known) {
        if (only === undefined || uri === only) known.set(uri, { ...status, outdated: true });
      }
    },
    clear: () => known.clear(),
    of(uri, version, mayCheck) {
      const status = known.get(uri);
      if (!status?.report) return { state: 'none' };
      if (status.version === version && !status.outdated) return { state: 'checked', status };
      return { state: mayCheck ? 'checking' : 'changed' };
    },
  };
}
