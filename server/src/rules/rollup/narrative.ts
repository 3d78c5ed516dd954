import { hitsOf, search } from '../../facts/search/search.ts';
import { cellId } from '../../forms/index.ts';
import type { Relations } from '../../relations/relations.ts';
import { memberNumber } from '../../relations/rollup.ts';
import { cellIn } from '../../report/find.ts';
import type { Report } from '../../report/report.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { toNumber } from '../support/other-report.ts';
import { rolledUp } from '../support/rolled-up.ts';

const SUBJECT = '全域的申请数与各单位之和';

/** 全县各单位共收到政府信息公开申请 133 件. */
const WHOLE = search(
  /(?:全[省市州盟县区旗])[^。；0-9]{0,30}?(?:新收|收到|受理|接收)[^。；，0-9]{0,14}申请\s?(\d{1,7})\s?(?:件|条|宗)/g,
);

/** What a government tells of its whole place, where its tables are its own alone: the tables cannot answer that. */
export default defineRule({
  meta: {
    id: 'rollup/narrative',
    title: {
      zh: '正文中全域的数与各单位之和不一致',
      en: 'What is told of the whole place is not the sum of its bodies',
    },
    severity: 'warning',
    basis: '各地编制通知：县市区人民政府年度报告要汇总本地所有公开主体的数据',
    fix: 'suggestion',
    messages: {
      fewer: {
        zh: '正文写 {told} 件，政府本级和 {count} 个单位的报告合计 {sum} 件，少 {by} 件。',
        en: 'The text says {told}; the government and {count} bodies report {sum}.',
      },
      more: {
        zh: '正文写 {told} 件，政府本级和 {count} 个单位的报告合计 {sum} 件，多 {by} 件；请核对，或者还有单位的报告不在其中。',
        en: 'The text says {told}; the government and {count} bodies report {sum}, unless some are not at hand.',
      },
    },
  },
  *check(report, { relations }) {
    const rolled = rolledUp(report, relations);
    // Where the tables add up all bodies, consistency/text-vs-table holds the text against them.
    if (!rolled || !relations || (rolled.scope !== 'own-only' && rolled.scope !== 'unlike')) return;
    const sums = sumsOf(report, relations);
    if (!sums) return;
    for (const { groups, span, start, end, text } of hitsOf(report, WHOLE)) {
      const told = Number(groups[0]);
      const [sum = 0] = sums;
      if (sums.includes(told)) {
        yield passed(SUBJECT, span);
        continue;
      }
      const digits = text.lastIndexOf(groups[0] ?? '');
      const number = { start: span.start + Math.max(0, digits), end: span.start + digits + (groups[0]?.length ?? 0) };
      const isPlain = span.end - span.start === end - start;
      yield failed(SUBJECT, {
        messageId: told < sum ? 'fewer' : 'more',
        severity: told < sum || relations.isListed ? 'warning' : 'information',
        span: isPlain ? number : span,
        data: { told, sum, count: relations.members.length, by: Math.abs(told - sum) },
        related: relations.members
          .flatMap((member) => toNumber(member, cellId('requests', 'new', 'total')))
          .slice(0, 12),
        fixes: isPlain
          ? [
              {
                title: { zh: `将 ${told} 改为 ${sum}`, en: `Change ${told} to ${sum}` },
                edits: [{ span: number, newText: `${sum}` }],
                kind: 'suggestion',
              },
            ]
          : [],
      });
    }
  },
});

/** What 收到 may mean: the new ones, with those carried in, and with or without the government's own. */
function sumsOf(report: Report, { members }: Relations): number[] | undefined {
  const table = report.tables.requests;
  if (!table) return undefined;
  const of = (row: string): readonly [own: number, theirs: number] | undefined => {
    const id = cellId('requests', row, 'total');
    const own = cellIn(report, id)?.value;
    const values = members.map((member) => memberNumber(member, table.form, id)?.units);
    if (typeof own !== 'object' || values.includes(undefined)) return undefined;
    return [own.units, values.reduce<number>((sum, value) => sum + (value ?? 0), 0)];
  };
  const [fresh, carried] = [of('new'), of('carriedIn')];
  if (!fresh || !carried) return undefined;
  const all = fresh[0] + fresh[1];
  return [all, all + carried[0] + carried[1], fresh[1], fresh[1] + carried[1]];
}
