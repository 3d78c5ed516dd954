import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SERVER = join(import.meta.dirname, '..', '..', 'dist', 'server.js');
export const isBuilt = existsSync(SERVER);

export interface Measured {
  readonly heapUsed: number;
  /** Kinds of open handles, one entry each. */
  readonly resources: readonly string[];
}

interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** The built server in a process of its own, spoken to in bytes, so that a test can also say what no library would. */
export class ServerProcess {
  readonly child: ChildProcess;
  /** Every notification that came, by method. */
  readonly onNotification = new Map<string, (params: never) => void>();
  /** What the server asks of its client is answered with null unless something stands here. */
  readonly answers = new Map<string, (params: never) => unknown>();
  #ids = 0;
  #pending = new Map<number, (message: Message) => void>();
  #buffer = Buffer.alloc(0);

  /** Called for an answer that belongs to no question. */
  onStray: (message: unknown) => void = () => {};
  /** What it said on standard error. */
  complaints = '';

  constructor(env: NodeJS.ProcessEnv = process.env) {
    const flags = ['--expose-gc', '--require', join(import.meta.dirname, 'probe.cjs')];
    this.child = spawn(process.execPath, [...flags, SERVER, '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
      env,
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaints += text;
    });
    this.child.stdout?.on('data', (part: Buffer) => this.#read(part));
    this.child.stdin?.on('error', () => {}); // the server may have gone
  }

  raw(bytes: string | Uint8Array): void {
    this.child.stdin?.write(bytes);
  }

  send(message: unknown): void {
    const body = Buffer.from(JSON.stringify(message));
    this.raw(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  notify(method: string, params: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** @returns the id, for a cancellation, and the answer: a result or an error. */
  ask(method: string, params: unknown): { readonly id: number; readonly answer: Promise<Message> } {
    const id = ++this.#ids;
    const answer = new Promise<Message>((resolve) => this.#pending.set(id, resolve));
    this.send({ jsonrpc: '2.0', id, method, params });
    return { id, answer };
  }

  async initialize(capabilities: unknown, more: object = {}): Promise<void> {
    await this.ask('initialize', { processId: null, rootUri: null, capabilities, ...more }).answer;
    this.notify('initialized', {});
  }

  async measure(): Promise<Measured> {
    this.child.send('measure');
    const [measured] = await once(this.child, 'message');
    return measured;
  }

  /** @returns the exit status, null when a signal ended it. */
  async ended(): Promise<number | null> {
    const { child } = this;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  #read(part: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, part]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, end))?.[1]);
      if (this.#buffer.length < end + 4 + length) return;
      const message: Message = JSON.parse(this.#buffer.toString('utf8', end + 4, end + 4 + length));
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#take(message);
    }
  }

  #take(message: Message): void {
    const { id, method, params } = message;
    if (method === undefined) {
      const pending = typeof id === 'number' ? this.#pending.get(id) : undefined;
      if (!pending) this.onStray(message);
      else pending(message);
      if (typeof id === 'number') this.#pending.delete(id);
    } else if (id !== undefined) {
      const result = this.answers.get(method)?.(params as never) ?? null;
      this.send({ jsonrpc: '2.0', id, result });
    } else this.onNotification.get(method)?.(params as never);
  }
}
