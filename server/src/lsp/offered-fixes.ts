import type { Problem, ProblemFix } from '../check/lint.ts';
import { isGood, leftToWrite, type Trial, tryFix } from '../check/try-fix.ts';
import type { Locale } from '../rules/rule.ts';
import { type Checked, judgeOf } from './checker.ts';
import type { Engine } from './runtime.ts';

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
  readonly #checked: Checked;
  readonly #engine: Engine;
  readonly #locale: Locale;
  #left = CHARACTERS_A_MENU;

  constructor(checked: Checked, engine: Engine) {
    this.#checked = checked;
    this.#engine = engine;
    this.#locale = checked.settings.lint.locale ?? 'zh';
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
    const { report, result } = this.#checked;
    if (known || !report || !result || this.#left <= 0) return known;
    this.#left -= report.text.length;
    const trial = tryFix({ report, result }, problem, fix.edits, judgeOf(this.#checked, this.#engine));
    trials.set(fix, trial);
    return trial;
  }

  #open(trial: Trial): string {
    const places = leftToWrite(trial);
    if (places === 0) return '';
    return this.#locale === 'zh' ? `（之后还有 ${places} 处要填写）` : ` (${places} to be filled in afterwards)`;
  }
}
