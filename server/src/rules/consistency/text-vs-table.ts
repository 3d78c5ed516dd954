import { changesFor, partsOf } from '../../facts/arithmetic.ts';
import type { Reading } from '../../facts/claims/cells.ts';
import { allClaimsOf, type Claim, type Sum, sumOf } from '../../facts/claims/claims.ts';
import { cellName, shown } from '../../facts/names.ts';
import type { Cell, Report } from '../../report/report.ts';
import { sliceOf } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { setCells } from '../support/cell-fix.ts';
import { outcomeOf } from '../support/claim-outcome.ts';

/**
 * A number in prose agrees with the cells that it may mean. Where wording leaves several readings open (收到 N 件: the
 * new ones, or the carried over ones too), it is reported only when none of them fits.
 */
export default defineRule({
  meta: {
    id: 'consistency/text-vs-table',
    title: { zh: '文字与表格的数字不一致', en: 'A number in the text differs from the table' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号（四）：内容不准确、不完整的要追究责任',
    fix: 'suggestion',
    messages: {
      differs: {
        zh: '文字说{about} {stated}，表格中{readings}。',
        en: 'The text says {stated} for {about}; in the table {readings}.',
      },
      tooMany: {
        zh: '文字说{about}中有 {stated}，表格中总共才{readings}。',
        en: 'The text says that {stated} were of {about}; in the table there were {readings} in all.',
      },
      notAll: {
        zh: '文字说全部是{about}，表格中{readings}。',
        en: 'The text says that all were {about}; in the table {readings}.',
      },
    },
  },
  *check(report) {
    for (const claim of allClaimsOf(report)) {
      if (claim.claimed.kind === 'none') continue;
      const subject = subjectOf(report, claim);
      yield outcomeOf(report, claim, subject, {
        blank: () => reasonFor(report, claim),
        finding: () => findingFor(report, claim),
      });
    }
  },
});

const statedIn = ({ text }: Report, { span }: Claim): string => sliceOf(text, span).replace(/\s+/g, '');

const subjectOf = (report: Report, claim: Claim): string =>
  claim.claimed.kind === 'all'
    ? `文字中的“${statedIn(report, claim)}”`
    : `文字中的${claim.about} ${statedIn(report, claim)}`;

const reasonFor = (report: Report, { readings }: Claim): 'number-not-bound' | 'cell-blank' =>
  readings.some(({ cells }) => partsOf(report, cells).length > 0) ? 'cell-blank' : 'number-not-bound';

interface Answer extends Sum {
  readonly cells: readonly Cell[];
  readonly less: readonly Cell[];
}

function answersOf(report: Report, { readings }: Claim): Answer[] {
  const answers = readings.map((reading: Reading) => ({
    cells: partsOf(report, reading.cells),
    less: partsOf(report, reading.less ?? []),
    ...sumOf(report, reading),
  }));
  return answers.filter(({ value }, index) => answers.findIndex((other) => value === other.value) === index);
}

function findingFor(report: Report, claim: Claim) {
  const { claimed, isShare, span, about } = claim;
  const all = claimed.kind === 'all';
  const answers = answersOf(report, claim);
  const cells = answers.flatMap((answer) => [...answer.cells, ...answer.less]);
  const named = all ? cells.filter(isNotZero) : cells;
  return {
    messageId: all ? ('notAll' as const) : isShare ? ('tooMany' as const) : ('differs' as const),
    span,
    data: {
      about,
      stated: statedIn(report, claim),
      readings: all
        ? named.map((cell) => `${cellName(cell)}为 ${shown(cell)}`).join('，')
        : answers.map(answerText).join('，'),
    },
    ...(claim.exact && !all && { severity: 'error' as const }),
    related: named.map((cell) => ({
      span: cell.span,
      message: { zh: `${cellName(cell)}为 ${shown(cell)}`, en: `${cellName(cell)} is ${shown(cell)}` },
    })),
    fixes: all || isShare ? [] : fixesFor(report, claim, answers),
  };
}

const isNotZero = ({ value }: Cell): boolean => typeof value === 'object' && value.units !== 0;

/** A long sum is named by its first cells; the related places list them all. */
function answerText({ cells, less, value, known }: Answer): string {
  const names = cells.slice(0, 2).map(cellName).join('＋');
  const taken = less.length > 0 ? `减${less.map(cellName).join('、')}` : '';
  const many = cells.length > 2 ? `等 ${cells.length} 格` : '';
  const sum = cells.length > 1 ? '之和' : '';
  return `${names}${many}${sum}${taken}${value === undefined ? `至少为 ${known}` : `为 ${value}`}`;
}

/** Change the prose to the table, or the cell to the prose: which one is right only the author knows. */
function fixesFor(report: Report, { claimed, span }: Claim, answers: readonly Answer[]): Fix[] {
  const quantity = claimed.kind === 'amount' ? claimed.quantity : undefined;
  // 102.3万, 400 元: the table writes them in another way.
  if (!quantity || quantity.unit === '元' || quantity.step !== 1 || quantity.surely !== 'exactly') return [];
  const stated = sliceOf(report.text, span);
  const fixes = answers.flatMap(({ value }): Fix[] =>
    value === undefined
      ? []
      : [
          {
            title: {
              zh: `将文字中的 ${stated} 改为 ${value}（以表格为准）`,
              en: `Change ${stated} in the text to ${value} (as in the table)`,
            },
            edits: [{ span, newText: `${value}` }],
            kind: 'suggestion',
          },
        ],
  );
  const [only] = answers;
  const cell = only?.cells[0];
  const isAlone = answers.length === 1 && only?.cells.length === 1 && only.value !== undefined;
  const changes = cell && isAlone && changesFor(report, cell, quantity.value);
  if (changes) fixes.push(setCells(changes));
  return fixes;
}
