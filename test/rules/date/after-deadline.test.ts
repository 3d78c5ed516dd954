import { describe, expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { ISSUERS, type Issuer } from '../../support/issuers.ts';
import { marked, seen, statuses } from '../fragments.ts';

const RULE = 'date/after-deadline';
const signed = (date: string, name = ISSUERS[0].name) => {
  const issuer: Issuer = { ...ISSUERS[0], name };
  return draft({ issuer, prose: { signOff: [name, date] } }).text;
};

describe('a department', () => {
  it('is late after 31 January', () => {
    expect(marked(RULE, signed('2025年2月13日'))).toEqual(['warning:2025年2月13日']);
    expect(marked(RULE, signed('2025年2月1日'))).toHaveLength(1);
    expect(marked(RULE, signed('2025-02-20'))).toEqual(['warning:2025-02-20']);
    expect(marked(RULE, signed('2025.2.20'))).toEqual(['warning:2025.2.20']);
    expect(marked(RULE, signed('2026年1月5日'))).toHaveLength(1);
  });

  it('is in time until 31 January', () => {
    expect(statuses(RULE, signed('2025年1月31日'))).toEqual(['passed']);
    expect(statuses(RULE, signed('2024年12月31日'))).toEqual(['passed']);
  });
});

describe('a government', () => {
  it('has time until 31 March', () => {
    expect(marked(RULE, signed('2025年3月31日', '青溪县人民政府'))).toEqual([]);
    expect(marked(RULE, signed('2025年4月1日', '青溪县人民政府'))).toEqual(['warning:2025年4月1日']);
  });

  it('is not meant when its office reports for itself', () => {
    expect(marked(RULE, signed('2025年3月1日', '青溪县人民政府办公室'))).toHaveLength(1);
  });
});

it.each(['青溪县松河镇人民政府', '禾原区白鹭街道办事处'])('the date of %s is an information', (name) => {
  expect(seen(RULE, signed('2025年2月20日', name))).toMatchObject([{ id: 'township', severity: 'information' }]);
});

describe('a body whose kind is not known', () => {
  const name = '云岭高新区管理委员会';
  it('is not checked between the two deadlines', () => {
    expect(statuses(RULE, signed('2025年2月20日', name))).toEqual(['not-checked:issuer-unknown']);
  });
  it('is late after both', () => {
    expect(seen(RULE, signed('2025年4月20日', name))).toMatchObject([{ severity: 'information' }]);
  });
});

it('requires no signature and looks at no other date', () => {
  const say = { 6: '信息处理费收取办法见2025年6月1日发布的公告。' } as const;
  expect(statuses(RULE, draft({ prose: { signOff: [] }, say }).text)).toEqual([]);
});

it('leaves the year of the signature to no other rule: it is rightly the next one', () => {
  expect(marked('date/wrong-year', signed('2025年1月20日'))).toEqual([]);
});
