import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Messages } from '../../server/src/lsp/node-messages.ts';

class OutOfStep extends Error {}

/** What comes of bytes that arrive in pieces of some size. */
function read(bytes: string | Buffer, size = 7): unknown[] {
  const input = new PassThrough();
  const seen: unknown[] = [];
  const messages = new Messages(input, {
    outOfStep() {
      throw new OutOfStep();
    },
    noMessage: (code) => seen.push(code),
  });
  messages.listen((message) => seen.push(message));
  const whole = Buffer.from(bytes);
  for (let at = 0; at < whole.length; at += size) input.emit('data', whole.subarray(at, at + size));
  return seen;
}

const frame = (content: string): string => `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
const HELLO = { jsonrpc: '2.0', method: '年报' };

describe('the stream of messages', () => {
  it.each([1, 7, 1000])('is taken apart wherever it is cut (pieces of %i bytes)', (size) => {
    const type = 'application/vscode-jsonrpc; charset=utf-8';
    const other = `content-length:2\r\nContent-Type: ${type}\r\n\r\n{}`;
    expect(read(frame(JSON.stringify(HELLO)) + other + frame('{}'), size)).toEqual([HELLO, {}, {}]);
  });

  it('goes on after what is no JSON (−32700) and after what is no message (−32600)', () => {
    const wrong = ['{', '', ' ', '\ufeff{}', '[]', 'null', '7', '"x"'].map(frame).join('');
    expect(read(wrong + frame('{}'))).toEqual([-32700, -32700, -32700, -32700, -32600, -32600, -32600, -32600, {}]);
  });

  it.each([
    'Content-Length: x\r\n\r\n',
    'Content-Length: -5\r\n\r\n',
    'Content-Length: 12abc\r\n\r\n',
    'Content-Length: 1e3\r\n\r\n',
    'Content-Length: 99999999999\r\n\r\n',
    'Content-Length:\r\n\r\n',
    'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    'Content-Type: text\r\n\r\n{}',
    'Content-Length 2\r\n\r\n{}',
    'hello\nContent-Length: 2\r\n\r\n{}',
    '\r\n\r\n',
    'x'.repeat(10_000),
    `Content-Length: ${'0'.repeat(10_000)}`,
    frame('{}').replace('2', '1'), // the byte that is left stands before the next header
  ])('is out of step after %j, and that is told', (header) => {
    expect(() => read(`${frame('{}')}${header}${frame('{}')}`)).toThrow(OutOfStep);
  });
});
