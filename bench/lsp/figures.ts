import type { ServerSpec } from './servers.ts';
import type { Session } from './session.ts';

/** All times in milliseconds, every single one kept: percentiles are taken of all rounds together. */
export interface ServerFigures {
  readonly name: string;
  readonly model: 'pull' | 'push';
  readonly start: { readonly initialize: number[]; readonly firstDiagnostics: number[] };
  readonly edits: number[];
  /** One per round. */
  readonly cpuPerEdit: number[];
  readonly burst: BurstFigures;
  readonly requests: Record<RequestKind, number[]>;
  readonly sizes: Record<string, SizeFigures>;
  /** Findings that came under the version of the text they are of, or as the answer to its own request. */
  versioned: boolean;
  readonly notes: string[];
}

export interface BurstFigures {
  /** From the last edit sent until its findings came. */
  readonly finished: number[];
  /** Findings of older versions that were sent nevertheless. */
  readonly stale: number[];
  /** Messages without findings on the way from findings to findings. */
  readonly emptied: number[];
}

export interface SizeFigures {
  readonly bytes: number;
  readonly open: number[];
  readonly edits: number[];
  readonly peakMB: number[];
  /** How many findings the unchanged text has in the server's list, at first and after the edits. */
  findings: number;
  findingsAfter: number;
  /** How many the engine finds in process; known of our server only. */
  expected: number | undefined;
  /** The message of the list that says that not all is shown. */
  cap: string | undefined;
}

export const REQUESTS = ['codeAction', 'hover', 'completion'] as const;
export type RequestKind = (typeof REQUESTS)[number];

export const newFigures = ({ name, model }: ServerSpec): ServerFigures => ({
  name,
  model,
  start: { initialize: [], firstDiagnostics: [] },
  edits: [],
  cpuPerEdit: [],
  burst: { finished: [], stale: [], emptied: [] },
  requests: { codeAction: [], hover: [], completion: [] },
  sizes: {},
  versioned: model === 'pull',
  notes: [],
});

export const newSize = (bytes: number): SizeFigures => ({
  bytes,
  open: [],
  edits: [],
  peakMB: [],
  findings: 0,
  findingsAfter: 0,
  expected: undefined,
  cap: undefined,
});

/** Measures with a server of its own. What fails is noted, and what was measured until then stays. */
export async function withSession(
  server: ServerSpec,
  figures: ServerFigures,
  what: string,
  measure: (session: Session) => Promise<void>,
  start: (server: ServerSpec) => Promise<Session>,
): Promise<void> {
  let session: Session | undefined;
  try {
    session = await start(server);
    await measure(session);
  } catch (error) {
    const note = `${what}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 300);
    if (!figures.notes.includes(note)) figures.notes.push(note);
  } finally {
    await session?.stop();
  }
}
