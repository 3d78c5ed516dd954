import { type Form, formsFact, formTables } from '../../forms/index.ts';
import { headLabels } from '../../forms/plan.ts';
import { BLANK, DIGIT, isHan, MARK, ODD, PIPE, TAB } from '../../text/characters.ts';
import { fold, foldLabel } from '../../text/fold.ts';
import { SENTENCE_END } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import type { LineRange } from './boilerplate.ts';
import type { HeadingAt } from './headings.ts';
import { isPageNumber, type Lines } from './lines.ts';

/** The region that a line belongs to. Rules on prose never see table cells, and the reverse. */
export const Region = { blank: 0, pageNumber: 1, heading: 2, title: 3, prose: 4, table: 5, boilerplate: 6 } as const;

/** One for each line. */
export type Regions = Uint8Array;

/** All labels of all forms in one string: a short line that is a substring of it is a piece of a table. */
const formText = formsFact((forms) =>
  formTables(forms)
    .flatMap((table) => table.blocks)
    .flatMap((block) => [...headLabels(block), ...block.rows.flatMap((row) => [...(row.under ?? []), row.label])])
    .map(foldLabel)
    .join('\n'),
);

const sectionsWithTable = formsFact(
  (forms) =>
    new Set(forms.flatMap(({ sections }) => sections.filter(({ table }) => table).map(({ number }) => number))),
);

/** Cells that contain sentence marks: the note in the corner and （二）部分公开（区分处理的，…）, whole or wrapped. */
const PUNCTUATED_CELL =
  /^(?:[(（]?本列数据|[(（]二[)）]部分公开|[(（]?区分处理|等于第|只计这|不计其他|[(（](?:其中|含|包括)|[+-]?[\d０-９,.]{1,15}\s?[(（])/;
/** The comma of 1,234 is no sentence mark. */
const SENTENCE_MARK = new RegExp(`[${SENTENCE_END}]|(?:[，：:]|(?<!\\d),|,(?!\\d{3}))(?!.{0,12}[)）]\\s*$)`);
const NUMBERS_AT_END = /[\d/]\s[\d.]+$/;
const LONGEST_CELL = 64;

/** Lines that begin a statutory table even where its section's heading is lost. */
const TABLE_START =
  /^(?:第二十条第(?:\([一五六八九]\)项|$)|\(?本列数据的.{0,2}稽关系|申请人情况$|行政复议(?:行政诉讼)?$|一、本年新收政府信息公开申请)/;

export function classify(
  text: string,
  lines: Lines,
  headings: readonly HeadingAt[],
  title: Span | undefined,
  boilerplate: readonly LineRange[],
  forms: readonly Form[],
): Regions {
  const regions = new Uint8Array(lines.length).fill(Region.blank);
  for (const { first, last } of boilerplate) regions.fill(Region.boilerplate, first, last + 1);
  const known = formText(forms);
  const withTable = sectionsWithTable(forms);
  let inTable = false;
  let next = 0;
  for (let index = 0; index < lines.length; index++) {
    const own = headings[next]?.line === index ? headings[next++]?.heading : undefined;
    if (lines.isEmpty(index))
      regions[index] = inTable && lines.end(index) > lines.start(index) ? Region.table : Region.blank;
    else if (regions[index] === Region.boilerplate) continue;
    else if (endsWithin(lines, index, title)) regions[index] = Region.title;
    else if (own) {
      inTable = withTable.has(own.number);
      regions[index] = Region.heading;
    } else if (lines.chars(index) & DIGIT && isPageNumber(text, lines.at(index))) regions[index] = Region.pageNumber;
    else {
      inTable ||= opensTable(text, lines, index, regions);
      const afterProse = index > 0 && regions[index - 1] === Region.prose;
      regions[index] = inTable && !isSentence(text, lines, index, afterProse, known) ? Region.table : Region.prose;
    }
  }
  return regions;
}

const endsWithin = (lines: Lines, index: number, span: Span | undefined): boolean =>
  span !== undefined && lines.to(index) > span.start && lines.to(index) <= span.end;

/** Whether a table begins with a line; the pipes above it then belong to the table. */
function opensTable(text: string, lines: Lines, index: number, regions: Regions): boolean {
  if (!startsTable(text, lines, index)) return false;
  pipesAbove(text, lines, index, regions);
  return true;
}

/** Lines of nothing but pipes just above a table's first cell open its first row. */
function pipesAbove(text: string, lines: Lines, start: number, regions: Regions): void {
  for (let above = start - 1; above >= 0; above--) {
    if (lines.isEmpty(above)) continue;
    const isProse = regions[above] === Region.prose;
    if (!isProse || !/^[|\s]+$/.test(text.slice(lines.from(above), lines.to(above)))) return;
    regions[above] = Region.table;
  }
}

/** Runs of blanks count as one. */
const rawText = (text: string, lines: Lines, index: number): string => {
  const raw = text.slice(lines.from(index), lines.to(index));
  return lines.chars(index) & (BLANK | ODD) ? raw.replace(/\s{2,}/g, ' ') : raw;
};

/** The first characters of what TABLE_START knows. */
const MAY_START_TABLE = '第本申行一';

function startsTable(text: string, lines: Lines, index: number): boolean {
  const first = text.charAt(lines.from(index));
  if (isHan(first.charCodeAt(0)) && !MAY_START_TABLE.includes(first)) return false;
  const raw = rawText(text, lines, index);
  if (raw.length > LONGEST_CELL) return false;
  return TABLE_START.test(fold(raw.replace(/^[|\s]+/, '').replace(/[|\s].*$/s, '')));
}

/** Inside a table section: a remark, or a paragraph that follows the table. */
function isSentence(text: string, lines: Lines, index: number, afterProse: boolean, labels: string): boolean {
  const chars = lines.chars(index);
  if (chars & (PIPE | TAB)) return false;
  if ((chars & MARK) === 0 && !afterProse && lines.to(index) - lines.from(index) <= LONGEST_CELL) return false;
  return readsAsSentence(rawText(text, lines, index), afterProse, labels);
}

function readsAsSentence(raw: string, afterProse: boolean, labels: string): boolean {
  if (raw.length < 2 || PUNCTUATED_CELL.test(raw) || NUMBERS_AT_END.test(raw)) return false;
  if (SENTENCE_MARK.test(raw)) return raw.length > 6 && !labels.includes(foldLabel(raw));
  if (raw.length > LONGEST_CELL) return true;
  return afterProse && raw.length > 8 && !labels.includes(foldLabel(raw));
}
