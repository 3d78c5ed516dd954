import { describe, expect, it } from 'vitest';
import { alarms, check, found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'table/extra-row';
const ZEROS = ['0', '0', '0', '0', '0', '0', '0'];

describe.each(LAYOUTS)('$name', (layout) => {
  it.each(['2021', '2019'] as const)('warns of a subtotal, the sums staying right (%s)', (form) => {
    const faults = { extraRows: [{ after: 'denied.inquiry', label: '小计', values: ZEROS }] };
    const result = check(draft({ layout, form, faults, size: 'small' }));
    expect(found(result, RULE)).toMatchObject([{ severity: 'warning', message: expect.stringContaining('“小计”') }]);
    expect(alarms(result).map(({ rule }) => rule)).toEqual([RULE]);
  });

  it.each(['4.其他', '4.其他情形', '（四）其他', '（一）予以公开'])('warns of %s', (label) => {
    const values = ['1', '0', '0', '0', '0', '0', '1'];
    const faults = { extraRows: [{ after: 'unable.unclear', label, values }] };
    const result = check(draft({ layout, faults, size: 'small' }));
    // A piece of the merged label may stand between the ordinal and the name.
    const name = label.replace(/^.*[.）]/, '');
    expect(found(result, RULE)).toMatchObject([{ severity: 'warning', message: expect.stringContaining(name) }]);
    expect(alarms(result).map(({ rule }) => rule)).toEqual([RULE]);
  });

  it('is silent on the form’s own rows', () => {
    expect(found(check(draft({ layout })), RULE)).toEqual([]);
  });
});

it('finds a breakdown of the draft’s own', () => {
  const faults = { extraRows: [{ after: 'carriedIn', label: '网上平台提交的申请', values: ZEROS }] };
  expect(found(check(draft({ faults })), RULE)).toHaveLength(1);
});

it('is silent when a label cannot be recognised and its row is missing: that is one cause', () => {
  const faults = { labels: { 'denied.inquiry': '8.查询一类事项归口' } };
  const result = check(draft({ faults }));
  expect(found(result, RULE)).toEqual([]);
});
