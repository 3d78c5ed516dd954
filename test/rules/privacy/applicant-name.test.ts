import { describe, expect, test } from 'vitest';
import { say, texts } from '../say.ts';

const RULE = 'privacy/applicant-name';

describe(RULE, () => {
  test.each([
    ['申请人张建明申请公开征地批复，已依法答复。', '申请人张建明'],
    ['原告李红诉我局信息公开一案，法院驳回。', '原告李红'],
    ['申请人：王立不服答复，申请行政复议。', '申请人：王立'],
  ])('%s', (paragraph, found) => {
    const said = say(RULE, paragraph);
    expect(said.texts).toEqual([found]);
    expect(said.problems[0]?.severity).toBe('information');
  });

  test.each([
    '申请人张某申请公开征地批复，已依法答复。',
    '申请人王××申请公开征地批复，已依法答复。',
    '申请人向我局申请公开征地批复，已依法答复。',
    '申请人不服答复，申请行政复议。',
    '申请人及时提出申请，原告方提起诉讼。',
    '申请人申请公开，申请人任何时候提出均受理。',
    '申请人高度认可答复。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});
