import { changesFor, partsOf } from '../../facts/arithmetic.ts';
import { agrees, type Claim, claimsOf, readingValue } from '../../facts/claims/claims.ts';
import { cellName, shown } from '../../facts/names.ts';
import type { Report } from '../../report/report.ts';
import { sliceOf } from '../../text/span.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';
import { setCells } from '../support/cell-fix.ts';

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
    },
  },
  *check(report) {
    const known = new Map<Claim['readings'], readonly Reading[]>();
    for (const claim of claimsOf(report)) {
      const subject = `文字中的${claim.about} ${claim.value}`;
      const readings = known.get(claim.readings) ?? readingsOf(report, claim);
      known.set(claim.readings, readings);
      if (readings.length === 0) yield notChecked(subject, 'number-not-bound', claim.span);
      else if (readings.some(({ value }) => agrees(claim, value))) yield passed(subject, claim.span);
      else if (readings.some(({ value }) => value === undefined)) yield notChecked(subject, 'cell-blank', claim.span);
      else yield failed(subject, findingFor(report, claim, readings));
    }
  },
});

interface Reading {
  readonly cells: ReturnType<typeof partsOf>;
  readonly value: number | undefined;
}

const readingsOf = (report: Report, { readings }: Claim): Reading[] =>
  readings.flatMap((cells) => {
    const present = partsOf(report, cells);
    return present.length > 0 ? [{ cells: present, value: readingValue(report, cells) }] : [];
  });

function findingFor(report: Report, claim: Claim, readings: readonly Reading[]) {
  const distinct = readings.filter((each, index) => readings.findIndex(({ value }) => value === each.value) === index);
  return {
    messageId: 'differs' as const,
    span: claim.span,
    data: { about: claim.about, stated: claim.value, readings: distinct.map(readingText).join('，') },
    // A part of the whole body's figure may rightly differ.
    ...(claim.narrower ? { severity: 'information' as const } : claim.exact && { severity: 'error' as const }),
    related: distinct
      .flatMap(({ cells }) => cells)
      .map((cell) => ({
        span: cell.span,
        message: { zh: `${cellName(cell)}为 ${shown(cell)}`, en: `${cellName(cell)} is ${shown(cell)}` },
      })),
    fixes: fixesFor(report, claim, distinct),
  };
}

/** A long sum is named by its first cells; the related places list them all. */
function readingText({ cells, value }: Reading): string {
  const names = cells.slice(0, 2).map(cellName).join('＋');
  return `${names}${cells.length > 2 ? `等 ${cells.length} 格` : ''}${cells.length > 1 ? '之和' : ''}为 ${value}`;
}

/** Change the prose to the table, or the cell to the prose: which one is right only the author knows. */
function fixesFor(report: Report, claim: Claim, readings: readonly Reading[]): Fix[] {
  const fixes: Fix[] = [];
  for (const { value } of readings) {
    const stated = sliceOf(report.text, claim.span);
    fixes.push({
      title: {
        zh: `将文字中的 ${stated} 改为 ${value}（以表格为准）`,
        en: `Change ${stated} in the text to ${value} (as in the table)`,
      },
      edits: [{ span: claim.span, newText: `${value}` }],
      kind: 'suggestion',
    });
  }
  const [only] = readings;
  const cell = only?.cells[0];
  const isAlone = readings.length === 1 && only?.cells.length === 1;
  const changes = cell && isAlone && changesFor(report, cell, claim.value);
  if (changes) fixes.push(setCells(changes));
  return fixes;
}
