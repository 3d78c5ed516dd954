import { fold } from '../text/fold.ts';
import { endsClause, endsSentence } from '../text/sentences.ts';
import { type Span, span } from '../text/span.ts';
import { type Line, splitLines } from './lines/lines.ts';

/** 成文日期 at the end of the report, with the body's name above or before it when the draft has one. */
export interface Signature {
  readonly span: Span;
  readonly year: number;
  /** Where the year stands: four digits, or four Chinese numerals. */
  readonly yearSpan: Span;
  /** Whether the date is in Arabic digits. */
  readonly digits: boolean;
  readonly month: number;
  readonly day: number;
  readonly name: { readonly text: string; readonly span: Span } | undefined;
}

const NUMERALS = '〇一二三四五六七八九';
/** 2025-02-20, 2025.2.20: on a page also the date of another article. */
const SHORT_DATE = /^(.{0,30}?)((20\d\d)[-./](\d{1,2})[-./](\d{1,2}))[)）]?$/;
const DATE =
  /^(.{0,30}?)((20\d\d)\s{0,2}年\s{0,2}(\d{1,2})\s{0,2}月\s{0,2}(\d{1,2})\s{0,2}日|(二[〇○Oo0零][〇○Oo0零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日)[)）]?$/;
/** A name of a body and nothing else: no mark, no digit. */
const NAME =
  /^[\u4e00-\u9fff]{2,24}(?:政府|委员会|办公室|办公厅|办事处|[局厅部委办署院所站处队社会馆镇乡]|中心|街道)(?:[(（](?:盖章|公章|印章|章)[)）])?$/;
/** What may precede a date on its line: nothing, an opening bracket, or the body's name. */
const LEAD = /^[(（]?$/;
/** Besides a sentence's end: ends an item, so that the date below is no wrapped piece of it. */
const CLOSED = /[.”"）)：:]$/;
/** Where a site's own lines begin: the dates below are those of other pages. */
const SITE =
  /上一[篇条]|下一[篇条]|相关(?:文章|链接|文档|信息)|打印|关闭|责任编辑|来源[:：]|浏览|扫一扫|版权|ICP|主办[:：]/;
const SHORT_LINE = 24;
const LONGEST_LINE = 60;

/**
 * The first date that stands on a line of its own after the last section's heading. What follows it (a site's
 * navigation, other articles with their dates) is not looked at.
 * @param from offset after the last heading and the last table; 0 when there are none, and then nothing is looked for.
 */
export function findSignature(text: string, from: number): Signature | undefined {
  if (from === 0) return undefined;
  const lines = splitLines(text, from);
  let above: Line | undefined;
  for (let index = 0; index < lines.length; index++) {
    if (lines.isEmpty(index)) continue;
    const line = lines.at(index);
    if (line.to - line.from <= LONGEST_LINE) {
      if (SITE.test(rawOf(text, line))) return undefined;
      const signature = signatureOn(text, line, above);
      if (signature) return signature;
    }
    above = line;
  }
  return undefined;
}

const rawOf = (text: string, { from, to }: Line): string => text.slice(from, to);

function signatureOn(text: string, line: Line, above: Line | undefined): Signature | undefined {
  const raw = widthOf(rawOf(text, line));
  const long = DATE.exec(raw);
  const match = long ?? SHORT_DATE.exec(raw);
  const value = match && dateOf(match);
  if (!match || !value) return undefined;
  const [, lead = '', date = '', digits] = match;
  const isNamed = NAME.test(fold(lead));
  if (!isNamed && !(LEAD.test(fold(lead)) && standsBelowEnd(text, above, long !== null))) return undefined;
  const start = line.from + lead.length;
  return {
    ...value,
    span: span(start, start + date.length),
    yearSpan: span(start, start + 4),
    digits: digits !== undefined,
    name: isNamed
      ? { text: fold(lead), span: span(line.from, line.from + lead.trimEnd().length) }
      : nameAbove(text, above),
  };
}

/**
 * Whether the line above a date lets it stand alone. A short date may belong to anything on a page, so it needs the
 * body's name or a closed sentence above it.
 */
function standsBelowEnd(text: string, above: Line | undefined, isLong: boolean): boolean {
  if (!above) return isLong;
  const raw = rawOf(text, above);
  return closes(raw) && (isLong || isClosed(raw) || nameAbove(text, above) !== undefined);
}

/** Full-width digits as half-width ones, character for character, so that offsets stay. */
const widthOf = (raw: string): string => raw.replace(/[０-９]/g, (char) => char.normalize('NFKC'));

const isClosed = (line: string): boolean => endsSentence(line) || CLOSED.test(line);

const closes = (line: string): boolean =>
  isClosed(line) || (line.length <= SHORT_LINE && (NAME.test(fold(line)) || !endsClause(line)));

function nameAbove(text: string, line: Line | undefined): Signature['name'] {
  if (!line) return undefined;
  const place = span(line.from, line.to);
  const name = fold(text.slice(place.start, place.end)).replace(/\((?:盖章|公章|印章|章)\)$/, '');
  return NAME.test(name) ? { text: name, span: place } : undefined;
}

function dateOf(match: RegExpExecArray): Pick<Signature, 'year' | 'month' | 'day'> | undefined {
  const [, , , year, month, day, hanYear = '', hanMonth = '', hanDay = ''] = match;
  const value =
    year === undefined
      ? { year: hanDigits(hanYear), month: hanNumber(hanMonth), day: hanNumber(hanDay) }
      : { year: Number(year), month: Number(month), day: Number(day) };
  const exists = value.month >= 1 && value.month <= 12 && value.day >= 1 && value.day <= 31;
  return exists ? value : undefined;
}

const hanDigits = (digits: string): number =>
  Number([...digits.replace(/[○Oo0零]/g, '〇')].map((digit) => NUMERALS.indexOf(digit)).join(''));

/** 一 … 三十一 */
function hanNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (char: string | undefined): number => (char ? NUMERALS.indexOf(char) : 0);
  return (text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}
