// What a client may do wrong on the wire: each time the server answers in step, or ends so that it is started again.
import { describe, expect, it, onTestFinished } from 'vitest';
import { fuzzHeaders } from '../../fuzz/headers.ts';
import { ServerProcess } from '../../soak/server-process.ts';

const started = (): ServerProcess => {
  const server = new ServerProcess();
  onTestFinished(() => server.kill());
  return server;
};

const greet = (server: ServerProcess) => server.initialize({ textDocument: { diagnostic: {} } });

describe('the server', () => {
  it.each([
    'Content-Length: x\r\n\r\n',
    'Content-Length: -1\r\n\r\n',
    'Content-Length: 99999999999999\r\n\r\n',
    'Nothing\r\n\r\n',
    '\r\n\r\n',
    'x'.repeat(100_000),
  ])('ends with a message and status 1 after %j', async (header) => {
    const server = started();
    await greet(server);
    server.raw(header);
    expect(await server.ended()).toBe(1);
    expect(server.complaints).toContain('malformed header');
  });

  it('answers what is no JSON with −32700 and goes on', async () => {
    const server = started();
    await greet(server);
    const refused = new Promise((resolve) => {
      server.onStray = resolve;
    });
    server.raw('Content-Length: 1\r\n\r\n{');
    expect(await refused).toMatchObject({ id: null, error: { code: -32700 } });
    expect((await server.ask('no/such', {}).answer).error).toMatchObject({ code: -32601 });
  });

  it('serves nothing before the greeting and nothing after the farewell, and then ends well', async () => {
    const server = started();
    expect((await server.ask('textDocument/hover', {}).answer).error).toMatchObject({ code: -32002 });
    await greet(server);
    expect((await server.ask('shutdown', null).answer).result).toBeNull();
    expect((await server.ask('textDocument/hover', {}).answer).error).toMatchObject({ code: -32600 });
    server.notify('exit', null);
    expect(await server.ended()).toBe(0);
  });

  it('is never alive and deaf, whatever bytes come', async () => {
    const seconds = Number(process.env.NIANBAO_FUZZ_SECONDS ?? 60) / 2;
    const seed = Number(process.env.NIANBAO_FUZZ_SEED ?? Date.now() % 1_000_000);
    const { faults, ends, answers } = await fuzzHeaders(seconds, seed);
    console.log(`seed ${seed}: ${faults} faults on the wire, ${ends} ends with a message, ${answers} answers in step`);
    expect(ends).toBeGreaterThan(0);
    expect(answers).toBeGreaterThan(0);
  });
});
