import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lint } from '../../server/src/index.ts';
import { type Random, randomFrom } from '../fuzz/random.ts';
import { Drafts, type OpenDraft } from './documents.ts';
import { type Measured, ServerProcess } from './server-process.ts';

export interface SoakResult {
  readonly edits: number;
  readonly before: Measured;
  readonly after: Measured;
  /** Drafts whose last published findings are not those of their last text. */
  readonly stale: readonly string[];
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly { readonly code?: unknown }[];
}

const DRAFTS = 50;
const PATIENCE = 60_000; // milliseconds for the last results to come

const QUESTIONS = ['hover', 'documentSymbol', 'codeAction', 'completion', 'foldingRange', 'definition'] as const;

/** What a client asks while somebody works; every third question is taken back at once. */
function ask(server: ServerProcess, { document }: OpenDraft, random: Random): void {
  const method = random.pick(QUESTIONS);
  const position = document.positionAt(random.below(document.getText().length + 1));
  const params = {
    textDocument: { uri: document.uri },
    position,
    range: { start: position, end: position },
    context: { diagnostics: [] },
  };
  const { id } = server.ask(`textDocument/${method}`, params);
  if (random.below(3) === 0) server.notify('$/cancelRequest', { id });
}

const settle = async (done: () => boolean, pause = 50): Promise<void> => {
  const limit = performance.now() + PATIENCE;
  while (!done() && performance.now() < limit) await new Promise((resolve) => setTimeout(resolve, pause));
};

/** A working day in a few minutes: many drafts open, edited, closed, renamed, and the settings changed under them. */
export async function soak(edits: number, seed: number): Promise<SoakResult> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-soak-'));
  const uri = pathToFileURL(folder).href;
  const server = new ServerProcess();
  const random = randomFrom(seed);
  const drafts = new Drafts(server, random);
  const published = new Map<string, Published>();
  server.onNotification.set('textDocument/publishDiagnostics', (params: Published) => {
    published.set(params.uri, params);
  });
  const isCurrent = ({ document }: OpenDraft): boolean => published.get(document.uri)?.version === document.version;
  const quiet = (): Promise<void> => settle(() => drafts.all.every(isCurrent));

  const config = (rules: object): void => {
    writeFileSync(join(folder, '.nianbao.json'), JSON.stringify({ rules }));
    server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${uri}/.nianbao.json`, type: 2 }] });
  };
  const settings = (rules: object): void =>
    server.notify('workspace/didChangeConfiguration', { settings: { nianbao: { rules } } });

  /** Back to the texts and settings of the beginning, so that what is held can be compared. */
  async function asAtTheBeginning(): Promise<Measured> {
    for (const draft of [...drafts.all]) drafts.reset(draft);
    config({});
    settings({});
    await quiet();
    // Whatever was started by the last messages is over when a later question has its answer.
    await server.ask('textDocument/documentSymbol', { textDocument: { uri: drafts.all[0]?.document.uri } }).answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return server.measure();
  }

  function step(): void {
    const draft = random.pick(drafts.all);
    drafts.edit(draft);
    const chance = random.below(200);
    if (chance < 40) ask(server, draft, random);
    else if (chance < 44) drafts.reset(draft);
    else if (chance < 47) drafts.rename(draft, uri);
    else if (chance < 50) {
      drafts.close(draft);
      drafts.open(uri, random.below(1000));
    } else if (chance === 50) settings({ punct: random.pick(['off', 'error', 'hint']) });
    else if (chance === 51) config({ table: random.pick(['off', 'warning']), text: 'off' });
    else if (chance === 52) config({});
  }

  try {
    await server.initialize({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }, { rootUri: uri });
    for (let index = 0; index < DRAFTS; index++) drafts.open(uri, index);
    // Caches, compiled code and the heap's own size are in place after the first part.
    let before: Measured | undefined;
    const warm = Math.ceil(edits / 4);
    for (let done = 0; done < edits; done++) {
      if (done === warm) before = await asAtTheBeginning();
      step();
      // Faster than anybody types, but not so fast that all is one burst.
      if (done % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      if (done % 500 === 499) await quiet();
    }
    config({});
    settings({});
    const staleOnes = (): OpenDraft[] => drafts.all.filter((each) => !isCurrent(each) || !isRight(each, published));
    // The versions were right before the settings changed; the findings under the new ones are to come by themselves.
    await settle(() => staleOnes().length === 0, 1000);
    const stale = staleOnes();
    const after = await asAtTheBeginning();
    if (!before) throw new Error('too few edits');
    return { edits, before, after, stale: stale.map(({ document }) => document.uri) };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The findings of the last text, by the engine itself. Once a report, always a report: an edit may have unmade it. */
function isRight({ document }: OpenDraft, published: ReadonlyMap<string, Published>): boolean {
  const format = document.languageId === 'plaintext' ? 'text' : document.languageId === 'html' ? 'html' : 'markdown';
  const wanted = lint(document.getText(), { format }).problems.map(({ rule }) => rule);
  const got = published.get(document.uri)?.diagnostics.map(({ code }) => code) ?? [];
  return JSON.stringify(wanted) === JSON.stringify(got);
}
