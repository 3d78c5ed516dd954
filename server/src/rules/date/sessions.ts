import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import type { Report } from '../../report/report.ts';
import { before } from '../support/wording.ts';

/** When a congress or a plenary session of its Central Committee was held: year and month. */
const HELD: Readonly<Record<string, readonly [year: number, month: number]>> = {
  十九届四中: [2019, 10],
  十九届五中: [2020, 10],
  十九届六中: [2021, 11],
  二十大: [2022, 10],
  二十届一中: [2022, 10],
  二十届二中: [2023, 2],
  二十届三中: [2024, 7],
  二十届四中: [2025, 10],
};

const CONGRESS = search(/党的(二十大)(?:精神|报告)/g);
/** 二十届二中、三中全会: the last of those that are named together. */
const SESSIONS = search(/((?:十九|二十)届)(?:[一二三四五六七]中(?:全会)?[、和及])*([一二三四五六七]中)全会/g);
/** Still to come, when it was said. */
const AWAITED = /迎接|喜迎|迎$/;
/** Reports are finished by the end of March of the next year. */
const LAST_MONTH = 3;

export interface EarlySession {
  readonly hit: Hit;
  readonly held: string;
}

/** Sessions that were held only after a report on that year was published. */
export function* earlySessions(report: Report, year: number): Iterable<EarlySession> {
  for (const hit of [...hitsOf(report, CONGRESS), ...hitsOf(report, SESSIONS)]) {
    const [heldIn, month] = HELD[hit.groups.join('')] ?? [0, 0];
    const isLater = heldIn > year + 1 || (heldIn === year + 1 && month > LAST_MONTH);
    if (isLater && !AWAITED.test(before(hit, 6))) yield { hit, held: `${heldIn}年${month}月` };
  }
}
