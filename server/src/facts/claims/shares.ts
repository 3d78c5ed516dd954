import { paragraphFact } from '../../report/fact.ts';
import { isFullStop } from '../../text/sentences.ts';
import { featuresOf } from './features.ts';
import type { Folded } from './folded.ts';
import { walkOf } from './frames.ts';
import type { Step } from './steps.ts';

/** 自然人 41 件，占 82%: a number, its share, and what it may be a share of. */
export interface Share {
  readonly part: number;
  /** In per cent. */
  readonly stated: number;
  /** The numbers of the same measure in its sentence that are not smaller. */
  readonly wholes: readonly number[];
  /** Of the share's number in the paragraph. */
  readonly start: number;
  readonly end: number;
}

const NONE: readonly Share[] = [];
const SEVERAL = /合计|共|两|三|累计|分别/;
/** So many numbers a sentence is looked through. */
const MOST = 40;

/** Shares that are told right behind their number. */
export const sharesIn = paragraphFact((content): readonly Share[] => {
  if (!/占[^。]*[%％]/.test(content.text)) return NONE;
  const { folded, steps } = walkOf(content);
  const shares = steps.flatMap((_, index) => shareAt(folded, steps, index) ?? []);
  return shares.length > 0 ? shares : NONE;
});

/** The share that a step states, if it states one. */
function shareAt(folded: Folded, steps: readonly Step[], index: number): Share | undefined {
  const step = steps[index];
  const stated = step?.quantity;
  if (!step || stated?.unit !== '%' || stated.surely !== 'exactly' || !/[,(、]/.test(step.mark)) return undefined;
  const at = placeBefore(steps, index);
  const part = steps[at]?.quantity;
  if (part?.surely !== 'exactly') return undefined;
  const words = featuresOf(folded.text, step.before).words.join('');
  if (!words.startsWith('占') || SEVERAL.test(words)) return undefined;
  const wholes = wholesOf(steps, at);
  if (wholes.length === 0) return undefined;
  const start = folded.at[stated.start] ?? 0;
  const end = (folded.at[stated.end - 1] ?? start) + 1;
  return { part: part.value, stated: stated.value, wholes, start, end };
}

/** 答复 8 件（含部分公开 1 件），占 67%: a bracket between the two is passed over. */
function placeBefore(steps: readonly Step[], index: number): number {
  const depth = steps[index]?.depth ?? 0;
  let at = index - 1;
  while (at > 0 && (steps[at]?.depth ?? 0) > depth) at--;
  return at;
}

function wholesOf(steps: readonly Step[], index: number): number[] {
  const part = steps[index]?.quantity;
  const wholes: number[] = [];
  for (let at = index - 1; part && at >= Math.max(0, index - MOST) && !isFullStop(steps[at + 1]?.mark ?? '。'); at--) {
    const quantity = steps[at]?.quantity;
    if (quantity?.unit === part.unit && quantity.value >= part.value) wholes.push(quantity.value);
  }
  return wholes;
}
