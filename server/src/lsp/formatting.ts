import {
  type Connection,
  type Disposable,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import type { Guard } from './guard.ts';
import { nameOf, schemeOf } from './uris.ts';

/** Offers formatting for reports alone: someone else's formatter looks after every other text in the editor. */
export interface Formatting {
  /** A document was found to be a report. */
  offer(uri: string): void;
  closed(uri: string): void;
}

export function createFormatting(connection: Connection, guard: Guard, features: ClientFeatures): Formatting {
  const offered = new Map<string, Promise<readonly Disposable[]>>();
  return {
    offer(uri) {
      if (!features.registersFormatting || offered.has(uri)) return;
      const options = { documentSelector: [{ scheme: schemeOf(uri), pattern: `**/${literal(nameOf(uri))}` }] };
      const registered = Promise.all([
        connection.client.register(DocumentFormattingRequest.type, options),
        connection.client.register(DocumentRangeFormattingRequest.type, options),
      ]);
      offered.set(uri, registered);
      guard.run('formatting', () => registered);
    },
    closed(uri) {
      const registered = offered.get(uri);
      offered.delete(uri);
      guard.run('formatting', async () => {
        for (const each of (await registered) ?? []) each.dispose();
      });
    },
  };
}

/** A file's name as a glob that matches nothing else. */
const literal = (name: string): string => name.slice(name.indexOf(':') + 1).replace(/[*?[\]{}]/g, '[$&]');
