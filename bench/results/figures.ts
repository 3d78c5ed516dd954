import type { ActivationFigures } from '../activation/run.ts';
import type { CliFigures } from '../cli/run.ts';
import type { EngineFigures } from '../engine/run.ts';
import type { ServerFigures } from '../lsp/figures.ts';

/** All that one run measured. A part that was not asked for is empty. */
export interface Figures {
  readonly servers: readonly ServerFigures[];
  readonly engines: readonly EngineFigures[];
  readonly commandLines: readonly CliFigures[];
  readonly activations: readonly ActivationFigures[];
}

export const named = <T extends { readonly name: string }>(list: readonly T[], name: string): T | undefined =>
  list.find((one) => one.name === name);
