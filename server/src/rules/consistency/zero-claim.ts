import { changesFor } from '../../facts/arithmetic.ts';
import { allClaimsOf, type Claim } from '../../facts/claims/claims.ts';
import { cellName, shown } from '../../facts/names.ts';
import { cellIn } from '../../report/find.ts';
import type { Cell, Report } from '../../report/report.ts';
import { sliceOf } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { setCells } from '../support/cell-fix.ts';
import { outcomeOf } from '../support/claim-outcome.ts';
import { saidWithNumbers, wholeClause } from '../support/said-number.ts';

/** “未收到申请” and a table that counts one cannot both be true. */
export default defineRule({
  meta: {
    id: 'consistency/zero-claim',
    title: { zh: '文字说没有，表格中却有数', en: 'The text says none, the table has some' },
    severity: 'error',
    basis: '国办公开办函〔2021〕30号（四）：内容不准确、不完整的要追究责任',
    fix: 'suggestion',
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
      yield outcomeOf(report, claim, subject, {
        blank: () => reasonFor(report, claim),
        finding: () => findingFor(report, claim),
      });
    }
  },
});

const isNotZero = ({ value }: Cell): boolean => typeof value === 'object' && value.units !== 0;

function findingFor(report: Report, claim: Claim) {
  const { about, span, readings } = claim;
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
    fixes: [...changeText(report, claim), ...emptyCell(report, wrong)],
  };
}

/** The clause with the table's numbers; where no words for these are known, without it. */
function changeText(report: Report, { span }: Claim): Fix[] {
  const denied = allClaimsOf(report).filter(
    (other) => other.claimed.kind === 'none' && other.span.start === span.start && other.span.end === span.end,
  );
  const said = sliceOf(report.text, span);
  const newText = saidWithNumbers(report, denied);
  if (newText !== undefined) {
    return [
      {
        title: {
          zh: `将“${said}”改为“${newText}”（以表格为准）`,
          en: `Change “${said}” to “${newText}” (as in the table)`,
        },
        edits: [{ span, newText }],
        kind: 'suggestion',
      },
    ];
  }
  const clause = wholeClause(report, span);
  if (!clause) return [];
  return [
    {
      title: { zh: `删去“${said}”（以表格为准）`, en: `Delete “${said}” (as in the table)` },
      edits: [{ span: clause, newText: '' }],
      kind: 'suggestion',
    },
  ];
}

/** Where one cell alone speaks against the text, and no sum needs it. */
function emptyCell(report: Report, wrong: readonly Cell[]): Fix[] {
  const [cell, ...others] = wrong;
  const changes = cell && others.length === 0 ? changesFor(report, cell, 0) : undefined;
  return changes ? [setCells(changes)] : [];
}

function reasonFor(report: Report, { readings }: Claim): 'table-missing' | 'row-unreadable' | 'cell-blank' {
  const [id] = readings[0]?.cells ?? [];
  if (id && cellIn(report, id)) return 'cell-blank';
  const table = id?.startsWith('requests/') ? report.tables.requests : report.tables.review;
  return table ? 'row-unreadable' : 'table-missing';
}
