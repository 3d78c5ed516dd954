import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EditedDocument, type Range } from '../documents.ts';
import type { ProcessFigures } from '../processes.ts';
import { clientCapabilities } from './capabilities.ts';
import { Connection, type PendingAnswer, ServerError } from './connection.ts';
import { type ServerSpec, uriIn } from './servers.ts';

export interface Diagnostic {
  readonly range: Range;
  readonly message: string;
}

/** What the server sent about one document, pushed or pulled. */
export interface Delivery {
  readonly uri: string;
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly at: number;
}

interface PulledReport {
  readonly items?: Diagnostic[];
}

export interface Capabilities {
  readonly textDocumentSync?: number | { readonly change?: number };
  readonly diagnosticProvider?: unknown;
  readonly codeActionProvider?: unknown;
  readonly hoverProvider?: unknown;
  readonly completionProvider?: unknown;
}

const INCREMENTAL = 2;
const SERVER_CANCELLED = -32802;
/** An unversioned server that owes more messages is waited for so long after each. */
const GRACE_MS = 400;

let documents = 0;

/** An editor with one server: opens and edits documents and knows when the findings for a version have come. */
export class Session {
  readonly server: ServerSpec;
  capabilities: Capabilities = {};
  initializeMs = Number.NaN;
  timeout = 20_000;
  /** Heard of every delivery, in order. */
  onDelivery: (delivery: Delivery) => void = () => undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  private readonly connection: Connection;
  private readonly open = new Map<string, EditedDocument>();
  private readonly last = new Map<string, readonly Diagnostic[]>();
  private readonly listeners = new Set<(delivery: Delivery | undefined) => void>();

  private constructor(server: ServerSpec) {
    this.server = server;
    this.connection = new Connection(server.command, this.folder, server.env ?? {});
    this.connection.onRequest = (method, params) => this.answer(method, params);
    this.connection.onNotification = (method, params, at) => {
      if (method !== 'textDocument/publishDiagnostics') return;
      const { uri, version, diagnostics } = params as { uri: string; version?: number; diagnostics: Diagnostic[] };
      this.deliver({ uri: decodeURIComponent(uri), version, diagnostics, at });
    };
    this.connection.onEnded = () => {
      for (const listener of [...this.listeners]) listener(undefined);
    };
  }

  /** @throws Error when the server cannot be started. */
  static async start(server: ServerSpec): Promise<Session> {
    const session = new Session(server);
    try {
      await session.initialize();
      return session;
    } catch (error) {
      await session.stop();
      throw error;
    }
  }

  get startedAt(): number {
    return this.connection.startedAt;
  }

  get figures(): ProcessFigures {
    return this.connection.figures;
  }

  get openUris(): string[] {
    return [...this.open.keys()];
  }

  textOf(uri: string): string | undefined {
    return this.open.get(decodeURIComponent(uri))?.text;
  }

  diagnosticsOf({ uri }: EditedDocument): readonly Diagnostic[] {
    return this.last.get(uri) ?? [];
  }

  newDocument(text: string): EditedDocument {
    const { extension, languageId } = this.server;
    const uri = uriIn(this.folder, `document${++documents}${extension}`);
    writeFileSync(new URL(uri), text);
    return new EditedDocument(uri, languageId, text);
  }

  /** Milliseconds until the findings are there. */
  openDocument(document: EditedDocument): Promise<number> {
    const { uri, languageId, version, text } = document;
    this.open.set(uri, document);
    const textDocument = { uri, languageId, version, text };
    return this.timed(document, () => this.connection.notify('textDocument/didOpen', { textDocument }));
  }

  /** Milliseconds until the findings of the text after the edit are there. */
  edit(document: EditedDocument): Promise<number> {
    return this.timed(document, () => this.sendEdit(document));
  }

  sendEdit(document: EditedDocument): void {
    const change = document.edit();
    const textDocument = { uri: document.uri, version: document.version };
    const contentChanges = [this.syncKind === INCREMENTAL ? change : { text: document.text }];
    this.connection.notify('textDocument/didChange', { textDocument, contentChanges });
  }

  close({ uri }: EditedDocument): void {
    this.open.delete(uri);
    this.connection.notify('textDocument/didClose', { textDocument: { uri } });
  }

  async ask(method: string, params: object): Promise<{ ms: number; result: unknown }> {
    const sent = performance.now();
    const { result, at } = await this.connection.request<unknown>(method, params, this.timeout).answer;
    return { ms: at - sent, result };
  }

  pull(document: EditedDocument): PendingAnswer<PulledReport> {
    const { uri, version } = document;
    const textDocument = { uri };
    const { id, answer } = this.connection.request<PulledReport>(
      'textDocument/diagnostic',
      { textDocument },
      this.timeout,
    );
    const delivered = answer.then((got) => {
      if (got.result.items) this.deliver({ uri, version, diagnostics: got.result.items, at: got.at });
      return got;
    });
    delivered.catch(() => undefined);
    return { id, answer: delivered };
  }

  cancel(id: number): void {
    this.connection.notify('$/cancelRequest', { id });
  }

  /** When the findings of the document's present version come; for a server that says no version, the last message. */
  waitForPush(document: EditedDocument): Promise<number> {
    return new Promise((resolve, reject) => {
      const wanted = document.version;
      let owed = this.server.messagesPerEdit ?? 1;
      let grace: NodeJS.Timeout | undefined;
      const finish = (act: () => void): void => {
        clearTimeout(limit);
        clearTimeout(grace);
        this.listeners.delete(listen);
        act();
      };
      const listen = (delivery: Delivery | undefined): void => {
        if (!delivery) {
          finish(() => reject(new Error(this.connection.ended)));
        } else if (delivery.uri === document.uri) {
          const isDone = delivery.version === undefined ? --owed <= 0 : delivery.version >= wanted;
          const accept = () => finish(() => resolve(delivery.at));
          clearTimeout(grace);
          if (isDone) accept();
          else if (delivery.version === undefined) grace = setTimeout(accept, GRACE_MS);
        }
      };
      const limit = setTimeout(() => finish(() => reject(new Error('no findings came'))), this.timeout);
      this.listeners.add(listen);
      if (this.connection.ended !== undefined) listen(undefined);
    });
  }

  async stop(): Promise<void> {
    await this.connection.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get syncKind(): number {
    const sync = this.capabilities.textDocumentSync;
    return typeof sync === 'number' ? sync : (sync?.change ?? 0);
  }

  private async initialize(): Promise<void> {
    const uri = pathToFileURL(this.folder).href;
    const params = {
      processId: process.pid,
      locale: 'zh-cn',
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: clientCapabilities(this.server.model === 'pull'),
    };
    const { result, at } = await this.connection.request<{ capabilities: Capabilities }>('initialize', params, 30_000)
      .answer;
    this.initializeMs = at - this.startedAt;
    this.capabilities = result.capabilities;
    this.connection.notify('initialized', {});
    const { settings } = this.server;
    if (settings) this.connection.notify('workspace/didChangeConfiguration', { settings });
  }

  private answer(method: string, params: unknown): unknown {
    const own = this.server.handlers?.[method];
    if (own) return own(params, this);
    if (method !== 'workspace/configuration') return null;
    const settings = this.server.settings as Record<string, unknown> | undefined;
    return (params as { items: { section?: string }[] }).items.map(({ section }) => settings?.[section ?? ''] ?? null);
  }

  private deliver(delivery: Delivery): void {
    this.last.set(delivery.uri, delivery.diagnostics);
    this.onDelivery(delivery);
    for (const listener of [...this.listeners]) listener(delivery);
  }

  private async timed(document: EditedDocument, act: () => void): Promise<number> {
    if (this.server.model === 'push') {
      const arrival = this.waitForPush(document);
      const sent = performance.now();
      act();
      return (await arrival) - sent;
    }
    const sent = performance.now();
    act();
    for (let tries = 0; ; tries++) {
      try {
        return (await this.pull(document).answer).at - sent;
      } catch (error) {
        // The server could not finish because the text changed under it, and asks to be asked again.
        if (!(error instanceof ServerError && error.code === SERVER_CANCELLED && tries < 50)) throw error;
      }
    }
  }
}
