import { confirmedAt, contradictedAt } from '../../facts/claims/claims.ts';
import { type Part, type PartList, partListsIn } from '../../facts/claims/part-lists.ts';
import { hitsOf, search } from '../../facts/search/search.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';

const LISTS = search(
  (content) => partListsIn(content).map((list) => ({ ...list, start: list.total.start, end: list.total.end })),
  { from: ['其中', '分别', '包括', '包含', '具体为', '合计', '共', '总计', '(', '（', /[条件个次篇期场项份]\s?[：:]/] },
);

/** 共 N 条，其中 A a 条，B b 条: the parts of a closed list make up the whole, and never exceed it. */
export default defineRule({
  meta: {
    id: 'consistency/parts-sum',
    title: { zh: '“其中”各项之和与总数不符', en: 'The parts after 其中 do not add up' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号（四）：内容不准确、不完整的要追究责任',
    fix: 'suggestion',
    messages: {
      more: {
        zh: '其中各项之和为 {sum}，超过总数 {total}，多 {difference}。',
        en: 'The parts add up to {sum}, {difference} more than the total {total}.',
      },
      fewer: {
        zh: '其中各项之和为 {sum}，比总数 {total} 少 {difference}；若只列了一部分，可加“等”字。',
        en: 'The parts add up to {sum}, {difference} fewer than {total}; if only some are listed, say so.',
      },
      behind: {
        zh: '前面各项之和为 {sum}，与合计数 {total} 相差 {difference}。',
        en: 'The numbers before add up to {sum}, which is {difference} off the stated sum {total}.',
      },
    },
  },
  *check(report) {
    for (const list of hitsOf(report, LISTS)) {
      const { total, parts, unit, paragraph } = list;
      if (paragraph.section > 4) continue;
      const isTold = isAmong(report, paragraph, contradictedAt(report));
      // 予以公开 8 件 where the table says 9 is told once, not again as a sum that is too small.
      if ([total, ...parts].some(isTold)) continue;
      const sum = sumOf(parts);
      const subject = `总数 ${total.value}${unit}与其中各项`;
      const severity = severityOf(list, sum);
      if (severity === undefined) yield passed(subject, list.span);
      else {
        yield failed(subject, {
          messageId: list.isBehind ? 'behind' : sum > total.value ? 'more' : 'fewer',
          span: placeOf(report, paragraph, list),
          data: { sum, total: total.value, difference: Math.abs(sum - total.value) },
          ...(severity === 'hint' && { severity }),
          related: parts.map(({ start, end, value }) => ({
            span: spanIn(paragraph, start, end),
            message: { zh: `其中一项为 ${value}`, en: `one part: ${value}` },
          })),
          fixes: [setTotal(paragraph, list, sum)],
        });
      }
    }
  },
});

const sumOf = (parts: readonly Part[]): number => parts.reduce((all, { value }) => all + value, 0);

const isAmong =
  (_report: Report, paragraph: Prose, places: ReadonlySet<number>) =>
  ({ start, end }: Part): boolean =>
    places.has(spanIn(paragraph, start, end).start);

/** Fewer than so much of the total is a choice of some of them, and no slip. */
const NEARLY_ALL = 0.8;
/** Two parts are often told as examples. */
const A_LIST = 3;

function severityOf(
  { total, parts, others, isClosed, isBehind }: PartList,
  sum: number,
): 'warning' | 'hint' | undefined {
  if (sum === total.value) return undefined;
  if (isBehind) return 'warning';
  if (others.some((other) => sum <= other)) return undefined;
  if (sum > total.value) return 'warning';
  if (!isClosed || parts.length < 2) return undefined;
  return parts.length >= A_LIST && sum >= total.value * NEARLY_ALL ? 'warning' : 'hint';
}

/** Where the table confirms the total, a part is wrong; else nobody can tell which of the numbers it is. */
function placeOf(report: Report, paragraph: Prose, { total, parts, isBehind }: PartList) {
  const last = parts.at(-1) ?? total;
  if (isBehind) return spanIn(paragraph, total.start, total.end);
  const isRight = isAmong(report, paragraph, confirmedAt(report))(total);
  const first = isRight ? (parts[0] ?? total) : total;
  return isRight ? spanIn(paragraph, first.start, last.end) : spanIn(paragraph, total.start, total.end);
}

function setTotal(paragraph: Prose, { total }: PartList, sum: number): Fix {
  return {
    title: { zh: `将总数 ${total.value} 改为 ${sum}`, en: `Change the total from ${total.value} to ${sum}` },
    edits: [{ span: spanIn(paragraph, total.start, total.end), newText: `${sum}` }],
    kind: 'suggestion',
  };
}
