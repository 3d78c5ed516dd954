import {
  type CodeAction,
  type CodeActionParams,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  FileChangeType,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_NAME } from '../config/config.ts';
import { PACK_ENDING } from '../config/pack-path.ts';
import { pairedLines } from '../language/paired.ts';
import type { Locale } from '../rules/rule.ts';
import { type Checked, Checker } from './checker.ts';
import type { ClientFeatures } from './client-features.ts';
import { ClosedReports } from './closed-reports.ts';
import { codeActions } from './code-actions.ts';
import { serveCommands } from './commands.ts';
import { type ConfigDiagnostics, createConfigDiagnostics } from './config-diagnostics.ts';
import type { WriteContext } from './config-edit.ts';
import { ConfigFiles, isConfigFile } from './config-files.ts';
import { createDebounce, type Debounce, messagesOf, pauseOf } from './debounce.ts';
import { serveEdits } from './edit-report.ts';
import { createFormatting, type Formatting } from './formatting.ts';
import { createGuard, type Guard } from './guard.ts';
import { refreshLanguage, serveLanguage } from './language.ts';
import { Neighbours } from './neighbours.ts';
import { isPackFile, PackFiles } from './pack-files.ts';
import { READ_FILE, type ReadFileParams, type ReadFileResult, STATUS, type StatusParams } from './protocol.ts';
import { createPush, type Push } from './push.ts';
import { serveReportRequests } from './report-requests.ts';
import { type ConfigText, type Engine, type Runtime, engine as realEngine } from './runtime.ts';
import { Settings } from './settings.ts';
import { toStatus } from './status.ts';
import { isSame, pathBelow, schemeOf } from './uris.ts';
import { createWorkspaceReports } from './workspace-reports.ts';

/** One client's session: what is open, what is set, and who is told what. All protocol wiring is here. */
export class Session {
  readonly #connection: Connection;
  readonly #runtime: Runtime;
  readonly #features: ClientFeatures;
  readonly #engine: Engine;
  readonly #guard: Guard;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #configDiagnostics: ConfigDiagnostics;
  readonly #configFiles: ConfigFiles;
  readonly #packFiles: PackFiles;
  readonly #settings: Settings;
  readonly #formatting: Formatting;
  readonly #neighbours = new Neighbours();
  readonly #closedReports: ClosedReports;
  readonly #checker: Checker;
  readonly #push: Push;
  /** Nobody reads the status between two keys; diagnostics do not wait for it. */
  readonly #statusPause: Debounce;
  readonly #neighbourPause: Debounce;
  #looked = false;
  readonly #configPause: Debounce;
  readonly #changes: Debounce;
  #folders: readonly string[];

  constructor(connection: Connection, runtime: Runtime, features: ClientFeatures) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.#features = features;
    this.#engine = runtime.engine ?? realEngine;
    this.#folders = features.folders;
    const guard = createGuard(connection, runtime);
    this.#guard = guard;
    this.#configDiagnostics = createConfigDiagnostics(
      (uri, diagnostics) =>
        guard.run('configuration diagnostics', () => connection.sendDiagnostics({ uri, diagnostics })),
      () => this.#settings.locale,
    );
    const opened = (uri: string): TextDocument | undefined => this.#documents.get(uri);
    const locale = (): Locale => this.#settings.locale;
    this.#packFiles = new PackFiles({
      opened: (uri) => opened(uri) ?? this.#documents.all().find((open) => isSame(open.uri, uri)),
      readPack: (uri, home) => (this.#ownFiles(uri) ? this.#runtime.readPack(uri, home) : this.#askForFile(uri)),
      folders: () => this.#folders,
      locale,
      onRead: this.#configDiagnostics.read,
    });
    this.#configFiles = new ConfigFiles({
      opened,
      readConfig: (uri) => this.#readConfig(uri),
      locale,
      packFiles: this.#packFiles,
      onRead: this.#configDiagnostics.read,
      onGone: this.#configDiagnostics.gone,
    });
    this.#settings = new Settings(connection, features, this.#configFiles, () => this.#folders);
    this.#formatting = createFormatting(connection, guard, features);
    const rulePages = features.options.rulePages ?? runtime.rulePages;
    this.#checker = new Checker(this.#settings, this.#engine, rulePages, this.#neighbours, (checked) => {
      this.#tellStatus(checked);
      if (checked.result) this.#followNeighbours();
    });
    this.#closedReports = new ClosedReports({
      runtime,
      engine: this.#engine,
      settings: this.#settings,
      neighbours: this.#neighbours,
      folders: () => this.#folders,
      isOpen: (uri) => this.#documents.get(uri) !== undefined,
      canRead: (uri) => this.#ownFiles(uri),
      onKnown: () => this.#neighboursChanged(),
    });
    this.#statusPause = createDebounce(pauseOf(runtime));
    this.#neighbourPause = createDebounce(pauseOf(runtime));
    this.#configPause = createDebounce(pauseOf(runtime));
    this.#changes = createDebounce(messagesOf(runtime));
    this.#push = createPush(connection, this.#changes, this.#checker, guard);
    this.#followDocuments();
    this.#serve();
    this.#followSettings();
    this.#documents.listen(connection);
  }

  end(): void {
    this.#guard.end();
    this.#configPause.dispose();
    this.#changes.dispose();
    this.#statusPause.dispose();
    this.#neighbourPause.dispose();
    this.#closedReports.end();
  }

  #ownFiles(uri: string): boolean {
    return this.#runtime.fileSchemes.includes(schemeOf(uri));
  }

  #canRead(uri: string): boolean {
    return this.#ownFiles(uri) || this.#features.options.readFiles === true;
  }

  async #readConfig(uri: string): Promise<ConfigText> {
    const workspace = this.#folders.find((folder) => pathBelow(folder, uri) !== undefined);
    return this.#ownFiles(uri) ? this.#runtime.readConfig(uri, workspace) : this.#askForFile(uri);
  }

  async #askForFile(uri: string): Promise<ConfigText> {
    if (!this.#canRead(uri)) return undefined;
    const params: ReadFileParams = { uri };
    try {
      return (await this.#connection.sendRequest<ReadFileResult>(READ_FILE, params)) ?? undefined;
    } catch {
      return undefined; // the same as a file that is not there
    }
  }

  #tellStatus(checked: Checked): void {
    const { document, version, result, settings } = checked;
    if (result) this.#formatting.offer(document.uri);
    const paired = pairedLines(settings.lint.relations, settings.lint.locale ?? 'zh');
    const tell = async (): Promise<void> => {
      this.#configDiagnostics.checked(checked);
      await this.#connection.sendNotification(STATUS, toStatus(document.uri, version, result, paired));
    };
    this.#statusPause.schedule(document.uri, () => this.#guard.run('status', tell));
  }

  #showAgain(uris: readonly string[]): void {
    if (!this.#features.pullsDiagnostics) for (const uri of uris) this.#push.schedule(uri);
    else if (this.#features.refreshesDiagnostics) {
      this.#guard.run('refresh', () => this.#connection.languages.diagnostics.refresh());
    }
  }

  /** With the first report come those around it; from then on an edit of one may change what is found in another. */
  #followNeighbours(): void {
    if (!this.#looked) {
      this.#looked = true;
      this.#guard.run('reports of the workspace', () => this.#closedReports.look());
    }
    this.#neighboursChanged();
  }

  #neighboursChanged(): void {
    this.#neighbourPause.schedule('', () => {
      const outdated = this.#checker.known().filter((checked) => this.#checker.isOutdated(checked));
      if (outdated.length > 0) this.#showAgain(outdated.map(({ document }) => document.uri));
    });
  }

  #settingsChanged(): void {
    this.#settings.invalidate();
    this.#closedReports.forget();
    if (this.#looked) this.#guard.run('reports of the workspace', () => this.#closedReports.look());
    for (const { document, version, result } of this.#checker.known()) {
      this.#statusPause.stop(document.uri);
      const outdated: StatusParams = { ...toStatus(document.uri, version, result), outdated: true };
      this.#guard.run('status', () => this.#connection.sendNotification(STATUS, outdated));
    }
    this.#showAgain(this.#documents.keys());
    refreshLanguage(this.#connection, this.#guard, this.#features);
  }

  #configChanged(uri: string): void {
    this.#settingsChanged();
    this.#lookAtPack(uri);
  }

  #lookAtPack(uri: string): void {
    if (isPackFile(uri)) this.#guard.run('rule pack', () => this.#packFiles.look(uri));
  }

  #followDocuments(): void {
    const { registersFileWatchers, pullsDiagnostics } = this.#features;
    this.#documents.onDidOpen(({ document }) => {
      if (isConfigFile(document.uri)) return this.#lookAtPack(document.uri);
      // Nobody tells us of a configuration file above the workspace folder: look again.
      const isBelow = (folder: string): boolean => pathBelow(folder, document.uri) !== undefined;
      if (!(registersFileWatchers && this.#folders.some(isBelow))) this.#configFiles.forget();
      this.#checker.opened(document);
    });
    this.#documents.onDidChangeContent(({ document: { uri } }) => {
      if (isConfigFile(uri)) this.#configPause.schedule(uri, () => this.#configChanged(uri));
      else if (!pullsDiagnostics) this.#push.schedule(uri);
    });
    this.#documents.onDidClose(({ document: { uri } }) => {
      if (!isConfigFile(uri)) return this.#closed(uri);
      // What settings still name is read again and tells its faults again.
      if (isPackFile(uri)) this.#configDiagnostics.gone(uri);
      this.#settingsChanged();
    });
  }

  #closed(uri: string): void {
    this.#checker.closed(uri);
    // What was not saved is gone; a file still lies where it was.
    if (this.#looked && this.#ownFiles(uri)) this.#guard.run('closed report', () => this.#closedReports.changed(uri));
    else this.#closedReports.removed(uri);
    this.#statusPause.stop(uri);
    this.#settings.closed(uri);
    this.#configDiagnostics.closed(uri);
    this.#formatting.closed(uri);
    if (!this.#features.pullsDiagnostics) this.#push.closed(uri);
  }

  #serve(): void {
    const [connection, guard, checker, features] = [this.#connection, this.#guard, this.#checker, this.#features];
    connection.languages.diagnostics.on(
      guard.request('diagnostics', unchangedOrNothing, async ({ textDocument, previousResultId }, token) => {
        const checked = await checker.check(textDocument.uri, token);
        return checked ? answerTo(previousResultId, checked) : NOTHING;
      }),
    );
    const context = (): WriteContext => ({ features, folders: this.#folders, canRead: (uri) => this.#canRead(uri) });
    connection.onCodeAction(
      guard.request(
        'code actions',
        (): CodeAction[] => [],
        async (params: CodeActionParams, token) => {
          const checked = await checker.check(params.textDocument.uri, token);
          return checked ? codeActions(params, checked, this.#engine, context()) : [];
        },
      ),
    );
    serveCommands(connection, guard, {
      checker,
      allowTerm: (uri, term) => {
        this.#settings.allow(uri, term);
        this.#settingsChanged();
      },
      checkLarge: (uri) => {
        const waits = checker.demand(uri);
        if (waits) this.#showAgain([uri]);
        return waits;
      },
      write: context,
    });
    const closedReports = createWorkspaceReports(this.#runtime, checker, () => this.#folders);
    serveLanguage({ connection, guard, checker, features }, this.#documents, closedReports);
    serveReportRequests(connection, guard, checker);
    serveEdits(connection, guard, checker, features);
  }

  #followSettings(): void {
    const { configuration } = this.#features;
    const changed = (): void => this.#settingsChanged();
    this.#connection.onDidChangeConfiguration(({ settings: sent }: { settings?: { nianbao?: unknown } | null }) => {
      if (!configuration) this.#settings.replace(sent?.nianbao);
      changed();
    });
    this.#connection.onDidChangeWatchedFiles(({ changes }) => {
      if (changes.length === 0 || changes.some(({ uri }) => isConfigFile(uri))) changed();
      // Before the first report is opened nobody asks.
      for (const { uri, type } of this.#looked ? changes.filter((change) => !isConfigFile(change.uri)) : []) {
        if (type === FileChangeType.Deleted) this.#closedReports.removed(uri);
        else this.#guard.run('changed report', () => this.#closedReports.changed(uri));
      }
    });
    this.#connection.onInitialized(() => this.#guard.run('registration', () => this.#register()));
  }

  /** Asks the client to tell of what only it sees: folders that come and go, settings, configuration files. */
  async #register(): Promise<void> {
    const { client, workspace } = this.#connection;
    const { workspaceFolders, registersConfiguration, registersFileWatchers } = this.#features;
    if (workspaceFolders) {
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map((folder) => folder.uri));
        this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map((folder) => folder.uri)];
        this.#settingsChanged();
      });
    }
    if (registersConfiguration) {
      await client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' });
    }
    if (registersFileWatchers) {
      const globs = [`**/${CONFIG_NAME}`, `**/*${PACK_ENDING}`, '**/*.{txt,md,html,htm}'];
      const watchers = globs.map((globPattern) => ({ globPattern }));
      await client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
  }
}

function answerTo(previous: string | undefined, { resultId, diagnostics }: Checked): DocumentDiagnosticReport {
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** After an exception the diagnostics stay: clearing them would look as if everything were fixed. */
const unchangedOrNothing = ({ previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport =>
  previousResultId === undefined
    ? NOTHING
    : { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
