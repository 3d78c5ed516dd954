import { parseArgs } from 'node:util';

export const PARTS = ['engine', 'server', 'cli'] as const;
export type Part = (typeof PARTS)[number];

const KB = 1024;
const MB = 1024 * KB;

/** How much is measured. Everything alternates: one round of each candidate, then the next round. */
export interface Plan {
  readonly parts: readonly Part[];
  readonly quick: boolean;
  readonly build: boolean;
  /** A whole, full run: the only one that may replace the record. */
  readonly isRecord: boolean;
  readonly server: {
    readonly rounds: number;
    readonly startsPerRound: number;
    readonly warmupEdits: number;
    /** Per report and round. */
    readonly edits: number;
    /** Milliseconds one server may spend on the measured edits of one round. */
    readonly editTime: number;
    readonly burst: number;
    /** Code actions, hovers and completions per report and round. */
    readonly requests: number;
    readonly sizeRounds: number;
    readonly sizes: readonly { readonly bytes: number; readonly edits: number }[];
    /** Milliseconds one server may spend on the edits of one size in one round. */
    readonly sizeTime: number;
    /** Milliseconds after which a server is taken to have no answer for a document of this size. */
    readonly sizeTimeout: number;
  };
  readonly engine: {
    readonly rounds: number;
    /** Milliseconds per report. */
    readonly time: number;
    /** Milliseconds after which an engine that is still busy with the long text is ended. */
    readonly timeout: number;
  };
  readonly cli: { readonly runs: number; readonly folderRuns: number; readonly folderFiles: number };
  readonly activations: number;
}

const FULL: Omit<Plan, 'parts' | 'build' | 'isRecord'> = {
  quick: false,
  server: {
    rounds: 6,
    startsPerRound: 4,
    warmupEdits: 30,
    edits: 80,
    editTime: 75_000,
    burst: 100,
    requests: 20,
    sizeRounds: 2,
    sizes: [
      { bytes: 10 * KB, edits: 40 },
      { bytes: 100 * KB, edits: 30 },
      { bytes: MB, edits: 14 },
      { bytes: 5 * MB, edits: 6 },
    ],
    sizeTime: 10_000,
    sizeTimeout: 60_000,
  },
  engine: { rounds: 3, time: 800, timeout: 40_000 },
  cli: { runs: 11, folderRuns: 3, folderFiles: 2_000 },
  activations: 25,
};

const QUICK: typeof FULL = {
  quick: true,
  server: {
    rounds: 1,
    startsPerRound: 2,
    warmupEdits: 10,
    edits: 20,
    editTime: 2_000,
    burst: 100,
    requests: 6,
    sizeRounds: 1,
    sizes: [
      { bytes: 10 * KB, edits: 8 },
      { bytes: 100 * KB, edits: 5 },
      { bytes: MB, edits: 3 },
    ],
    sizeTime: 1_500,
    sizeTimeout: 10_000,
  },
  engine: { rounds: 1, time: 150, timeout: 6_000 },
  cli: { runs: 3, folderRuns: 1, folderFiles: 400 },
  activations: 5,
};

export const HELP = `npm run bench [-- options]
  --quick            fewer rounds, nothing above 1 MB: about a minute
  --only PART        engine, server or cli; several with commas
  --no-build         measure dist/ as it stands
  -h, --help`;

/** @throws Error on an option or a part that does not exist. Undefined: help was asked for. */
export function readPlan(argv: readonly string[]): Plan | undefined {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const names = values.only?.split(',') ?? PARTS;
  const parts = PARTS.filter((part) => names.includes(part));
  const unknown = names.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: there is ${PARTS.join(', ')}`);
  const isRecord = !values.quick && parts.length === PARTS.length;
  return { ...(values.quick ? QUICK : FULL), parts, isRecord, build: !values['no-build'] };
}
