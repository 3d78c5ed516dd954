import { composed, written } from './grammar.ts';
import { judged, listsIn } from './sample.ts';

export interface Tally {
  sentences: number;
  /** True sentences that were reported. */
  readonly alarms: string[];
  /** False numbers that a claim stands for and that were not reported. */
  readonly missed: string[];
  falseOnes: number;
  found: number;
  /** Numbers that no claim was held against, by reason. */
  readonly unchecked: Map<string, number>;
  numbers: number;
}

/** Composes sentences, each true and with one number false, and counts how their claims end. */
export function tally(from: number, count: number): Tally {
  const tally: Tally = {
    sentences: 0,
    alarms: [],
    missed: [],
    falseOnes: 0,
    found: 0,
    unchecked: new Map(),
    numbers: 0,
  };
  for (let seed = from; tally.sentences < count; seed++) {
    const sentence = composed(seed);
    const { heading, issuer, numbers } = sentence;
    const truth = heading + written(sentence, seed);
    const claims = judged(truth, issuer);
    tally.sentences++;
    tally.numbers += numbers.length;
    for (const { outcome, reason } of claims) {
      if (outcome === 'differs') tally.alarms.push(truth);
      if (outcome === 'not-checked') tally.unchecked.set(reason, (tally.unchecked.get(reason) ?? 0) + 1);
    }
    const unread = numbers.length - claims.filter(({ claim }) => claim.claimed.kind === 'amount').length;
    if (unread > 0) tally.unchecked.set('no claim', (tally.unchecked.get('no claim') ?? 0) + unread);
    if (numbers.every((number) => number !== undefined))
      tellFalse(
        tally,
        sentence,
        seed,
        claims.every(({ outcome }) => outcome === 'agrees'),
      );
  }
  return tally;
}

/** @param isChecked every number of the true sentence was held against the tables */
function tellFalse(tally: Tally, sentence: ReturnType<typeof composed>, seed: number, isChecked: boolean): void {
  const wrong = seed % sentence.numbers.length;
  const falsehood = sentence.heading + written(sentence, seed, wrong);
  tally.sentences++;
  tally.falseOnes++;
  const isFound =
    judged(falsehood, sentence.issuer).some(({ outcome }) => outcome === 'differs') ||
    listsIn(falsehood).some(({ parts, total }) => parts.reduce((sum, { value }) => sum + value, 0) > total.value);
  if (isFound) tally.found++;
  else if (isChecked) tally.missed.push(falsehood);
}
