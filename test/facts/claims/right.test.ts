import { describe, expect, it } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { draft } from '../../support/draft.ts';
import { RIGHT, type RightGroup } from './right.ts';
import { RIGHT_ELSEWHERE } from './right-elsewhere.ts';
import { cells, filled } from './sample.ts';

/** So many sentences stand in one report, each as a paragraph of its own. */
const AT_ONCE = 12;

const GROUPS = /^(?:consistency|text|term|date|peer)\//;
/** What a report of such paragraphs lacks. */
const OF_THE_WHOLE = new Set(['consistency/requests-not-reported', 'consistency/problem-measure-count']);

function warningsIn({ part, issuer, size }: RightGroup, sentences: readonly string[]): string[] {
  const paragraphs = sentences.map((sentence) => filled(sentence));
  const { text } = draft({
    year: 2024,
    issuer,
    ...(size ? { size } : { cells: cells() }),
    prose: {
      overview: ['（一）主动公开。公开及时。', ...(part === 1 ? paragraphs : [])],
      problems: ['公开内容还不够丰富。', ...(part === 5 ? paragraphs : [])],
      ...(part === 6 && { other: paragraphs }),
      ...(part === 0 && { preface: paragraphs }),
      signOff: [],
    },
  });
  return lint(text).problems.flatMap(({ rule, severity, message }) =>
    GROUPS.test(rule) && !OF_THE_WHOLE.has(rule) && (severity === 'error' || severity === 'warning')
      ? [`${rule}: ${message}`]
      : [],
  );
}

const cut = (sentences: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(sentences.length / AT_ONCE) }, (_, index) =>
    sentences.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

describe('right sentences raise no warning, wherever they stand', () => {
  for (const group of [...RIGHT, ...RIGHT_ELSEWHERE]) {
    it.each(cut(group.sentences).map((sentences) => [sentences[0], sentences] as const))('%s …', (_, sentences) => {
      expect(warningsIn(group, sentences)).toEqual([]);
    });
  }
});
