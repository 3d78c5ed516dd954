import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  type CodeAction,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigRefusal } from '../../server/src/config/config.ts';
import { STATUS, type StatusParams } from '../../server/src/lsp/protocol.ts';
import type { Engine, Runtime } from '../../server/src/lsp/runtime.ts';
import { startServer } from '../../server/src/lsp/server.ts';

export interface Setup {
  readonly capabilities?: InitializeParams['capabilities'];
  readonly initialize?: Partial<InitializeParams>;
  readonly engine?: Engine;
  /** URI → text: the server's file system. */
  readonly files?: Map<string, string>;
  /** URI → why a configuration file that is there is not read. */
  readonly refusals?: ReadonlyMap<string, ConfigRefusal>;
  /** What the client answers to `workspace/configuration`. */
  readonly configuration?: () => unknown;
}

export const PULL = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

const runtimeOf = (files: ReadonlyMap<string, string>, { engine, refusals }: Setup): Runtime => ({
  fileSchemes: ['file'],
  readFile: async (uri) => files.get(uri),
  async readConfig(uri) {
    const refusal = refusals?.get(uri);
    return refusal ? { refusal } : files.get(uri);
  },
  async readPack(uri) {
    const refusal = refusals?.get(uri);
    return refusal ? { refusal } : files.get(uri);
  },
  listFiles: async (folder) =>
    [...files].flatMap(([uri, text]) => (uri.startsWith(`${folder}/`) ? [{ uri, stamp: text }] : [])),
  timer: {
    setImmediate(callback) {
      const handle = setImmediate(callback);
      return { dispose: () => clearImmediate(handle) };
    },
    setTimeout(callback, milliseconds) {
      const handle = setTimeout(callback, milliseconds);
      return { dispose: () => clearTimeout(handle) };
    },
  },
  ...(engine && { engine }),
});

/** Answers whatever comes in, and lets a test wait for the next one. */
export class Inbox<T> {
  readonly all: T[] = [];
  #waiting: ((message: T) => void)[] = [];

  put(message: T): void {
    this.all.push(message);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(message);
  }

  next(): Promise<T> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async first(): Promise<T> {
    return this.all[0] ?? this.next();
  }
}

/** An editor without a window: what a client sends and keeps, over the real protocol. */
export class Editor {
  readonly published = new Inbox<PublishDiagnosticsParams>();
  readonly statuses = new Inbox<StatusParams>();
  readonly refreshes = new Inbox<null>();
  readonly logged: string[] = [];
  readonly registered: string[] = [];
  #versions = new Map<string, number>();

  readonly client: ProtocolConnection;
  readonly welcome: InitializeResult;

  constructor(client: ProtocolConnection, welcome: InitializeResult) {
    this.client = client;
    this.welcome = welcome;
  }

  open(uri: string, text: string, languageId = 'plaintext', version = 1): Promise<void> {
    this.#versions.set(uri, version);
    return this.client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, text: string, range?: Range): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const contentChanges = [range ? { range, text } : { text }];
    return this.client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) };
    return this.client.sendRequest('textDocument/diagnostic', params);
  }

  async items(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  actions(uri: string, range: Range, only?: string[], diagnostics: readonly Diagnostic[] = []): Promise<CodeAction[]> {
    const context = { diagnostics, ...(only && { only }) };
    return this.client.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
  }
}

/** A client and a server, joined by two in-memory pipes; nothing has been said yet. */
export function connected(setup: Setup): ProtocolConnection {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(server, runtimeOf(setup.files ?? new Map(), setup));
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  onTestFinished(() => {
    client.dispose();
    server.dispose();
  });
  client.listen();
  return client;
}

/** A real client and a real server: no process, no mocks. */
export async function startEditor(setup: Setup = {}): Promise<Editor> {
  const client = connected(setup);
  const inboxes: { editor?: Editor } = {};
  client.onNotification(PublishDiagnosticsNotification.type, (params) => inboxes.editor?.published.put(params));
  client.onNotification(STATUS, (params: StatusParams) => inboxes.editor?.statuses.put(params));
  client.onNotification(LogMessageNotification.type, ({ message }) => {
    inboxes.editor?.logged.push(message);
  });
  client.onRequest(RegistrationRequest.type, ({ registrations }) => {
    inboxes.editor?.registered.push(...registrations.map(({ method }) => method));
  });
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => setup.configuration?.() ?? null),
  );
  client.onRequest('workspace/diagnostic/refresh', () => {
    inboxes.editor?.refreshes.put(null);
    return null;
  });
  const params = { processId: null, rootUri: null, capabilities: setup.capabilities ?? PULL, ...setup.initialize };
  const editor = new Editor(client, await client.sendRequest<InitializeResult>('initialize', params));
  inboxes.editor = editor;
  await client.sendNotification('initialized', {});
  return editor;
}

export const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 999_999, character: 0 } };

/** What a document's text becomes when an edit is applied as a client applies it. */
export function applied(text: string, edit: WorkspaceEdit | undefined): string {
  const document = TextDocument.create('file:///applied.txt', 'plaintext', 0, text);
  return TextDocument.applyEdits(document, textEdits(edit).flatMap((change) => change.edits) as never);
}

export const textEdits = (edit: WorkspaceEdit | undefined): TextDocumentEdit[] =>
  (edit?.documentChanges ?? []).filter((change): change is TextDocumentEdit => 'edits' in change);
