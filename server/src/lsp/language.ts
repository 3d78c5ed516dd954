import {
  CodeLensRefreshRequest,
  type CompletionParams,
  CompletionTriggerKind,
  type Connection,
  type DefinitionParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Location,
  type LocationLink,
  MarkupKind,
  type SemanticTokens,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  type SymbolInformation,
  type TextDocuments,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeLenses } from '../language/code-lens.ts';
import { completions } from '../language/completion.ts';
import { definition } from '../language/definition.ts';
import type { Display } from '../language/display.ts';
import type { DraftView } from '../language/draft-view.ts';
import { foldingRanges } from '../language/folding.ts';
import { formatTables } from '../language/format.ts';
import { highlight } from '../language/highlight.ts';
import { hover } from '../language/hover.ts';
import { inlayHints } from '../language/inlay-hints.ts';
import { documentLinks } from '../language/links.ts';
import { toSpan, toTextEdit } from '../language/ranges.ts';
import { references } from '../language/references.ts';
import { prepareRename, rename } from '../language/rename.ts';
import { selectionRanges } from '../language/selection.ts';
import { semanticTokens } from '../language/semantic-tokens.ts';
import { documentSymbols, flatSymbols, matchingSymbols, reportSymbols } from '../language/symbols.ts';
import { type Checked, type Checker, viewOf } from './checker.ts';
import type { ClientFeatures } from './client-features.ts';
import { workspaceEdit } from './edits.ts';
import type { Guard } from './guard.ts';
import { FIX_TABLE } from './protocol.ts';
import { serveResolve } from './refactor-actions.ts';
import type { WorkspaceReports } from './workspace-reports.ts';

interface OnDocument {
  readonly textDocument: { readonly uri: string };
}

/** What the requests on a document need. */
export interface Served {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly checker: Checker;
  readonly features: ClientFeatures;
}

/** Requests that are answered from the one stored reading of a document. No feature waits, reads or checks again. */
export function serveLanguage(
  served: Served,
  documents: TextDocuments<TextDocument>,
  closedReports: WorkspaceReports,
): void {
  serveNavigation(served);
  serveStructure(served);
  serveDrawing(served);
  serveWriting(served);
  serveWorkspaceSymbols(served, documents, closedReports);
}

/** A handler that gives a feature the view of the document, or answers nothing where it is no report. */
const answering =
  ({ guard, checker }: Served) =>
  <P extends OnDocument, R>(
    name: string,
    nothing: () => R,
    feature: (view: DraftView, params: P, checked: Checked) => R,
  ) =>
    guard.request<P, R>(name, nothing, async (params, token) => {
      const checked = await checker.check(params.textDocument.uri, token);
      const view = checked && viewOf(checked);
      return view ? feature(view, params, checked) : nothing();
    });

const none = (): null => null;

const markupFor = ({ hoverMarkdown }: ClientFeatures): MarkupKind =>
  hoverMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;

/** Hover, definitions, references, highlights and links. */
function serveNavigation(served: Served): void {
  const { connection, features } = served;
  const answer = answering(served);
  connection.onHover(answer('hover', none, (view, { position }) => hover(view, position, markupFor(features))));
  connection.onDefinition(
    answer<DefinitionParams, Location[] | LocationLink[] | null>('definition', none, (view, { position }) => {
      const links = definition(view, position);
      return features.linkSupport ? links : links.map(toLocation);
    }),
  );
  connection.onReferences(
    answer('references', none, (view, { position, context }) => references(view, position, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(answer('highlight', none, (view, { position }) => highlight(view, position)));
  connection.onDocumentLinks(answer('links', none, documentLinks));
}

/** Symbols, folding and selection. */
function serveStructure(served: Served): void {
  const { connection, features } = served;
  const answer = answering(served);
  connection.onDocumentSymbol(
    answer<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null>('symbols', none, (view) => {
      const symbols = documentSymbols(view);
      return features.nestedSymbols ? symbols : flatSymbols(view.document.uri, symbols);
    }),
  );
  connection.onFoldingRanges(answer('folding', none, foldingRanges));
  connection.onSelectionRanges(answer('selection', none, (view, { positions }) => selectionRanges(view, positions)));
}

/** Inlay hints, lenses and semantic tokens. */
function serveDrawing(served: Served): void {
  const { connection, features } = served;
  const { languages } = connection;
  const answer = answering(served);
  languages.inlayHint.on(
    answer('inlay hints', none, (view, { range }, { settings }) =>
      inlayHints(view, toSpan(view.document, range), displayFor(settings.display, features), markupFor(features)),
    ),
  );
  connection.onCodeLens(
    answer('code lens', none, (view, _, { settings }) =>
      codeLenses(view, settings.display, features.appliesEdits ? FIX_TABLE : undefined),
    ),
  );
  languages.semanticTokens.on(
    answer<SemanticTokensParams, SemanticTokens | null>('semantic tokens', none, (view, _, { settings }) =>
      settings.display.semanticTokens ? { data: semanticTokens(view) } : null,
    ),
  );
  languages.semanticTokens.onRange(
    answer<SemanticTokensRangeParams, SemanticTokens | null>(
      'semantic tokens',
      none,
      (view, { range }, { settings }) =>
        settings.display.semanticTokens ? { data: semanticTokens(view, toSpan(view.document, range)) } : null,
    ),
  );
}

/** Completion, code action edits, rename and formatting. */
function serveWriting(served: Served): void {
  const { connection, guard, checker, features } = served;
  const answer = answering(served);
  connection.onCompletion(
    answer('completion', none, (view, { position, context }: CompletionParams) =>
      completions(view, position, features.snippets, isAsked(context?.triggerKind)),
    ),
  );
  serveResolve(connection, guard, checker, features);
  connection.onPrepareRename(answer('rename', none, (view, { position }) => prepareRename(view, position)));
  connection.onRenameRequest(
    answer('rename', none, (view, { position, newName }, { version }) => {
      const edits = rename(view, position, newName);
      return edits ? workspaceEdit(view.document, version, edits, features) : null;
    }),
  );
  connection.onDocumentFormatting(
    answer('formatting', none, ({ document, report }) =>
      formatTables(report).map((edit) => toTextEdit(document, edit)),
    ),
  );
  connection.onDocumentRangeFormatting(
    answer('formatting', none, ({ document, report }, { range }) =>
      formatTables(report, toSpan(document, range)).map((edit) => toTextEdit(document, edit)),
    ),
  );
}

function serveWorkspaceSymbols(
  { connection, guard, checker }: Served,
  documents: TextDocuments<TextDocument>,
  closedReports: WorkspaceReports,
): void {
  connection.onWorkspaceSymbol(
    guard.request(
      'workspace symbols',
      (): SymbolInformation[] => [],
      async ({ query }: WorkspaceSymbolParams, token) => {
        const found: SymbolInformation[] = [];
        for (const uri of documents.keys()) {
          const checked = await checker.check(uri, token);
          const view = checked && viewOf(checked);
          if (view) found.push(...reportSymbols(view));
        }
        const isOpen = (uri: string): boolean => documents.get(uri) !== undefined;
        found.push(...(await closedReports.symbols(isOpen, token)));
        return matchingSymbols(found, query);
      },
    ),
  );
}

/**
 * Clients send the same trigger for a key that asks and for a list that opens by itself; our client tells them apart.
 */
const isAsked = (kind: CompletionTriggerKind | undefined): boolean =>
  kind === undefined || kind === CompletionTriggerKind.Invoked;

/** Ask the client to draw again what a setting may have changed. */
export function refreshLanguage(connection: Connection, guard: Guard, { refreshes }: ClientFeatures): void {
  if (refreshes.inlayHints) guard.run('refresh', () => connection.languages.inlayHint.refresh());
  if (refreshes.semanticTokens) guard.run('refresh', () => connection.languages.semanticTokens.refresh());
  if (refreshes.codeLens) guard.run('refresh', () => connection.sendRequest(CodeLensRefreshRequest.type));
}

const toLocation = ({ targetUri, targetSelectionRange }: LocationLink): Location => ({
  uri: targetUri,
  range: targetSelectionRange,
});

/** A client that follows the cursor filters all columns down to those of its line. */
const displayFor = (display: Display, { options }: ClientFeatures): Display =>
  display.columnNames === 'line' && options.followsCursor ? { ...display, columnNames: 'all' } : display;
