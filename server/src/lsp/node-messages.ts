import { Writable } from 'node:stream';

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
