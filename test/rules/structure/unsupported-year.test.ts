import { expect, it } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { draft } from '../../support/draft.ts';
import { marked, statuses } from '../fragments.ts';

const RULE = 'structure/unsupported-year';
const OLD = '青溪县水利局2016年政府信息公开工作年度报告\n一、概述\n2016年，公开信息30条。\n二、咨询情况\n接待来访。\n';

it('says once that the report is older than the forms, and asks nothing of the forms', () => {
  expect(marked(RULE, OLD)).toEqual(['information:2016']);
  const groups = lint(OLD).problems.map(({ rule }) => rule.split('/')[0]);
  expect(groups.filter((group) => group === 'structure')).toHaveLength(1);
  expect(groups).not.toContain('table');
});

it('passes from 2019 on, and is not checked without a year', () => {
  expect(statuses(RULE, draft({ form: '2019', year: 2019 }).text)).toEqual(['passed']);
  expect(statuses(RULE, draft().text)).toEqual(['passed']);
  expect(statuses(RULE, '一、总体情况\n公开信息。\n')).toEqual(['not-checked:year-unknown']);
});

it('does not believe a year when the tables are those of a form', () => {
  expect(marked(RULE, draft().text, { year: 2014 })).toEqual([]);
});
