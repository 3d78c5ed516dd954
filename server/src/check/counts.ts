/**
 * How much was found and how much was checked. The status item, its tooltip, the view, the check list, the folder check
 * and the command line share these counts and words. This file imports nothing, so that client and server can both use
 * it.
 */

/** From the most urgent to the least. */
export const LEVELS = ['error', 'warning', 'information', 'hint'] as const;
export type Level = (typeof LEVELS)[number];

/** The number of findings of each level. */
export type Found = Readonly<Record<Level, number>>;

/** The number of checks by outcome. A check fails with exactly one finding, so `failed` is the sum of `Found`. */
export interface Checks {
  readonly passed: number;
  readonly failed: number;
  /** Not made, because what they need could not be read. */
  readonly notChecked: number;
  /** Failed, but ignored for a reason that the user gave: neither a finding nor passed. */
  readonly ignored: number;
}

export interface Counts {
  readonly found: Found;
  readonly checks: Checks;
}

const NOTHING_FOUND: Found = { error: 0, warning: 0, information: 0, hint: 0 };

export const NO_COUNTS: Counts = {
  found: NOTHING_FOUND,
  checks: { passed: 0, failed: 0, notChecked: 0, ignored: 0 },
};

/** The counts of one report. */
export function countsOf(result: {
  readonly problems: readonly { readonly severity: Level }[];
  readonly checks: Checks;
}) {
  const found: Record<Level, number> = { ...NOTHING_FOUND };
  for (const { severity } of result.problems) found[severity]++;
  const { passed, failed, notChecked, ignored } = result.checks;
  return { found, checks: { passed, failed, notChecked, ignored } } satisfies Counts;
}

/** The counts of several reports together. */
export const addCounts = (a: Counts, b: Counts): Counts => ({
  found: {
    error: a.found.error + b.found.error,
    warning: a.found.warning + b.found.warning,
    information: a.found.information + b.found.information,
    hint: a.found.hint + b.found.hint,
  },
  checks: {
    passed: a.checks.passed + b.checks.passed,
    failed: a.checks.failed + b.checks.failed,
    notChecked: a.checks.notChecked + b.checks.notChecked,
    ignored: a.checks.ignored + b.checks.ignored,
  },
});

/** The number of findings of all levels. “Nothing found” is said only where this is 0. */
export const allFound = ({ error, warning, information, hint }: Found): number => error + warning + information + hint;

/** The number of checks that were made, whatever their outcome. */
export const allMade = ({ passed, failed, ignored }: Checks): number => passed + failed + ignored;

type Language = 'zh' | 'en';
type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

export const LEVEL_WORDS: Words<Level> = {
  zh: { error: '错误', warning: '警告', information: '信息', hint: '提示' },
  en: { error: 'error', warning: 'warning', information: 'info', hint: 'hint' },
};

export const CHECK_WORDS: Words<keyof Checks> = {
  zh: { passed: '通过', failed: '不符', notChecked: '未能核对', ignored: '已忽略' },
  en: { passed: 'passed', failed: 'failed', notChecked: 'not checked', ignored: 'ignored' },
};

/** `错误 2，提示 1`. */
const listed = (found: Found, levels: readonly Level[], language: Language): string => {
  const words = LEVEL_WORDS[language];
  if (language === 'zh') return levels.map((level) => `${words[level]} ${found[level]}`).join('，');
  const many = (level: Level): string => (found[level] === 1 || level === 'information' ? '' : 's');
  return levels.map((level) => `${found[level]} ${words[level]}${many(level)}`).join(', ');
};

/** The levels that have findings, or that nothing was found. */
export function foundText(found: Found, language: Language): string {
  if (allFound(found) === 0) return language === 'zh' ? '未发现问题' : 'nothing found';
  return listed(
    found,
    LEVELS.filter((level) => found[level] > 0),
    language,
  );
}

/** All four levels, for summaries that programs read or that are compared line by line. */
export const foundTable = (found: Found, language: Language): string => listed(found, LEVELS, language);

/**
 * `已核对 539 项：通过 530，不符 9；未能核对 4（…）`.
 * @param why the reasons for what could not be checked
 */
export function checksText(checks: Checks, language: Language, why = ''): string {
  const { passed, failed, notChecked, ignored } = checks;
  const words = CHECK_WORDS[language];
  if (language === 'zh') {
    const stands = ignored > 0 ? `，${words.ignored} ${ignored}` : '';
    const made = `已核对 ${allMade(checks)} 项：${words.passed} ${passed}，${words.failed} ${failed}${stands}`;
    return `${made}；${words.notChecked} ${notChecked}${why && `（${why}）`}`;
  }
  const stands = ignored > 0 ? `, ${ignored} ${words.ignored} for a reason` : '';
  const made = `${allMade(checks)} ${allMade(checks) === 1 ? 'check' : 'checks'}: ${passed} ${words.passed}, ${failed} ${words.failed}${stands}`;
  return `${made}; ${notChecked} ${words.notChecked}${why && ` (${why})`}`;
}

/** One short line: the findings; without any, how much was checked and what could not be. */
export function resultText({ found, checks }: Counts, language: Language): string {
  const result = foundText(found, language);
  if (allFound(found) > 0) return result;
  const { notChecked } = checks;
  if (language === 'zh') {
    return `${result}（已核对 ${allMade(checks)} 项${notChecked > 0 ? `，未能核对 ${notChecked} 项` : ''}）`;
  }
  return `${result} in ${allMade(checks)} checks${notChecked > 0 ? ` (${notChecked} could not be made)` : ''}`;
}
