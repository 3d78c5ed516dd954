import { describe, expect, it } from 'vitest';
import { check, found } from '../../support/check.ts';
import { type DraftOptions, draft } from '../../support/draft.ts';
import { ISSUERS, type Issuer } from '../../support/issuers.ts';

const RULE = 'table/rules-without-power';
const VALID = { 'proactive/regulations/made': '0', 'proactive/regulations/valid': '6' } as const;
const by = (name: string, options: DraftOptions = {}) => {
  const issuer: Issuer = ISSUERS.find((each) => each.name === name) ?? { ...ISSUERS[0], name };
  return check(draft({ issuer, cells: VALID, ...options }));
};
const statuses = (name: string, options?: DraftOptions) =>
  by(name, options)
    .outcomes.filter(({ rule }) => rule === RULE)
    .map(({ status, reason }) => reason ?? status);

describe('a body without the power', () => {
  it.each(['青溪县松河镇人民政府', '禾原区白鹭街道办事处', '青溪县人民政府', '青溪县水利局', '云岭市青溪区教育局'])(
    '%s: a warning on the first number',
    (name) => {
      const result = by(name);
      expect(found(result, RULE)).toMatchObject([{ severity: 'warning' }]);
      expect(found(result, RULE)[0]?.message).toContain('6');
    },
  );

  it('is found in the 2019 form too', () => {
    const options = { form: '2019', cells: { 'proactive/regulations/open': '6' } } as const;
    expect(statuses('青溪县水利局', options)).toEqual(['failed']);
  });

  it('passes when it reports none', () => {
    expect(
      statuses('青溪县水利局', { cells: { 'proactive/regulations/made': '0', 'proactive/regulations/valid': '0' } }),
    ).toEqual(['passed']);
  });
});

describe('silence', () => {
  it.each(['云江省人民政府', '雁川市人民政府', '云江自治州人民政府', '雁川市司法局', '云江省司法厅'])(
    'on %s',
    (name) => {
      expect(statuses(name)).toEqual(['passed']);
    },
  );

  it.each(['云岭高新区管理委员会', '水利局', '云岭新区人民政府'])('on %s, of which it cannot be told', (name) => {
    expect(statuses(name)).toEqual(['issuer-unknown']);
  });
});
