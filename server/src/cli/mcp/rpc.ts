/** JSON-RPC 2.0 over lines, as the Model Context Protocol has it on standard input and output. */

/** In bytes: a report has some ten thousand characters, and JSON may write each with six. */
export const LARGEST_MESSAGE = 8 * 1024 * 1024;

export const INVALID_PARAMS = -32602;
const [PARSE_ERROR, INVALID_REQUEST, NO_METHOD, INTERNAL] = [-32700, -32600, -32601, -32603];

/** Said to the other side as it is. */
export class RpcError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export type Params = Readonly<Record<string, unknown>>;
export type Methods = Readonly<Record<string, (params: Params) => unknown>>;

/** The lines of a stream. One that is too long is told by its absence and never kept. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string | undefined> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const take = (): string | undefined => {
    const line = length > LARGEST_MESSAGE ? undefined : Buffer.concat(pieces).toString('utf8');
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      length += end - start;
      pieces.push(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    length += chunk.length - start;
    if (length <= LARGEST_MESSAGE) pieces.push(chunk.subarray(start));
    else pieces = [];
  }
  if (length > 0) yield take();
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns the answer to one line; undefined where none is due: to a notification, an answer, an empty line. */
export async function answerTo(line: string | undefined, methods: Methods): Promise<object | undefined> {
  const failed = (id: unknown, code: number, message: string): object => ({
    jsonrpc: '2.0',
    id: typeof id === 'string' || typeof id === 'number' ? id : null,
    error: { code, message },
  });
  if (line === undefined) return failed(null, INVALID_REQUEST, `message larger than ${LARGEST_MESSAGE} bytes`);
  if (line.trim() === '') return undefined;
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return failed(null, PARSE_ERROR, 'not JSON');
  }
  if (!isObject(message) || typeof message.method !== 'string') {
    const isAnswer = isObject(message) && ('result' in message || 'error' in message);
    return isAnswer ? undefined : failed(null, INVALID_REQUEST, 'not a request');
  }
  const { id, method, params } = message;
  if (id === undefined) return undefined;
  const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!handler) return failed(id, NO_METHOD, `no method ${method.slice(0, 100)}`);
  try {
    return { jsonrpc: '2.0', id, result: await handler(isObject(params) ? params : {}) };
  } catch (error) {
    if (error instanceof RpcError) return failed(id, error.code, error.message);
    // What went wrong inside may hold a piece of a draft.
    return failed(id, INTERNAL, 'internal error');
  }
}
