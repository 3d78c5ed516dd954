import { cellName, shown } from '../facts/names.ts';
import { DOCUMENTS } from '../forms/documents.ts';
import type { Form, FormRow, SectionNumber } from '../forms/index.ts';
import { headingOf, STATUTORY_FORMS } from '../forms/index.ts';
import type { Cell } from '../report/report.ts';
import type { Bilingual, Locale } from '../rules/rule.ts';

/** Wordings that several features share. Names of the form stay Chinese in both languages, as in the draft. */

export const say = (locale: Locale, zh: string, en: string): string => (locale === 'zh' ? zh : en);

/** 三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密 */
export const rowPath = (row: FormRow): string => [...(row.under ?? []), row.label].filter(Boolean).join(' › ');

export const sectionName = (form: Form, number: SectionNumber): string => {
  const section = form.sections[number - 1];
  return section ? headingOf(section) : '';
};

/** 「（七）总计」自然人列 18 件; a blank cell is said to be blank. */
export const cellWithValue = (cell: Cell): string => {
  const value = shown(cell);
  return typeof cell.value === 'object'
    ? `${cellName(cell)} ${value} ${cell.column.unit}`
    : `${cellName(cell)} ${value}`;
};

const FEES_SINCE = STATUTORY_FORMS.find(({ statesFees }) => statesFees)?.since;

/** What a section must contain, as the notices on the format and the regulation ask. */
export const SECTION_CONTENTS: Readonly<Record<SectionNumber, readonly Bilingual[]>> = {
  1: [
    {
      zh: '概述五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。',
      en: 'A summary of five aspects: 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设, 监督保障.',
    },
    { zh: '文字宜简明；所写数字应与表格一致。', en: 'Keep it short; its numbers must be those of the tables.' },
  ],
  2: [
    {
      zh: '一张法定表格，按《条例》第二十条各项填写；没有的填 0，不留空白。',
      en: 'One statutory table by the items of article 20; what there is none of is 0, nothing stays blank.',
    },
  ],
  3: [
    {
      zh: '一张法定表格，7 列；每行各列之和等于总计，每列各项结果之和等于（七）总计。',
      en: 'One statutory table of 7 columns; each row adds up to its 总计, each column’s results to （七）总计.',
    },
    {
      zh: '勾稽关系：第一项加第二项之和，等于第三项（七）总计加第四项之和。',
      en: 'The balance: items 一 and 二 together equal （七）总计 and item 四 together.',
    },
  ],
  4: [
    {
      zh: '一张法定表格：行政复议、未经复议直接起诉、复议后起诉，各有四种结果和总计。',
      en: 'One statutory table: 行政复议, 未经复议直接起诉 and 复议后起诉, each with four outcomes and a 总计.',
    },
  ],
  5: [
    {
      zh: '既写存在的主要问题，也写改进情况；应针对本年度的实际，不照抄往年。',
      en: 'Both the problems and what was improved, of this year and not of the years before.',
    },
  ],
  6: [
    {
      zh: '其他需要报告的事项；没有的也要写明。',
      en: 'Anything else to report; when there is nothing, that is said.',
    },
    {
      zh: `${FEES_SINCE} 年度起写明信息处理费的收取情况（${DOCUMENTS['fee-rules'].number}）。`,
      en: `From ${FEES_SINCE} on, the information-processing fees collected (${DOCUMENTS['fee-rules'].number}).`,
    },
  ],
};
