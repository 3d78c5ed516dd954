import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { ISSUERS, type Issuer } from '../../support/issuers.ts';
import { marked, mended, seen, statuses } from '../fragments.ts';

const RULE = 'structure/gov-supervision';
const SUPERVISION = '（五）监督保障。组织培训2次。';
const by = (name: string, supervision = SUPERVISION) => {
  const issuer: Issuer = ISSUERS.find((each) => each.name === name) ?? { ...ISSUERS[0], name };
  return draft({ issuer, prose: { overview: ['（一）主动公开。公开信息3条。', supervision] } }).text;
};

it.each(['青溪县人民政府', '雁川市人民政府', '青溪县松河镇人民政府'])('asks %s for the three results', (name) => {
  const text = by(name);
  expect(seen(RULE, text)).toMatchObject([{ severity: 'information', text: expect.stringMatching(/^（五）监督保障/) }]);
  expect(mended(RULE, text)).toContain(`${SUPERVISION}工作考核、社会评议、责任追究结果情况：（待填写）。`);
});

it.each([
  '（五）监督保障。将政府信息公开纳入绩效考核，开展社会评议，没有责任追究的情形。',
  '（五）监督保障。较好完成年度考核内容，未出现社会评议和责任追究情况。',
])('passes where all three are named: %s', (supervision) => {
  expect(statuses(RULE, by('青溪县松河镇人民政府', supervision))).toEqual(['passed']);
});

it.each(['青溪县水利局', '禾原区白鹭街道办事处'])('does not ask %s', (name) => {
  expect(statuses(RULE, by(name))).toEqual([]);
});

it('is not checked when the body is not known', () => {
  expect(statuses(RULE, by('云岭高新区管理委员会'))).toEqual(['not-checked:issuer-unknown']);
  expect(marked(RULE, draft({ title: 0, preface: 'none', prose: { signOff: [] } }).text)).toEqual([]);
});
