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

export interface FrameEvents {
  readonly content: (text: string) => void;
  /** Nobody can say where the next message begins. */
  readonly outOfStep: () => never;
}

/** Takes contents out of bytes, in whatever pieces they come. */
export class Frames {
  readonly #events: FrameEvents;
  #chunks: Buffer[] = [];
  #length = 0;
  /** Of the content that is awaited, in bytes; undefined while a header is. */
  #content: number | undefined;

  constructor(events: FrameEvents) {
    this.#events = events;
  }

  /** How many more bytes a header has promised. */
  get awaited(): number {
    return this.#content === undefined ? 0 : this.#content - this.#length;
  }

  take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#content === undefined ? this.#length > 0 : this.#length >= this.#content) {
      const bytes = Buffer.concat(this.#chunks);
      const rest = this.#content === undefined ? this.#header(bytes) : this.#text(bytes, this.#content);
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
    if (length === undefined) this.#events.outOfStep();
    this.#content = length;
    return bytes.subarray(end + 4);
  }

  #text(bytes: Buffer, length: number): Buffer {
    this.#content = undefined;
    this.#events.content(bytes.toString('utf8', 0, length));
    return bytes.subarray(length);
  }
}
