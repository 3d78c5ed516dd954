import type { FormColumn, FormTable } from './form.ts';

/** 第四部分: 行政复议 (5 numbers) and 行政诉讼 (direct: 5, after review: 5). One row, no row label, the same in both forms. */

const RESULTS = [
  ['upheld', '结果维持'],
  ['corrected', '结果纠正'],
  ['otherResult', '其他结果'],
  ['pending', '尚未审结'],
  ['total', '总计'],
] as const;

/** The three groups of five numbers; each has a total of its own and there is no overall 行政诉讼 total. */
export const REVIEW_GROUPS = [
  { key: 'review', under: ['行政复议'] },
  { key: 'direct', under: ['行政诉讼', '未经复议直接起诉'] },
  { key: 'afterReview', under: ['行政诉讼', '复议后起诉'] },
] as const;

const columns: readonly FormColumn[] = REVIEW_GROUPS.flatMap((group) =>
  RESULTS.map(([key, label]) => ({
    key: `${group.key}.${key}`,
    label,
    under: group.under,
    kind: 'count' as const,
    unit: '件',
  })),
);

export const REVIEW_ROW = 'counts';

export const REVIEW: FormTable = {
  id: 'review',
  section: 4,
  title: '政府信息公开行政复议、行政诉讼情况表',
  blocks: [{ key: 'review', columns, rows: [{ key: REVIEW_ROW, label: '' }] }],
};
