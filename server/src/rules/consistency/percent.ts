import { type Share, sharesIn } from '../../facts/claims/shares.ts';
import { hitsOf, search } from '../../facts/search/search.ts';
import { type CellId, cellId } from '../../forms/index.ts';
import { cellIn } from '../../report/find.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Report } from '../../report/report.ts';
import { defineRule, failed, passed } from '../rule.ts';

const SHARES = search(sharesIn, { from: ['占', '率', '比', '较', '与'] });
/** Rounding, and a share that was cut off instead of rounded. */
const TOLERANCE = 1;

/** 41 件占 50 件的 82%: a share agrees with its own two numbers. */
export default defineRule({
  meta: {
    id: 'consistency/percent',
    title: { zh: '占比与数量不符', en: 'A share differs from its numbers' },
    severity: 'information',
    basis: '国办公开办函〔2021〕30号（四）：内容不准确、不完整的要追究责任',
    fix: 'none',
    messages: {
      differs: {
        zh: '{part} 占 {whole} 的 {share}%，此处写为 {stated}%。',
        en: '{part} of {whole} is {share} %; here it says {stated} %.',
      },
      change: {
        zh: '{part} 与 {whole} 相比{way} {share}%，此处写为{statedWay} {stated}%。',
        en: '{part} against {whole} is a change of {signed} %; here it says {statedSigned} %.',
      },
    },
  },
  *check(report) {
    for (const share of hitsOf(report, SHARES)) {
      const { paragraph, stated } = share;
      if (paragraph.section > 4) continue;
      const subject = `占比 ${Math.abs(stated)}%`;
      const span = spanIn(paragraph, share.start, share.end);
      const wholes = share.kind === 'share' ? [...share.wholes, ...totalsIn(report)] : share.wholes;
      const whole = share.wholes.at(-1) ?? namedIn(report, share);
      const [part = 0] = share.parts;
      if (whole === undefined || share.parts.some((each) => wholes.some((other) => fits(share, each, other)))) {
        yield passed(subject, span);
      } else if (share.kind === 'share') {
        const data = { part, whole, share: rounded((part / whole) * 100), stated };
        yield failed(subject, { messageId: 'differs', span, data });
      } else yield failed(subject, { messageId: 'change', span, data: changeData(part, whole, stated) });
    }
  },
});

const rounded = (number: number): number => Math.round(number * 10) / 10;

const changeOf = (part: number, whole: number): number => ((part - whole) / whole) * 100;

function changeData(part: number, whole: number, stated: number) {
  const signed = rounded(changeOf(part, whole));
  const way = (by: number): string => (by < 0 ? '减少' : '增长');
  return {
    part,
    whole,
    way: way(signed),
    share: Math.abs(signed),
    signed,
    statedWay: way(stated),
    stated: Math.abs(stated),
    statedSigned: stated,
  };
}

const fits = ({ kind, stated }: Share, part: number, whole: number): boolean =>
  whole > 0 && Math.abs((kind === 'share' ? (part / whole) * 100 : changeOf(part, whole)) - stated) < TOLERANCE;

const total = (row: string): CellId => cellId('requests', row, 'total');
const cases = (column: string): CellId => cellId('review', 'counts', column);

/** Sums of cells of which a share may be told though its sentence does not name them. */
const TOTALS: readonly (readonly CellId[])[] = [
  [total('new')],
  [total('new'), total('carriedIn')],
  [total('resultTotal')],
  ...['review', 'direct', 'afterReview'].flatMap((group) => [
    [cases(`${group}.total`)],
    // Of those concluded.
    ['upheld', 'corrected', 'otherResult'].map((outcome) => cases(`${group}.${outcome}`)),
  ]),
  [cases('direct.total'), cases('afterReview.total')],
  ['direct', 'afterReview'].flatMap((group) =>
    ['upheld', 'corrected', 'otherResult'].map((outcome) => cases(`${group}.${outcome}`)),
  ),
];

function sumOf(report: Report, ids: readonly CellId[]): number | undefined {
  let sum = 0;
  for (const id of ids) {
    const value = cellIn(report, id)?.value;
    if (typeof value !== 'object') return undefined;
    sum += value.units / 10 ** value.scale;
  }
  return sum;
}

const totalsIn = (report: Report): number[] => TOTALS.flatMap((ids) => sumOf(report, ids) ?? []);

/** 占办结总量的 82%: what the words name is a number of the table. */
function namedIn(report: Report, { of, parts: [part = 0] }: Share): number | undefined {
  const row = /办结|答复/.test(of) ? 'resultTotal' : 'new';
  const whole = /复议|诉讼/.test(of) ? undefined : sumOf(report, [total(row)]);
  return whole !== undefined && whole >= part && whole > 0 ? whole : undefined;
}
