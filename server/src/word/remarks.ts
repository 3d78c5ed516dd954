import type { Problem } from '../check/lint.ts';
import type { Bilingual, Locale, Severity } from '../rules/rule.ts';
import type { Remark } from './review/review.ts';

const SEVERITY: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '警告', en: 'Warning' },
  information: { zh: '信息', en: 'Information' },
  hint: { zh: '提示', en: 'Hint' },
};

/** A finding as a comment: what it is, what is wrong, and what may be done. */
export function remarkOn(problem: Problem, locale: Locale, changes: 'track' | 'accept' | 'none'): Remark {
  const heading =
    locale === 'zh'
      ? `【${SEVERITY[problem.severity].zh}】${problem.title}`
      : `[${SEVERITY[problem.severity].en}] ${problem.title}`;
  const ways = problem.fixes.map(({ title, kind }) => {
    if (kind === 'safe' && changes === 'track')
      return locale === 'zh' ? `已写为修订：${title}` : `Tracked change: ${title}`;
    return locale === 'zh' ? `可以：${title}` : `Possible: ${title}`;
  });
  return { span: problem.span, lines: [heading, problem.message, ...ways] };
}
