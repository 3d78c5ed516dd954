import { type Readable, Writable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  ErrorCodes,
  type Message,
  type MessageReader,
} from 'vscode-languageserver/node';

/** Two short lines are what clients send. */
const LONGEST_HEADER = 4096;

const HEADER_LINE = /^([!-9;-~]+): *([^\r\n]*)$/;

/** @returns the length that a header tells, in bytes; undefined when it is no header, or tells none. */
function lengthIn(header: string): number | undefined {
  const fields = header.split('\r\n').map((line) => HEADER_LINE.exec(line));
  if (fields.includes(null)) return undefined;
  const lengths = fields.filter((field) => field?.[1]?.toLowerCase() === 'content-length');
  // No text that a program can hold has more digits.
  return lengths.length === 1 && /^\d{1,9}$/.test(lengths[0]?.[2] ?? '') ? Number(lengths[0]?.[2]) : undefined;
}

/** The library looks at the rest. */
const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Faults {
  /** The stream is out of step: nobody can say where the next message begins. */
  readonly outOfStep: () => never;
  /** What came in step is no message. */
  readonly noMessage: (code: number, message: string) => void;
}

/**
 * Takes the messages out of a stream. The library's own reader goes on after a header that it cannot read, and is deaf
 * from then on: a server that lives and does not answer is one that nobody starts again.
 */
export class Messages extends AbstractMessageReader implements MessageReader {
  readonly #input: Readable;
  readonly #faults: Faults;
  #chunks: Buffer[] = [];
  #length = 0;
  /** Of the content that is awaited; undefined while a header is. */
  #content: number | undefined;

  constructor(input: Readable, faults: Faults) {
    super();
    this.#input = input;
    this.#faults = faults;
  }

  listen(callback: DataCallback): Disposable {
    const take = (chunk: Buffer): void => this.#take(chunk, callback);
    this.#input.on('data', take);
    this.#input.once('error', (error) => this.fireError(error));
    for (const end of ['end', 'close']) this.#input.once(end, () => this.fireClose());
    return { dispose: () => this.#input.off('data', take) };
  }

  #take(chunk: Buffer, callback: DataCallback): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#content === undefined ? this.#length > 0 : this.#length >= this.#content) {
      const bytes = Buffer.concat(this.#chunks);
      const rest = this.#content === undefined ? this.#header(bytes) : this.#message(bytes, this.#content, callback);
      this.#chunks = [rest ?? bytes];
      this.#length = (rest ?? bytes).length;
      if (!rest) return;
    }
  }

  /** @returns what follows the header; undefined when that is not complete. */
  #header(bytes: Buffer): Buffer | undefined {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0 && bytes.length <= LONGEST_HEADER) return undefined;
    const length = end < 0 ? undefined : lengthIn(bytes.toString('latin1', 0, end));
    if (length === undefined) this.#faults.outOfStep();
    this.#content = length;
    return bytes.subarray(end + 4);
  }

  #message(bytes: Buffer, length: number, callback: DataCallback): Buffer {
    this.#content = undefined;
    this.#deliver(bytes.toString('utf8', 0, length), callback);
    return bytes.subarray(length);
  }

  #deliver(content: string, callback: DataCallback): void {
    let message: unknown;
    try {
      message = JSON.parse(content);
    } catch {
      this.#faults.noMessage(ErrorCodes.ParseError, 'not JSON');
      return;
    }
    try {
      if (!isMessage(message)) throw new TypeError();
      callback(message);
    } catch {
      this.#faults.noMessage(ErrorCodes.InvalidRequest, 'not a message');
    }
  }
}

/**
 * Passes each message on in one piece. The library writes the header and the content one after the other, and each
 * write is a call of the system and wakes up the client.
 */
export class WholeMessages extends Writable {
  readonly #to: Writable;
  #header = '';

  constructor(to: Writable) {
    super({ decodeStrings: false });
    this.#to = to;
  }

  override _write(part: string | Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (typeof part === 'string') {
      this.#header += part;
      done();
      return;
    }
    this.#to.cork();
    this.#to.write(this.#header, 'latin1');
    this.#to.write(part, done);
    this.#to.uncork();
    this.#header = '';
  }
}
