import { ServerProcess } from '../soak/server-process.ts';
import { mutated } from './mutate.ts';
import { type Random, randomFrom } from './random.ts';

export interface HeadersResult {
  readonly faults: number;
  /** How often the server ended, with a message and a status. */
  readonly ends: number;
  /** How often it went on and answered what was asked next. */
  readonly answers: number;
}

const QUESTION = JSON.stringify({ jsonrpc: '2.0', id: 'fuzz', method: 'no/such', params: {} });
const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const NAMES = ['Content-Length', 'content-length', 'Content-Type', 'X', 'Content Length', '', 'Content-Length\u0000'];
const VALUES = [
  '0',
  '1',
  '2',
  '77',
  '-1',
  '1.5',
  '1e2',
  '0x10',
  ' 3',
  '３',
  '',
  'NaN',
  '99999999',
  '9999999999',
  'utf-8',
];
const ENDS = ['\r\n', '\n', '\r', '\r\n\r\n', '\n\n', ''];

/** Bytes that are no message, or one with something wrong around it. */
function fault(random: Random): string {
  switch (random.below(4)) {
    case 0:
      return mutated(framed(QUESTION), random, framed('{}'));
    case 1: {
      const line = (): string => `${random.pick(NAMES)}${random.pick([':', ': ', ''])}${random.pick(VALUES)}`;
      return Array.from({ length: 1 + random.below(3) }, () => line() + random.pick(ENDS)).join('') + random.pick(ENDS);
    }
    case 2:
      return framed(mutated(QUESTION, random, '[]'));
    default:
      return framed(QUESTION).slice(random.below(30));
  }
}

/** Enough to fill up whatever content a header may have promised, and then a question. */
const PADDING = `${' '.repeat(4096)}\r\n\r\n`;
const PATIENCE = 30_000; // milliseconds

/**
 * Wrong bytes for some seconds. After each the server is asked something: it answers, or it has ended with a message,
 * so that whoever started it starts it again.
 * @throws when it is alive and does not answer.
 */
export async function fuzzHeaders(seconds: number, seed: number): Promise<HeadersResult> {
  const random = randomFrom(seed);
  const end = performance.now() + seconds * 1000;
  const result = { faults: 0, ends: 0, answers: 0 };
  while (performance.now() < end) {
    const server = new ServerProcess();
    try {
      await server.initialize({});
      while (performance.now() < end) {
        const bytes = fault(random);
        result.faults++;
        server.raw(bytes);
        const answered = server.ask('no/such', {}).answer.then(() => 'answered' as const);
        const ended = server.ended();
        let outcome = await first(answered, ended, 50);
        // It may still wait for the content that a header has promised: that is in step, and comes to an end.
        for (let more = 0; outcome === 'waits' && more < 40; more++) {
          server.raw(PADDING);
          outcome = await first(answered, ended, more < 20 ? 50 : PATIENCE / 20);
        }
        if (outcome === 'waits') {
          if (promised(bytes)) break;
          throw new Error(`alive and deaf after ${JSON.stringify(bytes)}`);
        }
        if (outcome === 'answered') result.answers++;
        else {
          if (outcome !== 1 || !/malformed header/.test(server.complaints)) {
            throw new Error(`ended with ${outcome} after ${JSON.stringify(bytes)}: ${server.complaints}`);
          }
          result.ends++;
          break;
        }
      }
    } finally {
      server.kill();
    }
  }
  return result;
}

/** A header, right in itself, that promises more than anybody sends here. */
const promised = (bytes: string): boolean => /content-length: *\d{6,9}\r\n/i.test(bytes);

function first<A, B>(one: Promise<A>, other: Promise<B>, milliseconds: number): Promise<A | B | 'waits'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'waits'>((resolve) => {
    timer = setTimeout(() => resolve('waits'), milliseconds);
  });
  return Promise.race([one, other, late]).finally(() => clearTimeout(timer));
}
