import { describe, expect, test } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { cells, filled } from '../../facts/claims/sample.ts';
import { found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';

const RULE = 'consistency/percent';

const said = (sentence: string) => {
  const { text } = draft({
    year: 2024,
    cells: cells(),
    prose: { overview: ['（一）主动公开。公开及时。', filled(sentence)], signOff: [] },
  });
  return found(lint(text), RULE).map(({ span, severity }) => [text.slice(span.start, span.end), severity]);
};

describe(RULE, () => {
  test.each([
    ['of the number before', '新收申请{new}件，其中自然人{natural}件，占比60%。', '60'],
    ['of what the words name in the table', '新收申请中自然人{natural}件，占新收申请总量的60%。', '60'],
    ['of a number that is named with it', '予以公开{granted}件，占办结总量{done}件的50%。', '50'],
    ['of several together', '予以公开{granted}件、部分公开{partial}件，合计占办结总量的60%。', '60'],
    ['growth', '新收申请{new}件，比上年的1187件增长30%。', '30'],
    ['the wrong way', '新收申请{new}件，比上年的1187件下降18.8%。', '18.8'],
    ['a rate', '行政复议{review}件，其中被纠正{corrected}件，纠错率30%。', '30'],
    ['a rate of anything', '发放问卷500份，回收450份，回收率95%。', '95'],
  ])('differs from its numbers: %s', (_, sentence, place) => {
    expect(said(sentence)).toEqual([[place, 'information']]);
  });

  test.each([
    '予以公开{granted}件，占办结总量{done}件的36.4%。',
    '不予公开{denied}件，占全部办结件的17.1%。',
    '予以公开{granted}件、部分公开{partial}件，合计占办结总量的48.4%。',
    '新收申请{new}件，比上年的1187件增长18.8%。',
    '新收申请{new}件，比上年的2820件下降50%。',
    '行政复议{review}件，审结25件，被纠正{corrected}件，纠错率20%。',
    '行政复议{review}件，被纠正{corrected}件，纠错率17.9%。',
    '应办理{all}件，办结{done}件，按期办结率100%。',
    '行政诉讼{suits}件，纠错率由上年的30%降至22.2%。',
  ])('silent: %s', (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});
