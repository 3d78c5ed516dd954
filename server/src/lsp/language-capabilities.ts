import type { ServerCapabilities } from 'vscode-languageserver';

/** What `language.ts` serves, as the server announces it. */
export const languageCapabilities = (): ServerCapabilities => ({
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: { label: '年报' },
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  renameProvider: { prepareProvider: true },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
});
