import type { Prose, Report } from '../../report/report.ts';

/**
 * What a draft does throughout says how it came about: a PDF's text has blanks around every number, a text that was
 * normalised (NFKC) has half-width commas everywhere. Such a habit is no slip and is not reported place by place.
 */

const TIGHT = /[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff]/g;
const SPACED = /[\u4e00-\u9fff][ \u00a0]\d|\d[ \u00a0][\u4e00-\u9fff]/g;

const count = (prose: readonly Prose[], pattern: RegExp): number =>
  prose.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);

/** Are numbers usually set apart by blanks? Two such places in five are no accident. */
export function spacesNumbers({ prose }: Report): boolean {
  const spaced = count(prose, SPACED);
  return spaced > 0 && spaced * 3 >= count(prose, TIGHT) * 2;
}
