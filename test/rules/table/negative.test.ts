import { describe, expect, it } from 'vitest';
import { alarms, check, found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'table/negative';

describe.each(LAYOUTS)('$name', (layout) => {
  it('takes a negative count for an error, and does not report its sums too', () => {
    const result = check(draft({ layout, cells: { 'requests/granted/natural': '-3' }, size: 'small' }));
    expect(found(result, RULE)).toMatchObject([{ severity: 'error' }]);
    expect(alarms(result).map(({ rule }) => rule)).toEqual([RULE]);
  });

  it('allows it in 本年增/减', () => {
    const cells = { 'proactive/licence/change': '-8', 'proactive/penalty/change': '+1036' } as const;
    expect(alarms(check(draft({ form: '2019', layout, cells })))).toEqual([]);
  });
});

it('is found in the fees too', () => {
  expect(found(check(draft({ cells: { 'proactive/fees/amount': '-0.5' } })), RULE)).toHaveLength(1);
});
