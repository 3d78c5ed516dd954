import type { CancellationToken, SymbolInformation } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reportSymbols } from '../language/symbols.ts';
import { formatOfFile } from '../report/source/index.ts';
import { type Checker, viewOf } from './checker.ts';
import type { Runtime } from './runtime.ts';

/** Symbols of the reports that lie in the workspace's folders and are not open. */
export interface WorkspaceReports {
  symbols(isOpen: (uri: string) => boolean, token: CancellationToken): Promise<SymbolInformation[]>;
}

interface Known {
  readonly stamp: string;
  readonly symbols: readonly SymbolInformation[];
}

/** A file is read again only when it has changed; of its reading only the symbols are kept. */
export function createWorkspaceReports(
  runtime: Runtime,
  checker: Checker,
  folders: () => readonly string[],
): WorkspaceReports {
  const known = new Map<string, Known>();

  async function symbolsOf(uri: string, stamp: string): Promise<readonly SymbolInformation[]> {
    const before = known.get(uri);
    if (before?.stamp === stamp) return before.symbols;
    const text = await runtime.readFile(uri);
    const view = text === undefined ? undefined : viewOf(await checker.checkClosed(documentOf(uri, text)));
    const symbols = view ? reportSymbols(view) : [];
    known.set(uri, { stamp, symbols });
    return symbols;
  }

  return {
    async symbols(isOpen, token) {
      const found: SymbolInformation[] = [];
      for (const folder of folders()) {
        for (const { uri, stamp } of (await runtime.listFiles?.(folder)) ?? []) {
          if (token.isCancellationRequested) return [];
          if (!isOpen(uri)) found.push(...(await symbolsOf(uri, stamp)));
        }
      }
      return found;
    },
  };
}

function documentOf(uri: string, text: string): TextDocument {
  return TextDocument.create(uri, formatOfFile(uri)?.languages[0] ?? 'plaintext', 0, text);
}
