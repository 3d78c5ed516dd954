import { type Readable, Writable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  ErrorCodes,
  type Message,
  type MessageReader,
} from 'vscode-languageserver/node';
import { Frames } from './node-frames.ts';

/** The library looks at the rest. */
const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Faults {
  /** The stream is out of step: nobody can say where the next message begins. */
  readonly outOfStep: () => never;
  /** A complete frame whose content is no message. */
  readonly noMessage: (code: number, message: string) => void;
}

/**
 * Takes the messages out of a stream. The library's own reader goes on after a header that it cannot read, and is deaf
 * from then on: a server that lives and does not answer is one that nobody starts again.
 */
export class Messages extends AbstractMessageReader implements MessageReader {
  readonly #input: Readable;
  readonly #faults: Faults;

  constructor(input: Readable, faults: Faults) {
    super();
    this.#input = input;
    this.#faults = faults;
  }

  listen(callback: DataCallback): Disposable {
    const { outOfStep } = this.#faults;
    const frames = new Frames({ content: (text) => this.#deliver(text, callback), outOfStep });
    const take = (chunk: Buffer): void => frames.take(chunk);
    this.#input.on('data', take);
    this.#input.once('error', (error) => this.fireError(error));
    for (const end of ['end', 'close']) this.#input.once(end, () => this.fireClose());
    return { dispose: () => this.#input.off('data', take) };
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
