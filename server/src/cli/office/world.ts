import type { Engine } from '../check.ts';

/** What a subcommand needs of the program around it. */
export interface OfficeWorld {
  readonly cwd: string;
  readonly stdout: (chunk: string | Uint8Array) => void;
  readonly stderr: (text: string) => void;
  readonly engine: () => Promise<Engine>;
  readonly watched?: boolean;
  readonly stdin: AsyncIterable<Uint8Array>;
}
