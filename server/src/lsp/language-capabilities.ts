import type { ServerCapabilities } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../language/semantic-tokens.ts';
import type { ClientFeatures } from './client-features.ts';

/** What `language.ts` serves, as the server announces it. */
export const languageCapabilities = ({ registersFormatting }: ClientFeatures): ServerCapabilities => ({
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
  documentFormattingProvider: !registersFormatting,
  documentRangeFormattingProvider: !registersFormatting,
  // 一、 and （一） begin headings; other characters bring the list by the editor's own rules.
  completionProvider: { triggerCharacters: ['、', '）'] },
  inlayHintProvider: true,
  codeLensProvider: {},
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
    full: true,
    range: true,
  },
});
