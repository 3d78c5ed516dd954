import type { Bilingual, NotCheckedReason } from '../rule.ts';

/** Why a check could not be made, in words that fit after a count or in brackets. */
export const REASONS: Readonly<Record<NotCheckedReason, Bilingual>> = {
  'section-missing': { zh: '缺少该部分', en: 'section missing' },
  'table-missing': { zh: '缺少表格', en: 'table missing' },
  'row-missing': { zh: '缺行', en: 'row missing' },
  'row-unreadable': { zh: '行无法识别', en: 'row unreadable' },
  'cell-blank': { zh: '数据栏空白', en: 'cell blank' },
  'cell-not-a-number': { zh: '数据栏不是数字', en: 'cell not a number' },
  'not-filled-in': { zh: '还没有填写', en: 'not filled in yet' },
  'year-unknown': { zh: '年度不明', en: 'year unknown' },
  'issuer-unknown': { zh: '发布机关不明', en: 'issuer unknown' },
  'number-not-bound': { zh: '数字无法对应到表格', en: 'number not bound to a cell' },
  'too-many': { zh: '同类问题过多', en: 'too many of the kind' },
};

/** In the table's order, so that a list of reasons reads the same whatever came first in the text. */
export const reasonNames = Object.keys(REASONS) as readonly NotCheckedReason[];
