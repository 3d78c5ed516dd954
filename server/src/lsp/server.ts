import {
  CodeActionKind,
  type Connection,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { KINDS } from '../language/kinds.ts';
import { productVersion } from '../version.ts';
import { type ClientFeatures, readFeatures } from './client-features.ts';
import { SOURCE } from './diagnostics.ts';
import { languageCapabilities } from './language-capabilities.ts';
import { ALLOW_TERM, CHECK_LARGE, FIX_ALL_KIND, FIX_TABLE, IGNORE, NAME_BODY, REVIEW_CHANGES } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import { Session } from './session.ts';

const capabilities = (features: ClientFeatures): InitializeResult['capabilities'] => ({
  ...languageCapabilities(features),
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND, ...Object.values(KINDS)],
    resolveProvider: true,
  },
  executeCommandProvider: { commands: [ALLOW_TERM, CHECK_LARGE, FIX_TABLE, IGNORE, NAME_BODY, REVIEW_CHANGES] },
  ...(features.pullsDiagnostics && {
    diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: false },
  }),
  ...(features.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
});

export interface Server {
  /** Whether the client has sent `exit`; its disappearance is then no fault. */
  readonly hasEnded: boolean;
}

/** Start the language server on a connection. Whatever belongs to a machine or a transport comes from outside. */
export function startServer(connection: Connection, runtime: Runtime): Server {
  let session: Session | undefined;
  let hasEnded = false;
  const invalid = (why: string) => new ResponseError<void>(ErrorCodes.InvalidRequest, why);
  const tooEarly = () => new ResponseError<void>(ErrorCodes.ServerNotInitialized, 'not initialized');

  connection.onInitialize((params) => {
    if (session) return new ResponseError(ErrorCodes.InvalidRequest, 'already initialized');
    const features = readFeatures(params);
    session = new Session(connection, runtime, features);
    return { serverInfo: { name: 'nianbao', version: productVersion }, capabilities: capabilities(features) };
  });
  connection.onShutdown(() => {
    if (!session) return tooEarly();
    if (hasEnded) return invalid('shut down');
    hasEnded = true;
    session.end();
    return undefined;
  });
  // Whatever no other handler serves: before the start, that is everything.
  connection.onRequest((method) => {
    if (!session) return tooEarly();
    return hasEnded ? invalid('shut down') : new ResponseError<void>(ErrorCodes.MethodNotFound, method);
  });
  connection.listen();
  return {
    get hasEnded() {
      return hasEnded;
    },
  };
}
