import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import type { Report } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { before } from '../support/wording.ts';

const D = '[0-9０-９]';
const S = '\\s?';
const YEAR = `[2２][0０]${D}{2}`;
const TO = `${S}起?${S}[，,]?${S}(?:至|到|—{1,2}|–|-|~|～|―)${S}`;
const POINT = '[.．/-]';

/** The statistical period in other signs than 2024年1月1日至2024年12月31日: each with year, month, day, year, month, day. */
const SHAPES = {
  /** 2024.1.1—2024.12.31 */
  points: new RegExp(
    `(?<!${D})(${YEAR})${POINT}(${D}{1,2})${POINT}(${D}{1,2})${TO}(?:(${YEAR})${POINT})?(${D}{1,2})${POINT}(${D}{1,2})(?!${D})`,
    'g',
  ),
  /** 1月1日至12月31日 */
  days: new RegExp(
    `(?<!${D}${S}年${S}|${D})()(${D}{1,2})${S}月${S}(${D}{1,2})${S}日${TO}()(${D}{1,2})${S}月${S}(${D}{1,2})${S}日`,
    'g',
  ),
  /** 2024年1月至2024年12月 */
  months: new RegExp(
    `(${YEAR})${S}年${S}(${D}{1,2})()${S}月?份?${TO}(?:(${YEAR})${S}年${S})?(${D}{1,2})()${S}月份?(?!${S}${D})`,
    'g',
  ),
} as const;

/** Other ranges of dates are written so too, so that the words before must name the period. */
const NAMES_PERIOD =
  /(?:统计(?:期限|时限|时间|区间|期间|周期|时段|范围|起止)|核定时间|(?:报告|所列|各项|有关)[^。；;]{0,8}数据)[^。；;]{0,24}$/;
const LOOK_BACK = 40;

const PERIODS = Object.values(SHAPES).map((pattern) => search(pattern, { avoid: [] }));

export interface WrittenPeriod {
  readonly year: number | undefined;
  /** From the first to the last day, or month, of one year. */
  readonly isWholeYear: boolean;
  readonly hasDays: boolean;
}

export function* otherwiseWritten(report: Report): Iterable<{ hit: Hit; period: WrittenPeriod }> {
  for (const period of PERIODS) {
    for (const hit of hitsOf(report, period)) {
      if (hit.paragraph.section > 1 || !NAMES_PERIOD.test(before(hit, LOOK_BACK))) continue;
      yield { hit, period: periodOf(hit) };
    }
  }
}

function periodOf({ groups }: Hit): WrittenPeriod {
  const [year = '', month = '', day = '', lastYear = '', lastMonth = '', lastDay = ''] = groups.map(fold);
  const hasDays = day !== '';
  const isOneYear = lastYear === '' || lastYear === year;
  const isFirst = Number(month) === 1 && (!hasDays || Number(day) === 1);
  const isLast = Number(lastMonth) === 12 && (!hasDays || Number(lastDay) === 31);
  return { year: year === '' ? undefined : Number(year), isWholeYear: isOneYear && isFirst && isLast, hasDays };
}
