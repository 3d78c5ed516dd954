import { setFlagsFromString } from 'node:v8';

/**
 * What a short run does not earn back: optimised code for functions that run a few thousand times, and better byte code
 * for patterns that run once. Five drafts take two thirds of the time without it. The names of these options belong to
 * V8's version; a version that is not known here keeps its own ways, and V8 would complain of a name that it lacks.
 */
const OPTIONS: readonly (readonly [versions: RegExp, options: readonly string[]])[] = [
  [/^11\.3\./, ['--no-regexp-peephole-optimization', '--interrupt-budget=540000']],
  [
    /^(?:12\.4|13\.6)\./,
    [
      '--no-regexp-peephole-optimization',
      '--invocation-count-for-turbofan=12000',
      '--invocation-count-for-maglev=1600',
    ],
  ],
];

/** The options for Node 20, 22 and 24; none for other versions. */
export const optionsFor = (v8: string): readonly string[] => OPTIONS.find(([versions]) => versions.test(v8))?.[1] ?? [];

/** To be called before anything of the product is compiled: compiled code is kept for these options. */
export function setOptions(): void {
  for (const option of optionsFor(process.versions.v8)) setFlagsFromString(option);
}
