import { paragraphFact } from '../../report/fact.ts';
import { isFullStop } from '../../text/sentences.ts';
import { featuresOf } from './features.ts';
import type { Folded } from './folded.ts';
import { walkOf } from './frames.ts';
import type { Quantity } from './quantities.ts';
import type { Step } from './steps.ts';

/** A percentage with the numbers of its sentence that it may be computed from. */
export interface Share {
  /** 自然人 41 件，占 82%: a share. 50 件，比上年的 40 件增长 25%: a change. */
  readonly kind: 'share' | 'change';
  /** What may be the part, the likeliest first: 41; of 合计占 each sum of the numbers before. */
  readonly parts: readonly number[];
  /** In per cent; what has become fewer is below zero. */
  readonly stated: number;
  /** What may be the whole: numbers of the same measure in its sentence that are not smaller. */
  readonly wholes: readonly number[];
  /** The words that say of what: 占新收申请总量的. */
  readonly of: string;
  /** Of the percentage's number in the paragraph. */
  readonly start: number;
  readonly end: number;
}

const NONE: readonly Share[] = [];
const PERCENT = /(?:占|率|比)[^。]*[%％]/;
const SEVERAL = /两|三|累计|分别/;
const SUM = /合计|共/;
/** The most numbers that are examined in a sentence. */
const MOST = 40;

/** Percentages that are told right behind the numbers they are made of. */
export const sharesIn = paragraphFact((content): readonly Share[] => {
  if (!PERCENT.test(content.text)) return NONE;
  const { folded, steps } = walkOf(content);
  const shares: Share[] = [];
  for (const [index, step] of steps.entries()) {
    const { quantity } = step;
    if (quantity?.unit !== '%' || quantity.surely !== 'exactly') continue;
    const found = shareAt(folded, steps, index, quantity);
    if (found) shares.push({ ...found, ...placeOf(folded, quantity) });
  }
  return shares.length > 0 ? shares : NONE;
});

type Found = Omit<Share, 'start' | 'end'>;

function shareAt(folded: Folded, steps: readonly Step[], index: number, quantity: Quantity): Found | undefined {
  const step = steps[index];
  const previous = steps[index - 1];
  if (!step) return undefined;
  const words = wordsOf(folded, step);
  const before = previous?.quantity && step.mark === '' ? wordsOf(folded, previous) : '';
  // 比上年的 40 件｜增长 25%
  if (/^(?:比|较|相比|与)/.test(before)) return changeFrom(folded, steps, index, { words, quantity });
  // 占办结总量 50 件｜的 82%
  if (/占[^占]*$/.test(before) && /^的?$/.test(words)) return ofNamed(steps, index, { before, quantity });
  if (!/[,(、]/.test(step.mark)) return undefined;
  if (/率[为达是]?$/.test(words)) return rateOf(folded, steps, index, { words, quantity });
  return /^(?:合计|共计?|两项合计|二者合计|两者合计)?占/.test(words)
    ? shareOf(steps, index, { words, quantity })
    : undefined;
}

interface Told {
  readonly words: string;
  readonly quantity: Quantity;
}

/** 自然人 41 件，占 82%; 予以公开 20 件、部分公开 7 件，合计占办结总量的 60%. */
function shareOf(steps: readonly Step[], index: number, { words, quantity }: Told): Found | undefined {
  // 答复 8 件（含部分公开 1 件），占 67%: a bracket between the two is passed over.
  let at = index - 1;
  while (at > 0 && (steps[at]?.depth ?? 0) > (steps[index]?.depth ?? 0)) at--;
  const part = steps[at]?.quantity;
  if (!part || part.surely !== 'exactly' || SEVERAL.test(words.replace(/两[项者]合计/, ''))) return undefined;
  const parts = SUM.test(words) ? sumsUpTo(steps, at) : [part.value];
  const wholes = wholesOf(steps, at, Math.max(...parts));
  const isNamed = /申请|新收|收到|受理|办结|答复|复议|诉讼/.test(words);
  if (parts.length === 0 || (wholes.length === 0 && !isNamed)) return undefined;
  return { kind: 'share', parts, stated: quantity.value, wholes, of: words };
}

function ofNamed(
  steps: readonly Step[],
  index: number,
  { before, quantity }: { readonly before: string; readonly quantity: Quantity },
): Found | undefined {
  const whole = steps[index - 1]?.quantity;
  const part = steps[index - 2]?.quantity;
  if (
    !whole ||
    !part ||
    part.unit !== whole.unit ||
    part.value > whole.value ||
    isFullStop(steps[index - 1]?.mark ?? '。')
  )
    return undefined;
  const parts = SUM.test(before) ? sumsUpTo(steps, index - 2) : [part.value];
  return { kind: 'share', parts, stated: quantity.value, wholes: [whole.value], of: '' };
}

function changeFrom(
  folded: Folded,
  steps: readonly Step[],
  index: number,
  { words, quantity }: Told,
): Found | undefined {
  const way = /增|升|提高|多/.test(words) ? 1 : /降|减|少|低/.test(words) ? -1 : 0;
  const whole = steps[index - 1]?.quantity;
  const now = steps[index - 2];
  const part = now?.quantity;
  if (
    way === 0 ||
    !whole ||
    !part ||
    part.unit !== whole.unit ||
    part.surely !== 'exactly' ||
    whole.surely !== 'exactly'
  )
    return undefined;
  if (isFullStop(steps[index - 1]?.mark ?? '。') || featuresOf(folded.text, now.before).isCompared) return undefined;
  return { kind: 'change', parts: [part.value], stated: way * quantity.value, wholes: [whole.value], of: '' };
}

/** What a rate is the rate of, by its own words: 纠错率 of 纠正 5 件. */
const RATES: readonly (readonly [RegExp, RegExp])[] = [
  [/纠错率/, /纠正|纠错/],
  [/维持率/, /维持/],
  [/办结率/, /办结|办理完毕|办理完结/],
  [/答复率/, /答复/],
  [/回收率/, /回收|收回/],
  [/合格率/, /合格/],
  [/满意[率度]/, /满意/],
  [/采纳率/, /采纳/],
  [/整改率|完成率/, /整改|完成/],
];

/** 行政复议 28 件，被纠正 5 件，纠错率 17.9%. */
function rateOf(folded: Folded, steps: readonly Step[], index: number, { words, quantity }: Told): Found | undefined {
  const previous = steps[index - 1];
  const part = previous?.quantity;
  if (!previous || !part || part.surely !== 'exactly' || quantity.value === 100 || /较|比|上年|分别/.test(words))
    return undefined;
  const told = wordsOf(folded, previous);
  if (!RATES.some(([rate, of]) => rate.test(words) && of.test(told))) return undefined;
  const wholes = wholesOf(steps, index - 1, part.value);
  return wholes.length > 0
    ? { kind: 'share', parts: [part.value], stated: quantity.value, wholes, of: words }
    : undefined;
}

const wordsOf = ({ text }: Folded, step: Step): string => featuresOf(text, step.before).words.join('');

const placeOf = ({ at }: Folded, { start, end }: Quantity): { start: number; end: number } => {
  const from = at[start] ?? 0;
  return { start: from, end: (at[end - 1] ?? from) + 1 };
};

/** The numbers of the same measure in the sentence that are not smaller. */
function wholesOf(steps: readonly Step[], index: number, least: number): number[] {
  const unit = steps[index]?.quantity?.unit;
  const wholes: number[] = [];
  for (let at = index - 1; at >= Math.max(0, index - MOST) && !isFullStop(steps[at + 1]?.mark ?? '。'); at--) {
    const quantity = steps[at]?.quantity;
    if (quantity && quantity.unit === unit && quantity.value >= least) wholes.push(quantity.value);
  }
  return wholes;
}

/** 20 件、7 件、3 件: the last two together, the last three. */
function sumsUpTo(steps: readonly Step[], index: number): number[] {
  const unit = steps[index]?.quantity?.unit;
  const sums: number[] = [];
  let sum = 0;
  for (let at = index; at >= Math.max(0, index - MOST); at--) {
    const quantity = steps[at]?.quantity;
    if (!quantity || quantity.unit !== unit || quantity.surely !== 'exactly') break;
    sum += quantity.value;
    if (at < index) sums.push(sum);
    if (isFullStop(steps[at]?.mark ?? '。')) break;
  }
  return sums;
}
