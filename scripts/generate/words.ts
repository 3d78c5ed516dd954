import type { Bilingual, Rule, Severity } from '../../server/src/rules/rule.ts';

/** What the rule groups are called; the ids are the folders below server/src/rules. */
export const GROUPS: Readonly<Record<string, Bilingual>> = {
  structure: { zh: '结构', en: 'Structure' },
  table: { zh: '表格', en: 'Tables' },
  consistency: { zh: '前后一致', en: 'Consistency' },
  date: { zh: '日期', en: 'Dates' },
  text: { zh: '文字', en: 'Wording' },
  term: { zh: '术语与文号', en: 'Terms and document numbers' },
  punct: { zh: '标点', en: 'Punctuation' },
  numbering: { zh: '编号', en: 'Numbering' },
  privacy: { zh: '个人信息', en: 'Personal data' },
  year: { zh: '与上年报告', en: 'Against last year' },
  rollup: { zh: '汇总', en: 'Adding up members' },
  peer: { zh: '他机关痕迹', en: 'Traces of other bodies' },
  config: { zh: '忽略', en: 'Ignoring' },
};

export const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

export const FIXES: Readonly<Record<Rule['meta']['fix'], Bilingual>> = {
  none: { zh: '无', en: 'none' },
  suggestion: { zh: '建议（逐处确认）', en: 'suggestion, one at a time' },
  safe: { zh: '安全（可一次修正全部）', en: 'safe, may be applied to all at once' },
};

export const groupOf = ({ meta }: Rule): string => meta.id.slice(0, meta.id.indexOf('/'));

/** The rules by group, groups and rules both in catalogue order. */
export function byGroup(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const group = groupOf(rule);
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  return groups;
}

/** A cell of a Markdown table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
