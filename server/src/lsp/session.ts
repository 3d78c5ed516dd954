import {
  type CodeAction,
  type CodeActionParams,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_NAME } from '../config/config.ts';
import { createChecker } from './checker.ts';
import type { ClientFeatures } from './client-features.ts';
import { codeActions } from './code-actions.ts';
import { serveCommands } from './commands.ts';
import { createConfigDiagnostics } from './config-diagnostics.ts';
import { createConfigFiles, isConfigFile } from './config-files.ts';
import { createDebounce, messagesOf, pauseOf } from './debounce.ts';
import { serveEdits } from './edit-report.ts';
import { createFormatting } from './formatting.ts';
import { createGuard } from './guard.ts';
import { refreshLanguage, serveLanguage } from './language.ts';
import { READ_FILE, type ReadFileParams, type ReadFileResult, STATUS, type StatusParams } from './protocol.ts';
import { createPush } from './push.ts';
import { serveReportRequests } from './report-requests.ts';
import { type ConfigText, type Runtime, engine as realEngine } from './runtime.ts';
import { createSettings } from './settings.ts';
import { toStatus } from './status.ts';
import { pathBelow, schemeOf } from './uris.ts';
import { createWorkspaceReports } from './workspace-reports.ts';

export interface Session {
  end(): void;
}

/** One client's session: what is open, what is set, and who is told what. All protocol wiring is here. */
export function startSession(connection: Connection, runtime: Runtime, features: ClientFeatures): Session {
  const engine = runtime.engine ?? realEngine;
  const guard = createGuard(connection, runtime);
  const documents = new TextDocuments(TextDocument);
  let folders = features.folders;

  const ownFiles = (uri: string): boolean => runtime.fileSchemes.includes(schemeOf(uri));
  const canRead = (uri: string): boolean => ownFiles(uri) || features.options.readFiles === true;
  async function readConfig(uri: string): Promise<ConfigText> {
    const workspace = folders.find((folder) => pathBelow(folder, uri) !== undefined);
    if (ownFiles(uri)) return runtime.readConfig(uri, workspace);
    if (!canRead(uri)) return undefined;
    const params: ReadFileParams = { uri };
    try {
      return (await connection.sendRequest<ReadFileResult>(READ_FILE, params)) ?? undefined;
    } catch {
      return undefined; // the same as a file that is not there
    }
  }

  const configDiagnostics = createConfigDiagnostics(
    (uri, diagnostics) =>
      guard.run('configuration diagnostics', () => connection.sendDiagnostics({ uri, diagnostics })),
    () => settings.locale,
  );
  const configFiles = createConfigFiles({
    opened: (uri) => documents.get(uri),
    readConfig,
    locale: () => settings.locale,
    onRead: configDiagnostics.read,
    onGone: configDiagnostics.gone,
  });
  const settings = createSettings(connection, features, configFiles, () => folders);
  const rulePages = features.options.rulePages ?? runtime.rulePages;
  const formatting = createFormatting(connection, guard, features);
  // Nobody reads the status between two keys; the findings do not wait for it.
  const told = createDebounce(pauseOf(runtime));
  const checker = createChecker(settings, engine, rulePages, (checked) => {
    const { document, version, result } = checked;
    if (result) formatting.offer(document.uri);
    const tell = async (): Promise<void> => {
      configDiagnostics.checked(checked);
      await connection.sendNotification(STATUS, toStatus(document.uri, version, result));
    };
    told.schedule(document.uri, () => guard.run('status', tell));
  });
  const configPause = createDebounce(pauseOf(runtime));
  const changes = createDebounce(messagesOf(runtime));
  const push = createPush(connection, changes, checker, guard);

  function showAgain(uris: readonly string[]): void {
    if (!features.pullsDiagnostics) for (const uri of uris) push.schedule(uri);
    else if (features.refreshesDiagnostics) guard.run('refresh', () => connection.languages.diagnostics.refresh());
  }

  function settingsChanged(): void {
    settings.invalidate();
    for (const { document, version, result } of checker.known()) {
      told.stop(document.uri);
      const outdated: StatusParams = { ...toStatus(document.uri, version, result), outdated: true };
      guard.run('status', () => connection.sendNotification(STATUS, outdated));
    }
    showAgain(documents.keys());
    refreshLanguage(connection, guard, features);
  }

  documents.onDidOpen(({ document }) => {
    if (isConfigFile(document.uri)) return;
    // Nobody tells us of a configuration file above the workspace folder: look again.
    const watched = features.registersFileWatchers && folders.some((folder) => pathBelow(folder, document.uri));
    if (!watched) configFiles.forget();
    checker.opened(document);
  });
  documents.onDidChangeContent(({ document }) => {
    if (isConfigFile(document.uri)) configPause.schedule(document.uri, settingsChanged);
    else if (!features.pullsDiagnostics) push.schedule(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (isConfigFile(uri)) return settingsChanged();
    checker.closed(uri);
    told.stop(uri);
    settings.closed(uri);
    configDiagnostics.closed(uri);
    formatting.closed(uri);
    if (!features.pullsDiagnostics) push.closed(uri);
  });

  connection.languages.diagnostics.on(
    guard.request('diagnostics', unchangedOrNothing, async ({ textDocument, previousResultId }, token) => {
      const checked = await checker.check(textDocument.uri, token);
      if (!checked) return NOTHING;
      const { resultId, diagnostics } = checked;
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
    }),
  );

  connection.onCodeAction(
    guard.request(
      'code actions',
      (): CodeAction[] => [],
      async (params: CodeActionParams, token) => {
        const checked = await checker.check(params.textDocument.uri, token);
        return checked ? codeActions(params, checked, engine, { features, folders, canRead }) : [];
      },
    ),
  );

  serveCommands(connection, guard, {
    checker,
    allowTerm(uri, term) {
      settings.allow(uri, term);
      settingsChanged();
    },
    checkLarge(uri) {
      const waits = checker.demand(uri);
      if (waits) showAgain([uri]);
      return waits;
    },
    write: () => ({ features, folders, canRead }),
  });

  const closedReports = createWorkspaceReports(runtime, checker, () => folders);
  serveLanguage(connection, guard, checker, documents, features, closedReports);
  serveReportRequests(connection, guard, checker);
  serveEdits(connection, guard, checker, features);

  connection.onDidChangeConfiguration(({ settings: sent }: { settings?: { nianbao?: unknown } | null }) => {
    if (!features.configuration) settings.replace(sent?.nianbao);
    settingsChanged();
  });
  connection.onDidChangeWatchedFiles(settingsChanged);
  connection.onInitialized(() =>
    guard.run('registration', async () => {
      if (features.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map((folder) => folder.uri));
          folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map((folder) => folder.uri)];
          settingsChanged();
        });
      }
      if (features.registersConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' });
      }
      if (features.registersFileWatchers) {
        const watchers = [{ globPattern: `**/${CONFIG_NAME}` }];
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
    }),
  );
  documents.listen(connection);
  return {
    end() {
      guard.end();
      configPause.dispose();
      changes.dispose();
      told.dispose();
    },
  };
}

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** After an exception, what is shown stays: clearing it would look as if all had been mended. */
const unchangedOrNothing = ({ previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport =>
  previousResultId === undefined
    ? NOTHING
    : { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
