import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Runtime } from './runtime.ts';

/**
 * The stack of an exception. The message is left out on purpose: it may quote the draft, and drafts are internal until
 * they are published.
 */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}

export interface Guard {
  /**
   * A request handler that never fails: an exception is logged and answered with the fallback, a cancelled request is
   * answered as cancelled. It first lets waiting messages through, so that a cancellation that has already arrived
   * counts before any work is done.
   */
  request<P, R>(
    name: string,
    fallback: (params: P) => R,
    handler: (params: P, token: CancellationToken) => Promise<R> | R,
  ): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;
  /** A notification handler or timer that never fails. */
  run(name: string, action: () => Promise<unknown> | unknown): void;
  /** After the client's exit nothing is served or sent. */
  end(): void;
}

export function createGuard(connection: Connection, { timer }: Runtime): Guard {
  let ended = false;
  function report(name: string, error: unknown): void {
    try {
      connection.console.error(`${name}: ${placeOf(error)}`);
    } catch {
      // The client has gone; nobody can be told.
    }
  }
  const cancelled = (): ResponseError<never> => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  return {
    request: (name, fallback, handler) => async (params, token) => {
      if (ended) return new ResponseError(ErrorCodes.InvalidRequest, 'shut down');
      await new Promise<void>((resolve) => timer.setImmediate(resolve));
      if (token.isCancellationRequested) return cancelled();
      try {
        const answer = await handler(params, token);
        return token.isCancellationRequested ? cancelled() : answer;
      } catch (error) {
        report(name, error);
        return fallback(params);
      }
    },
    run(name, action) {
      if (!ended) void (async () => action())().catch((error: unknown) => report(name, error));
    },
    end() {
      ended = true;
    },
  };
}
