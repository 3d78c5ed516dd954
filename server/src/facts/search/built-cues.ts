import type { Cue } from '../../text/cues.ts';

/**
 * What the prefilter derives of the patterns, by their keys; null where nothing can be said. Deriving takes as long as
 * checking several drafts, so the build does it and puts the answers here (scripts/build/cues.mjs). Run from the sources,
 * all of it is derived at the first draft.
 */
export const BUILT_CUES: Readonly<Record<string, readonly Cue[] | null>> = {};

const ENOUGH = 24;

/** Bundles write \\u4e00 for 一. */
const ESCAPED = /\\u([0-9a-f]{4})/gi;

/** Tells a pattern from all others, which the build makes sure of: its length, its beginning and its end. */
export function patternKey(source: string): string {
  const plain = source.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return `${plain.length} ${plain.slice(0, ENOUGH)} ${plain.slice(-ENOUGH)}`;
}
