import { lint } from '../../server/src/index.ts';
import { ServerProcess } from '../soak/server-process.ts';
import { draft } from '../support/draft.ts';
import { mutated } from './mutate.ts';
import { type Random, randomFrom } from './random.ts';

const URI = 'untitled:Draft-1';
const REQUESTS = [
  'textDocument/hover',
  'textDocument/codeAction',
  'textDocument/completion',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/rename',
  'textDocument/formatting',
  'textDocument/semanticTokens/full',
  'textDocument/inlayHint',
  'textDocument/codeLens',
  'textDocument/selectionRange',
  'textDocument/documentHighlight',
  'textDocument/documentLink',
  'textDocument/diagnostic',
  'workspace/executeCommand',
  'codeAction/resolve',
  'nianbao/noSuchRequest',
];

/** Numbers that no position has, among some that are right. */
const NUMBERS = [0, 1, 7, -1, 1.5, 1e9, 4_294_967_296, Number.MAX_SAFE_INTEGER, null, '3', [], {}];

const positionOf = (random: Random): unknown => ({ line: random.pick(NUMBERS), character: random.pick(NUMBERS) });
const rangeOf = (random: Random): unknown => ({ start: positionOf(random), end: positionOf(random) });
const uriOf = (random: Random): unknown =>
  random.pick([URI, URI, URI, 'untitled:Nowhere', 'file:///no/such/file.txt', 'x', '', '%', 'file://%zz', 7, null]);

const paramsOf = (random: Random): unknown =>
  random.pick<unknown>([
    null,
    [],
    7,
    'text',
    { textDocument: null },
    { textDocument: { uri: uriOf(random) } },
    { textDocument: { uri: uriOf(random) }, position: positionOf(random) },
    {
      textDocument: { uri: uriOf(random) },
      position: positionOf(random),
      positions: [positionOf(random)],
      range: rangeOf(random),
      context: { diagnostics: [{ range: rangeOf(random), message: 'x', data: { fixes: 3 } }], only: [7] },
      newName: random.pick(['', '青禾县', 7]),
      options: {},
    },
    {
      command: random.pick(['nianbao.fixTable', 'nianbao.ignore', 'nianbao.allowTerm', '']),
      arguments: [uriOf(random), 7],
    },
    { title: 'x', kind: 'quickfix', data: { uri: uriOf(random), index: random.pick(NUMBERS) } },
  ]);

/** Frames whose body is no message: bad JSON, other JSON, a byte order mark, nothing. The header is right. */
const BODIES = [
  '{',
  '[]',
  'null',
  '7',
  '"x"',
  '{}',
  '{"jsonrpc":"1.0"}',
  '[{"jsonrpc":"2.0"}]',
  '\ufeff{}',
  '{"id":{}}',
  ' ',
];

function frame(body: string): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

type Act = (server: ServerProcess, random: Random) => void;

const ACTS: readonly Act[] = [
  function malformed(server, random) {
    server.raw(frame(random.pick(BODIES)));
  },
  function oddRequest(server, random) {
    const { answer } = server.ask(random.pick(REQUESTS), paramsOf(random));
    void answer;
  },
  function oddNotification(server, random) {
    const method = random.pick(['textDocument/didClose', 'workspace/didChangeConfiguration', '$/setTrace', '$/noSuch']);
    server.notify(
      method,
      method === 'textDocument/didClose' ? { textDocument: { uri: 'untitled:Nowhere' } } : paramsOf(random),
    );
  },
  function editOfUnknown(server, random) {
    const textDocument = { uri: random.pick(['untitled:Nowhere', 'file:///x.txt', '']), version: random.pick(NUMBERS) };
    server.notify('textDocument/didChange', { textDocument, contentChanges: [{ range: rangeOf(random), text: 'x' }] });
  },
  function cancelStorm(server, random) {
    const params = { textDocument: { uri: URI }, position: { line: 0, character: 0 } };
    const ids = Array.from({ length: 30 }, () => server.ask(random.pick(REQUESTS), params).id);
    for (const id of ids) server.notify('$/cancelRequest', { id });
    server.notify('$/cancelRequest', { id: random.pick([999_999, -1, 'x', null]) });
  },
  function twice(server) {
    void server.ask('initialize', { processId: null, rootUri: null, capabilities: {} }).answer;
    server.notify('initialized', {});
  },
  function watched(server, random) {
    server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(random), type: random.pick(NUMBERS) }] });
  },
];

export interface ProtocolResult {
  readonly messages: number;
  /** How often the server was asked for the findings of a sound draft, and gave the right ones. */
  readonly answers: number;
}

/**
 * Bad manners of a client for some seconds. Between them the server is told a whole draft and asked for its findings:
 * it must still be there and right.
 */
export async function fuzzProtocol(seconds: number, seed: number): Promise<ProtocolResult> {
  const random = randomFrom(seed);
  const server = new ServerProcess();
  let messages = 0;
  let answers = 0;
  try {
    const gone = server.ended().then((status) => {
      throw new Error(`the server ended with ${status} after ${messages} messages`);
    });
    gone.catch(() => {});
    await server.initialize({ textDocument: { diagnostic: {} } });
    const { text: original } = draft({ seed });
    let version = 1;
    server.notify('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'plaintext', version, text: original },
    });
    // Seen once as a report, it stays one, whatever the changes leave of it.
    await server.ask('textDocument/diagnostic', { textDocument: { uri: URI } }).answer;
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {
      for (let count = 0; count < 40; count++, messages++) random.pick(ACTS)(server, random);
      // What came before may have been an edit at a place that does not exist: the whole text puts both sides level.
      const text = mutated(original, random, original);
      server.notify('textDocument/didChange', {
        textDocument: { uri: URI, version: ++version },
        contentChanges: [{ text }],
      });
      server.notify('workspace/didChangeConfiguration', { settings: { nianbao: {} } });
      const { result, error } = await within(
        server.ask('textDocument/diagnostic', { textDocument: { uri: URI } }).answer,
        gone,
        `no answer after ${messages} messages`,
      );
      if (error) throw new Error(`an error instead of findings: ${JSON.stringify(error)}`);
      const got: unknown[] = Object(result).items.map(({ code }: { code: unknown }) => code);
      const wanted = lint(text, { format: 'text' }).problems.map(({ rule }) => rule);
      if (JSON.stringify(got) !== JSON.stringify(wanted))
        throw new Error(
          `findings ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}: ${JSON.stringify(text)}`,
        );
      answers++;
    }
    return { messages, answers };
  } finally {
    server.kill();
  }
}

const PATIENCE = 30_000; // milliseconds

async function within<T>(answer: Promise<T>, gone: Promise<never>, why: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(why)), PATIENCE);
  });
  try {
    return await Promise.race([answer, gone, late]);
  } finally {
    clearTimeout(timer);
  }
}
