import type { InitializeParams } from 'vscode-languageserver';
import type { Locale } from '../rules/rule.ts';
import type { InitializationOptions } from './protocol.ts';

/** What the client can do and wants. Read once; a client that says nothing gets the defaults. */
export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersFileWatchers: boolean;
  readonly workspaceFolders: boolean;
  /** Takes edits that name the document's version. */
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly hoverMarkdown: boolean;
  /** A definition may say which text it is the definition of. */
  readonly linkSupport: boolean;
  readonly nestedSymbols: boolean;
  readonly snippets: boolean;
  /** Edits may carry a note and wait for the user's yes. */
  readonly annotatedEdits: boolean;
  /** Costly edits of code actions are computed when one is chosen. */
  readonly resolvesActions: boolean;
  /** Formatting can be offered for single documents. */
  readonly registersFormatting: boolean;
  /** Shows an action that cannot be taken, with the reason. */
  readonly showsDisabled: boolean;
  /** Takes edits that no request asked for: a command's. */
  readonly appliesEdits: boolean;
  /** The client can be told to ask again for what it draws, when a setting has changed. */
  readonly refreshes: { readonly inlayHints: boolean; readonly codeLens: boolean; readonly semanticTokens: boolean };
  readonly locale: Locale;
  readonly options: InitializationOptions;
  readonly folders: readonly string[];
}

export function readFeatures(params: InitializeParams): ClientFeatures {
  const { workspace, textDocument } = params.capabilities;
  const edits = workspace?.workspaceEdit;
  const options: unknown = params.initializationOptions;
  const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    // A client that does not describe its edits at all is taken for a current one.
    versionedEdits: edits === undefined || edits.documentChanges === true,
    createsFiles: edits === undefined || edits.resourceOperations?.includes('create') === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    linkSupport: textDocument?.definition?.linkSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    annotatedEdits: edits?.documentChanges === true && edits.changeAnnotationSupport !== undefined,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    registersFormatting:
      textDocument?.formatting?.dynamicRegistration === true &&
      textDocument.rangeFormatting?.dynamicRegistration === true,
    showsDisabled: textDocument?.codeAction?.disabledSupport === true,
    appliesEdits: workspace?.applyEdit === true,
    refreshes: {
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      codeLens: workspace?.codeLens?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
    locale: localeOf(params.locale),
    options: typeof options === 'object' && options !== null ? options : {},
    folders,
  };
}

/** Reports are Chinese, and so are the messages, unless the editor itself speaks something else. */
const localeOf = (tag: string | undefined): Locale => (tag === undefined || /^zh\b/i.test(tag) ? 'zh' : 'en');
