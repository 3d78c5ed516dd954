import { type ChildProcess, spawn } from 'node:child_process';
import { figuresOf, type ProcessFigures } from '../processes.ts';

export interface Answer<T> {
  readonly result: T;
  /** When its last byte came, before it was parsed. */
  readonly at: number;
}

export interface PendingAnswer<T> {
  readonly id: number;
  readonly answer: Promise<Answer<T>>;
}

export class ServerError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Waiting {
  resolve(result: unknown, at: number): void;
  reject(error: Error): void;
}

const running = new Set<Connection>();
process.on('exit', () => {
  for (const connection of running) connection.kill();
});

const HEADER_END = '\r\n\r\n';

/** A language server as a child process, spoken to over its standard input and output. */
export class Connection {
  readonly startedAt: number;
  /** Why nothing can be asked any more. */
  ended: string | undefined;
  onNotification: (method: string, params: unknown, at: number) => void = () => undefined;
  onRequest: (method: string, params: unknown) => unknown = () => null;
  onEnded: () => void = () => undefined;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private chunks: Buffer[] = [];
  private received = 0;
  private needed = -1;
  private errors = '';

  constructor(command: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
    const [program = '', ...rest] = command;
    this.startedAt = performance.now();
    this.child = spawn(program, rest, { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
    this.child.stdout?.on('data', (data: Buffer) => this.read(data));
    running.add(this);
    this.child.stdin?.on('error', () => undefined); // its end is told by `exit`
    this.child.stderr?.on('data', (data: Buffer) => {
      if (this.errors.length < 2_000) this.errors += data.toString();
    });
    this.child.on('error', (error) => this.end(error.message));
    this.child.on('exit', (code, signal) => this.end(`the server ended (${signal ?? code}) ${this.errors}`.trim()));
  }

  get figures(): ProcessFigures {
    return figuresOf(this.child.pid);
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  request<T>(method: string, params: unknown, timeout: number): PendingAnswer<T> {
    const id = ++this.lastId;
    const answer = new Promise<Answer<T>>((resolve, reject) => {
      const stop = setTimeout(() => this.settle(id)?.reject(new Error(`no answer to ${method}`)), timeout);
      const done = () => clearTimeout(stop);
      this.waiting.set(id, {
        resolve(result, at) {
          done();
          resolve({ result: result as T, at });
        },
        reject(error) {
          done();
          reject(error);
        },
      });
      if (this.ended !== undefined) this.settle(id)?.reject(new Error(this.ended));
    });
    answer.catch(() => undefined); // a cancelled request that nobody waits for is no fault
    this.send({ id, method, params });
    return { id, answer };
  }

  async stop(): Promise<void> {
    if (this.ended === undefined) {
      await this.request('shutdown', undefined, 1_000).answer.catch(() => undefined);
      this.notify('exit', undefined);
      for (let i = 0; i < 30 && this.ended === undefined; i++) await new Promise((done) => setTimeout(done, 10));
    }
    this.kill();
  }

  kill(): void {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }

  private settle(id: number): Waiting | undefined {
    const found = this.waiting.get(id);
    this.waiting.delete(id);
    return found;
  }

  private end(why: string): void {
    if (this.ended !== undefined) return;
    this.ended = why;
    running.delete(this);
    for (const id of [...this.waiting.keys()]) this.settle(id)?.reject(new Error(why));
    this.onEnded();
  }

  private send(message: Message): void {
    if (this.ended !== undefined) return;
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}${HEADER_END}${text}`);
  }

  /** Puts a message together without copying its bytes more than once. */
  private read(data: Buffer): void {
    this.chunks.push(data);
    this.received += data.length;
    for (;;) {
      if (this.needed < 0 && !this.readHeader()) return;
      if (this.received < this.needed) return;
      const at = performance.now();
      const all = this.joined();
      const body = all.subarray(0, this.needed);
      this.keep(all.subarray(this.needed));
      this.needed = -1;
      this.take(JSON.parse(body.toString()) as Message, at);
    }
  }

  private readHeader(): boolean {
    const all = this.joined();
    const end = all.indexOf(HEADER_END);
    if (end < 0) return false;
    this.needed = Number(/content-length:\s*(\d+)/i.exec(all.toString('latin1', 0, end))?.[1] ?? 0);
    this.keep(all.subarray(end + HEADER_END.length));
    return true;
  }

  private joined(): Buffer {
    const [first] = this.chunks;
    if (this.chunks.length === 1 && first) return first;
    const all = Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }

  private keep(rest: Buffer): void {
    this.chunks = rest.length > 0 ? [rest] : [];
    this.received = rest.length;
  }

  private take({ id, method, params, result, error }: Message, at: number): void {
    if (method === undefined) {
      const waiting = this.settle(id ?? -1);
      if (error) waiting?.reject(new ServerError(error.code, error.message));
      else waiting?.resolve(result, at);
    } else if (id === undefined) {
      this.onNotification(method, params, at);
    } else {
      void this.answer(id, method, params);
    }
  }

  private async answer(id: number, method: string, params: unknown): Promise<void> {
    try {
      this.send({ id, result: (await this.onRequest(method, params)) ?? null });
    } catch (error) {
      this.send({ id, error: { code: -32603, message: String(error) } });
    }
  }
}
