import type * as vscode from 'vscode';
import type { BaseLanguageClient, DynamicFeature, ServerCapabilities } from 'vscode-languageclient';

/** What the server offers for a text, by the name of the request and of the capability that announces it. */
const SERVED: readonly (readonly [method: string, capability: keyof ServerCapabilities])[] = [
  ['textDocument/hover', 'hoverProvider'],
  ['textDocument/definition', 'definitionProvider'],
  ['textDocument/references', 'referencesProvider'],
  ['textDocument/documentHighlight', 'documentHighlightProvider'],
  ['textDocument/documentSymbol', 'documentSymbolProvider'],
  ['textDocument/foldingRange', 'foldingRangeProvider'],
  ['textDocument/selectionRange', 'selectionRangeProvider'],
  ['textDocument/documentLink', 'documentLinkProvider'],
  ['textDocument/rename', 'renameProvider'],
  ['textDocument/completion', 'completionProvider'],
  ['textDocument/codeAction', 'codeActionProvider'],
  ['textDocument/codeLens', 'codeLensProvider'],
  ['textDocument/inlayHint', 'inlayHintProvider'],
  ['textDocument/semanticTokens', 'semanticTokensProvider'],
  ['textDocument/diagnostic', 'diagnosticProvider'],
];

/** `TextDocumentSyncKind.Incremental` */
const INCREMENTAL = 2;

/** Serves one text in a language that the client's selector does not name, until the result is disposed of. */
export function serveAlso(client: BaseLanguageClient, { uri, languageId }: vscode.TextDocument): { dispose(): void } {
  // A path is a pattern that matches itself; the language tells this state of the text from its next one.
  const documentSelector = [{ scheme: uri.scheme, language: languageId, pattern: uri.fsPath }];
  const capabilities: ServerCapabilities = client.initializeResult?.capabilities ?? {};
  const registered: { readonly feature: Registering; readonly id: string }[] = [];
  const register = (method: string, options: object): void => {
    const feature = client.getFeature(method as 'textDocument/hover') as Registering | undefined;
    if (!feature) return;
    const id = `${method} ${uri.toString()} ${languageId}`;
    feature.register({ id, registerOptions: { ...options, documentSelector } });
    registered.push({ feature, id });
  };
  // The text must be known to the server before anything is asked about it.
  register('textDocument/didOpen', {});
  register('textDocument/didChange', { syncKind: INCREMENTAL });
  register('textDocument/didClose', {});
  for (const [method, capability] of SERVED) {
    const offered = capabilities[capability];
    if (offered) register(method, typeof offered === 'object' ? offered : {});
  }
  return {
    dispose() {
      for (const { feature, id } of registered.reverse()) feature.unregister(id);
    },
  };
}

type Registering = Pick<DynamicFeature<object>, 'register' | 'unregister'>;
