import type { Problem } from '../../server/src/check/lint.ts';
import { applyFix, check, found } from '../support/check.ts';
import { type Draft, type DraftOptions, draft } from '../support/draft.ts';

export interface Said {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  /** What the findings lie on. */
  readonly texts: readonly string[];
  /** The draft after the first fix of the first finding. */
  readonly fixed: string;
}

/** What one rule says of a correct report with a paragraph more, by default in section one. */
export function say(rule: string, paragraph: string, section: 0 | 1 | 5 | 6 = 1, options: DraftOptions = {}): Said {
  const written = draft({ ...options, say: { [section]: paragraph } });
  const problems = found(check(written), rule);
  const fix = problems[0]?.fixes[0];
  return {
    draft: written,
    problems,
    texts: problems.map(({ span }) => written.text.slice(span.start, span.end)),
    fixed: fix ? applyFix(written.text, fix) : written.text,
  };
}

/** The parts of the draft that a rule lies on. */
export const texts = (rule: string, paragraph: string, section?: 0 | 1 | 5 | 6, options?: DraftOptions) =>
  say(rule, paragraph, section, options).texts;
