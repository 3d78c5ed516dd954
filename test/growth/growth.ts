import { PARTS, type Part, probe, timeOf } from './measure.ts';
import type { HostileText, Setting } from './texts.ts';

/** Four times the text may take so many times as long: linear is 4, quadratic 16; caches and collections take their share. */
export const MOST = 7;
const FACTOR = 4;
/** Below this many milliseconds a ratio says nothing. */
const NOISE = 10;
const TRIES = 4;

/** The parts whose time grows faster than the text, each with its figures. Suspects are measured again and again. */
export function tooSteep(hostile: HostileText, setting: Setting, length: number, parts = PARTS): string[] {
  const small = probe(hostile, setting, length);
  const large = probe(hostile, setting, FACTOR * length);
  return parts.flatMap((part: Part) => {
    let once = Number.POSITIVE_INFINITY;
    let much = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      once = Math.min(once, timeOf(part, small));
      much = Math.min(much, timeOf(part, large));
      if (much < NOISE || much <= MOST * once) return [];
    }
    return [`${part.name} on “${hostile.name}” ${setting.name}: ${once.toFixed(1)} → ${much.toFixed(1)} ms`];
  });
}
