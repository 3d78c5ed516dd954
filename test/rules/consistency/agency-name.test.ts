import { expect, it } from 'vitest';
import { reportSaying } from '../../support/sentences.ts';
import { marked } from '../fragments.ts';

const RULE = 'consistency/agency-name';
const said = (name: string, sentence: string): string =>
  reportSaying(1, sentence, { title: [`青溪县${name}2024年政府信息公开工作年度报告`] }).text;

it.each([
  ['工业和信息化科技局', '青溪县工业信息化和科技局组织业务培训。', '工业信息化和科技局'],
  ['住房和城乡建设局', '青溪县住房与城乡建设局组织业务培训。', '住房与城乡建设局'],
  ['农业农村和水利局', '青溪县农业水利和农村局组织业务培训。', '农业水利和农村局'],
])('reports another spelling of %s', (name, sentence, found) => {
  expect(marked(RULE, said(name, sentence))).toEqual([`warning:${found}`]);
});

it.each([
  ['住房和城乡建设局', '成立由青溪县住房和城乡建设局局长任组长的领导小组。'],
  ['住房和城乡建设局', '组织青溪县住房和城乡建设局局机关各股室开展自查。'],
  ['人力资源和社会保障厅', '由云岭省人力资源和社会保障厅厅长主持。'],
  ['发展和改革委员会', '县发展和改革委会同县财政局开展检查。'],
  ['发展和改革委员会', '县发展和改革委会议研究了政务公开工作。'],
  ['人力资源和社会保障局', '青溪县人力资源社会保障局组织业务培训。'],
  ['人力资源社会保障局', '青溪县人力资源和社会保障局组织业务培训。'],
  ['住房和城乡建设局', '青溪县住房城乡建设局组织业务培训。'],
  ['文化广电和旅游局', '青溪县文化广电旅游局组织业务培训。'],
  ['文化广电旅游局', '青溪县文化广电和旅游局组织业务培训。'],
])('takes what is no other name of %s for none: %s', (name, sentence) => {
  expect(marked(RULE, said(name, sentence))).toEqual([]);
});
