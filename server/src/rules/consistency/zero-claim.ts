import { allClaimsOf, type Claim, verdictOf } from '../../facts/claims/claims.ts';
import { cellName, shown } from '../../facts/names.ts';
import { cellIn } from '../../report/find.ts';
import type { Cell, Report } from '../../report/report.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

/** “未收到申请” and a table that counts one cannot both be true. */
export default defineRule({
  meta: {
    id: 'consistency/zero-claim',
    title: { zh: '文字说没有，表格中却有数', en: 'The text says none, the table has some' },
    severity: 'error',
    basis: '国办公开办函〔2021〕30号（四）：内容不准确、不完整的要追究责任',
    fix: 'none',
    messages: {
      contradiction: {
        zh: '此处说没有{about}，表格中{places}。',
        en: 'Here the text says there were none ({about}), but in the table {places}.',
      },
    },
  },
  *check(report) {
    for (const claim of allClaimsOf(report)) {
      if (claim.claimed.kind !== 'none') continue;
      const subject = `“没有${claim.about}”`;
      if (claim.notHeld) {
        yield notChecked(subject, claim.notHeld, claim.span);
        continue;
      }
      const verdict = verdictOf(report, claim);
      if (verdict === 'agrees') yield passed(subject, claim.span);
      else if (verdict === 'blank') yield notChecked(subject, reasonFor(report, claim), claim.span);
      else if (verdict === 'doubtful') yield notChecked(subject, 'some-of-them', claim.span);
      else yield failed(subject, findingFor(report, claim));
    }
  },
});

const isNotZero = ({ value }: Cell): boolean => typeof value === 'object' && value.units !== 0;

function findingFor(report: Report, { about, span, readings }: Claim) {
  const wrong = [...new Set(readings.flatMap(({ cells }) => cells))]
    .flatMap((id) => cellIn(report, id) ?? [])
    .filter(isNotZero);
  const places = wrong.map((cell) => `${cellName(cell)}为 ${shown(cell)}`);
  return {
    messageId: 'contradiction' as const,
    span,
    data: { about, places: places.join('，') },
    related: wrong.map((cell) => ({
      span: cell.span,
      message: { zh: `${cellName(cell)}为 ${shown(cell)}`, en: `${cellName(cell)} is ${shown(cell)}` },
    })),
  };
}

function reasonFor(report: Report, { readings }: Claim): 'table-missing' | 'row-unreadable' | 'cell-blank' {
  const [id] = readings[0]?.cells ?? [];
  if (id && cellIn(report, id)) return 'cell-blank';
  const table = id?.startsWith('requests/') ? report.tables.requests : report.tables.review;
  return table ? 'row-unreadable' : 'table-missing';
}
