import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE_OPTIONS } from '../../server/src/lsp/protocol.ts';
import { jsonOf, repeatTo } from '../documents.ts';
import { benchFolder, dist } from '../paths.ts';
import type { Peers } from '../peers.ts';
import type { Session } from './session.ts';

export type Handlers = Readonly<Record<string, (params: unknown, session: Session) => unknown>>;

export interface ServerSpec {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly languageId: string;
  readonly extension: string;
  /** Does the editor ask for diagnostics (as VS Code does where it can) or wait for them? */
  readonly model: 'pull' | 'push';
  /** Messages after one edit, for a server that sends unversioned ones: the last one counts. */
  readonly messagesPerEdit?: number;
  readonly settings?: object;
  readonly handlers?: Handlers;
  /** A text of the server's own language about as long as the report. */
  readonly textFor?: (report: string, bytes: number) => string;
  /** Pushing variants are measured for their edits and bursts only. */
  readonly editsOnly?: boolean;
}

export const OURS = 'nianbao';
export const FLOOR = 'floor';
export const OURS_PUSH = 'nianbao, push';
export const FLOOR_PUSH = 'floor, push';
export const AUTOCORRECT = 'autocorrect';

const LANGSERVERS = 'vscode-langservers-extracted/lib';
const node = (file: string, ...rest: string[]): string[] => [process.execPath, file, ...rest];
const report = { languageId: 'plaintext', extension: '.txt' };
const markdown = { languageId: 'markdown', extension: '.md' };

/** All servers of a run, in the order in which they take turns. A peer that is not installed is left out. */
export function serversOf(nullServer: string, peers: Peers): ServerSpec[] {
  const floor = node(nullServer, '--stdio');
  const ours = [process.execPath, ...NODE_OPTIONS, dist('server.js'), '--stdio'];
  const autocorrect = peers.file('autocorrect', 'autocorrect-node/cli.js');
  const md = peers.file('langservers', `${LANGSERVERS}/markdown-language-server/node/workerMain.js`);
  const json = peers.file('langservers', `${LANGSERVERS}/json-language-server/node/jsonServerMain.js`);
  const remark = peers.file('remark', 'unified-language-server/index.js');
  return [
    { name: FLOOR, command: floor, env: { NULL_MODEL: 'pull' }, ...report, model: 'pull' },
    { name: OURS, command: ours, ...report, model: 'pull' },
    ...(autocorrect
      ? [
          {
            name: AUTOCORRECT,
            command: node(autocorrect, 'server'),
            ...markdown,
            model: 'push',
            messagesPerEdit: 2,
          } as const,
        ]
      : []),
    { name: FLOOR_PUSH, command: floor, ...report, model: 'push', editsOnly: true },
    { name: OURS_PUSH, command: ours, ...report, model: 'push', editsOnly: true },
    ...(md ? [markdownServer(md)] : []),
    ...(json ? [jsonServer(json)] : []),
    ...(remark ? [remarkServer(remark)] : []),
  ];
}

/** Something for a server for Markdown to find: links that lead nowhere. */
const withLinks = (report: string, bytes: number): string =>
  repeatTo(`# 1\n\n[link](#nowhere), [other][nowhere]\n\n${report}`, bytes);

const jsonServer = (file: string): ServerSpec => ({
  name: 'vscode-json',
  command: node(file, '--stdio'),
  languageId: 'json',
  extension: '.json',
  model: 'pull',
  textFor: (_report, bytes) => jsonOf(bytes),
});

const remarkServer = (entry: string): ServerSpec => ({
  name: 'remark',
  command: node(join(benchFolder, 'lsp/remark-server.mjs'), entry, '--stdio'),
  ...markdown,
  model: 'push',
  settings: { remark: { requireConfig: false } },
  textFor: withLinks,
});

/** The server leaves parsing and files to the editor, so the harness does here what VS Code's own extension does. */
function markdownServer(file: string): ServerSpec {
  const markdownIt = createRequire(file)('markdown-it') as (options: object) => {
    parse(text: string, environment: object): { attrs: unknown; map: unknown }[];
  };
  const parser = markdownIt({ html: true });
  const handlers: Handlers = {
    'markdown/parse': (params, session) => {
      const { uri, text } = params as { uri: string; text?: string };
      const tokens = parser.parse(text ?? session.textOf(uri) ?? '', {});
      return tokens.map((token) => ({ ...token, attrs: token.attrs ?? null }));
    },
    'markdown/fs/stat': () => null,
    'markdown/fs/readDirectory': () => [],
    'markdown/fs/readFile': (params, session) => [
      ...Buffer.from(session.textOf((params as { uri: string }).uri) ?? ''),
    ],
    'markdown/findMarkdownFilesInWorkspace': (_params, session) => session.openUris,
  };
  const warning = { enabled: 'warning' };
  const validate = {
    enabled: true,
    referenceLinks: warning,
    fragmentLinks: warning,
    fileLinks: { ...warning, markdownFragmentLinks: 'inherit' },
    unusedLinkDefinitions: warning,
    duplicateLinkDefinitions: warning,
    ignoredLinks: [],
  };
  return {
    name: 'vscode-markdown',
    command: node(file, '--stdio'),
    ...markdown,
    model: 'pull',
    settings: { markdown: { validate } },
    handlers,
    textFor: withLinks,
  };
}

export const uriIn = (folder: string, name: string): string => pathToFileURL(join(folder, name)).href;
