import { PARTS, type Part, type Probe, probe, timeOf } from './measure.ts';
import type { HostileText, Setting } from './texts.ts';

/** Four times the text may take so many times as long: linear is 4, quadratic 16; caches and collections take their share. */
export const MOST = 7;
const FACTOR = 4;
/** Below this many milliseconds a ratio says nothing. */
const NOISE = 10;
const TRIES = 4;

interface Times {
  readonly once: number;
  readonly much: number;
}

/** The best of several runs on both texts; undefined as soon as one pair of them is in order. */
function steep(part: Part, small: Probe, large: Probe): Times | undefined {
  let once = Number.POSITIVE_INFINITY;
  let much = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    once = Math.min(once, timeOf(part, small));
    much = Math.min(much, timeOf(part, large));
    if (much < NOISE || much <= MOST * once) return undefined;
  }
  return { once, much };
}

/**
 * The parts whose time grows faster than the text, each with its figures. A suspect is measured again on texts four
 * times as long: where only a cache has become too small, the next step is an ordinary one.
 */
export function tooSteep(hostile: HostileText, setting: Setting, length: number, parts = PARTS): string[] {
  const small = probe(hostile, setting, length);
  const large = probe(hostile, setting, FACTOR * length);
  const suspects = parts.filter((part) => steep(part, small, large));
  if (suspects.length === 0) return [];
  const larger = probe(hostile, setting, FACTOR * FACTOR * length);
  return suspects.flatMap((part) => {
    const times = steep(part, large, larger);
    if (!times) return [];
    const { once, much } = times;
    return [`${part.name} on “${hostile.name}” ${setting.name}: ${once.toFixed(1)} → ${much.toFixed(1)} ms`];
  });
}
