import { expect, it } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { draft } from '../../support/draft.ts';
import { ISSUERS } from '../../support/issuers.ts';
import { seen, statuses } from '../fragments.ts';

const RULE = 'structure/issuer-kind';
const by = (name: string): string => draft({ issuer: { ...ISSUERS[0], name } }).text;

it.each(['云岭综合实验区管理委员会', '青溪经济开发区', '雁川高新区管委会'])(
  'says of %s which checks wait for its kind',
  (name) => {
    expect(seen(RULE, by(name))).toMatchObject([{ severity: 'hint', text: name }]);
  },
);

it.each(['青溪县水利局', '青溪县人民政府', '禾原区白鹭街道办事处', '云岭市自来水公司'])(
  'says nothing of %s',
  (name) => {
    expect(statuses(RULE, by(name))).toEqual(['passed']);
  },
);

it('is settled by one setting', () => {
  const name = '云岭综合实验区管理委员会';
  const { problems, outcomes } = lint(by(name), { issuer: { name, kind: 'government' } });
  expect(problems.filter(({ rule }) => rule === RULE)).toEqual([]);
  expect(outcomes.filter(({ rule }) => rule === 'structure/gov-supervision')).not.toMatchObject([
    { status: 'not-checked' },
  ]);
});
