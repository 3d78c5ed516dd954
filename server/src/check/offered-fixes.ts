import type { Locale } from '../rules/rule.ts';
import type { Problem, ProblemFix } from './lint.ts';
import { isGood, type Judge, type Judged, leftToWrite, type Trial, tryFix } from './try-fix.ts';

/**
 * How many characters may be read and judged again for one menu: some twenty copies of a usual draft, which takes a few
 * hundredths of a second. At least one fix is tried, however long the text.
 */
const CHARACTERS_A_MENU = 200_000;

/** A trial of a stored finding holds as long as the finding does. */
const trials = new WeakMap<ProblemFix, Trial>();

export interface OfferedFix {
  readonly fix: ProblemFix;
  readonly title: string;
}

/** The fixes of findings that one menu offers: those that were tried and mend without breaking anything. */
export class OfferedFixes {
  readonly #judged: Judged | undefined;
  readonly #judge: Judge;
  readonly #locale: Locale;
  #left: number;

  /** @param characters how many may be read again for it */
  constructor(judged: Judged | undefined, judge: Judge, locale: Locale, characters = CHARACTERS_A_MENU) {
    this.#judged = judged;
    this.#judge = judge;
    this.#locale = locale;
    this.#left = characters;
  }

  of(problem: Problem): OfferedFix[] {
    return problem.fixes.flatMap((fix): OfferedFix[] => {
      const trial = this.#trialOf(problem, fix);
      if (!trial) return [{ fix, title: fix.title }];
      return isGood(trial) ? [{ fix, title: fix.title + this.#open(trial) }] : [];
    });
  }

  /** @returns undefined when there is no time left to try it. */
  #trialOf(problem: Problem, fix: ProblemFix): Trial | undefined {
    const known = trials.get(fix);
    const judged = this.#judged;
    if (known || !judged || this.#left <= 0) return known;
    this.#left -= judged.report.text.length;
    const trial = tryFix(judged, problem, fix.edits, this.#judge);
    trials.set(fix, trial);
    return trial;
  }

  #open(trial: Trial): string {
    const places = leftToWrite(trial);
    if (places === 0) return '';
    return this.#locale === 'zh' ? `（之后还有 ${places} 处要填写）` : ` (${places} to be filled in afterwards)`;
  }
}
