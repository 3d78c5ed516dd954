import {
  CodeActionKind,
  type Connection,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { KINDS } from '../language/kinds.ts';
import { type ClientFeatures, readFeatures } from './client-features.ts';
import { SOURCE } from './diagnostics.ts';
import { languageCapabilities } from './language-capabilities.ts';
import { ALLOW_TERM, FIX_ALL_KIND, FIX_TABLE, IGNORE } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import { startSession } from './session.ts';

const capabilities = (features: ClientFeatures): InitializeResult['capabilities'] => ({
  ...languageCapabilities(features),
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND, ...Object.values(KINDS)],
    resolveProvider: true,
  },
  executeCommandProvider: { commands: [ALLOW_TERM, FIX_TABLE, IGNORE] },
  ...(features.pullsDiagnostics && {
    diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false },
  }),
  ...(features.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
});

/** Start the language server on a connection. Whatever belongs to a machine or a transport comes from outside. */
export function startServer(connection: Connection, runtime: Runtime): void {
  let started = false;
  connection.onInitialize((params) => {
    if (started) return new ResponseError(ErrorCodes.InvalidRequest, 'already initialized');
    started = true;
    const features = readFeatures(params);
    startSession(connection, runtime, features);
    return { serverInfo: { name: 'nianbao' }, capabilities: capabilities(features) };
  });
  connection.listen();
}
