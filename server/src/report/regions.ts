import { FORMS } from '../forms/index.ts';
import { SECTIONS } from '../forms/sections.ts';
import { fold, foldLabel } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { LineRange } from './boilerplate.ts';
import type { HeadingAt } from './headings.ts';
import { isEmpty, isPageNumber, type Line } from './lines.ts';
import { headLabels } from './table.ts';

/** What a line is. Rules on prose never see table cells and the reverse. */
export type Region = 'blank' | 'page-number' | 'heading' | 'title' | 'prose' | 'table' | 'boilerplate';

/** Every label of both forms in one string: a short line that stands in it is a piece of a table. */
const FORM_TEXT = Object.values(FORMS)
  .flatMap((form) => Object.values(form.tables))
  .flatMap((table) => table.blocks)
  .flatMap((block) => [...headLabels(block), ...block.rows.flatMap((row) => [...(row.under ?? []), row.label])])
  .map(foldLabel)
  .join('\n');

/** Cells that hold sentence marks: the note in the corner and （二）部分公开（区分处理的，…）, whole or wrapped. */
const PUNCTUATED_CELL =
  /^(?:[(（]?本列数据|[(（]二[)）]部分公开|[(（]?区分处理|等于第|只计这|不计其他|[(（](?:其中|含|包括)|[+-]?[\d０-９,.]{1,15}\s?[(（])/;
/** A separator of thousands is no mark: 1,234. */
const SENTENCE_MARK = /[。；;！？!?]|(?:[，：:]|(?<!\d),|,(?!\d{3}))(?!.{0,12}[)）]\s*$)/;
const NUMBERS_AT_END = /[\d/]\s[\d.]+$/;
const LONGEST_CELL = 64;

/** Lines that begin a statutory table even where its section's heading is lost. */
const TABLE_START =
  /^(?:第二十条第(?:\([一五六八九]\)项|$)|\(?本列数据的.{0,2}稽关系|申请人情况$|行政复议(?:行政诉讼)?$|一、本年新收政府信息公开申请)/;

export function classify(
  text: string,
  lines: readonly Line[],
  headings: readonly HeadingAt[],
  title: Span | undefined,
  boilerplate: readonly LineRange[] = [],
): Region[] {
  const headingLines = new Map(headings.map(({ line, heading }) => [line, heading.number]));
  const regions: Region[] = [];
  let inTable = false;
  for (const [index, line] of lines.entries()) {
    if (isEmpty(line)) {
      regions.push(inTable && line.end > line.start ? 'table' : 'blank');
      continue;
    }
    if (boilerplate.some(({ first, last }) => first <= index && index <= last)) {
      regions.push('boilerplate');
      continue;
    }
    if (title && line.to > title.start && line.to <= title.end) {
      regions.push('title');
      continue;
    }
    const section = headingLines.get(index);
    if (section !== undefined) {
      inTable = SECTIONS[section - 1]?.table !== undefined;
      regions.push('heading');
      continue;
    }
    if (isPageNumber(text, line)) {
      regions.push('page-number');
      continue;
    }
    const raw = text.slice(line.from, line.to).replace(/\s{2,}/g, ' ');
    if (
      !inTable &&
      raw.length <= LONGEST_CELL &&
      TABLE_START.test(fold(raw.replace(/^[|\s]+/, '').replace(/[|\s].*$/s, '')))
    )
      inTable = true;
    const tabbed = text.slice(line.from, line.to).includes('\t');
    const prose = !inTable || (!tabbed && isSentence(raw, regions[index - 1]));
    regions.push(prose ? 'prose' : 'table');
  }
  return regions;
}

/** Inside a table section: a remark, or a paragraph that follows the table. */
function isSentence(raw: string, before: Region | undefined): boolean {
  if (raw.includes('|')) return false;
  if (raw.length < 2 || PUNCTUATED_CELL.test(raw) || NUMBERS_AT_END.test(raw)) return false;
  if (SENTENCE_MARK.test(raw)) return raw.length > 6 && !FORM_TEXT.includes(foldLabel(raw));
  if (raw.length > LONGEST_CELL) return true;
  return before === 'prose' && raw.length > 8 && !FORM_TEXT.includes(foldLabel(raw));
}
