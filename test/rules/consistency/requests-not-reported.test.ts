import { describe, expect, it } from 'vitest';
import { RULE_CASES } from '../../support/cases.ts';
import { check, found, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';

const RULE = 'consistency/requests-not-reported';
const overview = [
  '（一）主动公开。按时公开信息。',
  '（二）依申请公开。办理申请有专人负责。',
  '（三）监督保障。责任到人。',
];

describe.each(RULE_CASES)('consistency/requests-not-reported, $name', ({ layout, form }) => {
  it('adds the numbers of the table where requests are spoken of', () => {
    const wrong = draft({ layout, form, seed: 11, size: 'large', prose: { overview } });
    const problem = only(found(check(wrong), RULE));
    const received = wrong.printed.get('requests/new/total');
    const mended = expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
    expect(mended.replace(/\s/g, '')).toContain(
      `办理申请有专人负责。${wrong.year}年，新收政府信息公开申请${received}件，上年结转`,
    );
  });
});
