import type { Locale } from '../rules/rule.ts';
import { applyEdits, withoutCollisions } from '../text/span.ts';
import { safeEdits } from './fix.ts';
import type { Problem, ProblemFix } from './lint.ts';
import { harmOf, isGood, type Judge, type Judged, leftToWrite, type Trial, tryFix } from './try-fix.ts';

/**
 * How many characters may be read and checked again for one menu: some twenty copies of a usual draft, a few hundredths
 * of a second. At least one fix is tried, however long the text.
 */
const CHARACTERS_A_MENU = 200_000;
/** For a list of all findings of a draft, which nobody waits for: some two hundred copies. */
const CHARACTERS_A_LIST = 2_000_000;

/** The trial of a stored finding's fix is valid as long as the finding is. */
const trials = new WeakMap<ProblemFix, Trial>();

export interface OfferedFix {
  readonly fix: ProblemFix;
  readonly title: string;
  /** Whether it was tried. A fix for which no time was left is offered as the rule proposes it. */
  readonly tried: boolean;
}

/** The fixes of findings that one menu offers: those that were tried, work and break nothing. */
export class OfferedFixes {
  readonly #judged: Judged | undefined;
  readonly #judge: Judge;
  readonly #locale: Locale;
  #left: number;

  /** @param characters how many may be read again */
  constructor(judged: Judged | undefined, judge: Judge, locale: Locale, characters = CHARACTERS_A_MENU) {
    this.#judged = judged;
    this.#judge = judge;
    this.#locale = locale;
    this.#left = characters;
  }

  of(problem: Problem): OfferedFix[] {
    return problem.fixes.flatMap((fix): OfferedFix[] => {
      const trial = this.#trialOf(problem, fix);
      if (!trial) return [{ fix, title: fix.title, tried: false }];
      return isGood(trial) ? [{ fix, title: fix.title + this.#open(trial), tried: true }] : [];
    });
  }

  /** @returns undefined when the budget is used up. */
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

/**
 * The fixes of a draft's findings for a list of all of them. A draft is read again only when one is asked for that has
 * any. Its safe fixes are tried together, as they are applied, and one by one only when that does harm.
 */
export function listedFixes(text: string, judge: Judge, locale: Locale): (problem: Problem) => readonly OfferedFix[] {
  let offered: OfferedFixes | undefined;
  let together: ReadonlySet<string> = new Set();
  return (problem) => {
    const [first, ...others] = problem.fixes;
    if (!first) return [];
    if (!offered) {
      const judged = judge(text);
      together = mendedTogether(judged, judge);
      offered = new OfferedFixes(judged, judge, locale, CHARACTERS_A_LIST);
    }
    const isSafe = others.length === 0 && first.kind === 'safe' && together.has(problem.fingerprint);
    return isSafe ? [{ fix: first, title: first.title, tried: true }] : offered.of(problem);
  };
}

/** The findings that all safe fixes together take away, by their fingerprints; none when something else breaks. */
function mendedTogether(judged: Judged, judge: Judge): ReadonlySet<string> {
  const own = judged.result.problems.filter(({ fixes }) => fixes[0]?.kind === 'safe');
  const edits = withoutCollisions(safeEdits(judged.result));
  if (own.length < 2) return new Set();
  const after = judge(applyEdits(judged.report.text, edits).text);
  if (harmOf(judged, after, edits).length > 0) return new Set();
  const left = new Set(after.result.problems.map(({ fingerprint }) => fingerprint));
  const applied = new Set(edits);
  const isApplied = ({ fixes }: Problem): boolean => fixes[0]?.edits.every((edit) => applied.has(edit)) === true;
  return new Set(own.filter((each) => isApplied(each) && !left.has(each.fingerprint)).map((each) => each.fingerprint));
}
