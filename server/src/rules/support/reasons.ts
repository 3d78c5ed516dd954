import type { Bilingual, NotCheckedReason } from '../rule.ts';

/** Why a check could not be made, in words that fit after a count or in brackets. */
export const REASONS: Readonly<Record<NotCheckedReason, Bilingual>> = {
  'section-missing': { zh: '缺少该部分', en: 'section missing' },
  'table-missing': { zh: '缺少表格', en: 'table missing' },
  'table-unreadable': { zh: '表格无法识别', en: 'table unreadable' },
  'row-missing': { zh: '缺行', en: 'row missing' },
  'row-unreadable': { zh: '行无法识别', en: 'row unreadable' },
  'cell-blank': { zh: '数据栏空白', en: 'cell blank' },
  'cell-not-a-number': { zh: '数据栏不是数字', en: 'cell not a number' },
  'cell-doubted': { zh: '表内相关合计不成立，须先改表', en: 'its sums in the table do not hold' },
  'not-filled-in': { zh: '还没有填写', en: 'not filled in yet' },
  'year-unknown': { zh: '年度不明', en: 'year unknown' },
  'issuer-unknown': { zh: '发布机关不明', en: 'issuer unknown' },
  'number-not-bound': { zh: '数字无法对应到表格', en: 'number not bound to a cell' },
  'list-not-found': { zh: '没有找到可以逐条核对的条目', en: 'no numbered items to count' },
  'words-unknown': { zh: '句中有程序不认识的说法', en: 'words of the sentence are not known' },
  'topic-unknown': { zh: '看不出说的是哪类事项', en: 'what is counted is not clear' },
  'some-of-them': { zh: '只说其中一部分，表格没有对应的数', en: 'only some of them, which no cell counts' },
  difference: { zh: '是增减或占比，不是数量', en: 'a difference or a share, not an amount' },
  'other-cases': { zh: '不限于政府信息公开案件', en: 'cases of other kinds too' },
  'other-body': { zh: '是其他机关的数', en: 'of another body' },
  'part-of-body': { zh: '是本机关一部分单位的数', en: 'of a part of the body' },
  wider: { zh: '超出本机关的范围', en: 'of more than this body' },
  'other-year': { zh: '不是本年度的数', en: 'of another year' },
  'part-of-year': { zh: '只是一年中的一段', en: 'of a part of the year' },
  'no-such-cell': { zh: '表格没有对应的数据栏', en: 'the form has no such cell' },
  'prior-missing': { zh: '没有上年的报告', en: 'last year’s report is not at hand' },
  'too-many': { zh: '同类问题过多', en: 'too many of the kind' },
};

/** In the table's order, so that a list of reasons reads the same whatever came first in the text. */
export const reasonNames = Object.keys(REASONS) as readonly NotCheckedReason[];
