import { fold } from '../text/fold.ts';
import { SENTENCE_END } from '../text/sentences.ts';
import { span } from '../text/span.ts';
import { partsOfName } from './issuer.ts';
import { isEmpty, isPageNumber, type Line, type Lines } from './lines/lines.ts';
import type { Title } from './report.ts';

const LONGEST_TITLE = 60;
const MOST_LINES = 4;
/** A web page may put navigation and an index table above the title. */
const SEARCHED_LINES = 400;

/**
 * X局2024年政府信息公开工作年度报告, 2022年度X…年度工作报告, X政府信息公开工作2022年度报告, 关于2023年度政府信息公开工作情况的报告,
 * and with the year behind it: …年度报告（2024年度）.
 */
const TITLE = new RegExp(
  `^(?=.*政府信息公开)(?=.*(?:年度(?:工作)?报告|年报|年度政府信息公开(?:工作)?(?:情况)?的?报告|20\\d\\d年政府信息公开(?:工作)?(?:情况)?的?报告)(?:\\(20\\d\\d年?度?\\))?$)[^${SENTENCE_END}《》|]{8,}$`,
);
const YEAR = /20\d\d\s*年|\(20\d\d\)$/;
const AGENCY =
  /(?:政府|委员会|办公室|办公厅|局|厅|部|委|办|院|署|会|处|站|所|中心|镇|乡|街道|管委会|法院|检察院|大队|支队|公司|学校|大学|医院)$/;
/**
 * Marks and dates that no name of a body holds: 发布日期：2025-01-20 10:23, 【字体：大 中 小】 打印. A page puts such lines
 * between its navigation and the title.
 */
const PAGE_DATA = /[:：|[\]【】<>]|\d{4}[-/.]\d|\d月\d|\d日/;
/** A place alone, or a body, may be the first line of a name: 云岭市⏎青溪县水利局. */
const PLACE_END = /[省市县区旗州盟镇乡]$/;
/** Stands above the title on a web page and is no part of it. */
const NAVIGATION = /^(?:网站)?首页|^主页$|^(?:您的?)?(?:当前|现在)?(?:的)?位置|>/;

interface Candidate {
  readonly first: number;
  readonly last: number;
}

/** The title before the first heading, on one line or broken over up to four. */
export function findTitle(text: string, lines: Lines, before: number): Title | undefined {
  const limit = Math.min(before, SEARCHED_LINES);
  for (let first = 0; first < limit; first++) {
    const line = lines.at(first);
    if (isEmpty(line) || isPageNumber(text, line) || NAVIGATION.test(foldedLine(text, line))) continue;
    const last = titleEnd(text, lines, first, limit);
    if (last === undefined || isListed(text, lines, first, last, limit)) continue;
    return toTitle(text, lines, withAgencyLine(text, lines, withoutPageLines(text, lines, { first, last })));
  }
  return undefined;
}

/** A page lists the reports of other years above this one's title: another title follows, with no sentence between. */
function isListed(text: string, lines: Lines, first: number, last: number, limit: number): boolean {
  const own = first === last ? foldedLine(text, lines.at(first)) : '';
  if (!issuerOf(own)) return false;
  for (let index = last + 1; index < limit; index++) {
    const line = lines.at(index);
    if (line.to - line.from > LONGEST_TITLE) return false;
    const below = foldedLine(text, line);
    if (SENTENCES.test(below)) return false;
    if (below !== own && TITLE.test(below) && YEAR.test(below) && issuerOf(below)) return true;
  }
  return false;
}

const SENTENCES = new RegExp(`[${SENTENCE_END}]`);

const foldedLine = (text: string, { from, to }: Line): string =>
  fold(text.slice(from, to)).replace(/^[#*|]+|[*|]+$/g, '');

/** The last line of a title that begins at `first`; the shortest joining that reads as a title wins. */
function titleEnd(text: string, lines: Lines, first: number, limit: number): number | undefined {
  let joined = '';
  let used = 0;
  for (let index = first; index < limit && used < MOST_LINES; index++) {
    const line = lines.at(index);
    if (isEmpty(line)) continue;
    if (line.to - line.from > LONGEST_TITLE) return undefined;
    joined += foldedLine(text, line);
    used++;
    if (joined.length > LONGEST_TITLE) return undefined;
    if (TITLE.test(joined) && !/^关于.*通知$/.test(joined) && YEAR.test(joined)) return index;
  }
  return undefined;
}

/**
 * A title needs four lines at most, so lines of the page above it would be joined with it. What is left below such a
 * line must read as a title by itself.
 */
function withoutPageLines(text: string, lines: Lines, { first, last }: Candidate): Candidate {
  let joined = '';
  for (let start = last; start > first; start--) {
    const line = lines.at(start);
    if (isEmpty(line)) continue;
    joined = foldedLine(text, line) + joined;
    if (!TITLE.test(joined) || !YEAR.test(joined)) continue;
    const above = lineAbove(text, lines, start, first);
    if (above && isPageLine(above, joined)) return { first: start, last };
  }
  return { first, last };
}

function lineAbove(text: string, lines: Lines, below: number, first: number): string | undefined {
  for (let index = below - 1; index >= first; index--) {
    const line = lines.at(index);
    if (!isEmpty(line)) return foldedLine(text, line);
  }
  return undefined;
}

/** 政务公开 above 青溪县水利局2024年…; but 青溪县住房和城乡 above 建设局2024年… begins the name. */
function isPageLine(above: string, title: string): boolean {
  if (PAGE_DATA.test(above)) return true;
  const issuer = issuerOf(title);
  if (!issuer || !AGENCY.test(issuer) || AGENCY.test(above) || PLACE_END.test(above)) return false;
  const { place, agency } = partsOfName(issuer);
  return place.length > 2 && agency !== '';
}

/** 松河镇人民政府 on a line of its own above 2024年政府信息公开工作年度报告 belongs to the title. */
function withAgencyLine(text: string, lines: Lines, { first, last }: Candidate): Candidate {
  const own = foldedLine(text, lines.at(first));
  if (!/^20\d\d年|^政府信息公开/.test(own)) return { first, last };
  for (let above = first - 1; above >= Math.max(0, first - 3); above--) {
    const line = lines.at(above);
    if (isEmpty(line)) continue;
    const agency = foldedLine(text, line);
    return agency.length <= 30 && AGENCY.test(agency) ? { first: above, last } : { first, last };
  }
  return { first, last };
}

function toTitle(text: string, lines: Lines, { first, last }: Candidate): Title {
  const parts = [...lines.part(first, last + 1)].filter((line) => !isEmpty(line));
  const head = lines.at(first);
  const start = head.from + (/^[#*|\s]*/.exec(text.slice(head.from, head.to))?.[0].length ?? 0);
  const joined = parts.map((line) => foldedLine(text, line)).join('');
  const tail = lines.at(last);
  const end = tail.to - (/[*|\s]*$/.exec(text.slice(tail.from, tail.to))?.[0].length ?? 0);
  const issuer = issuerOf(joined);
  return {
    span: span(start, end),
    text: joined,
    lines: parts.length,
    issuer,
    year: yearIn(text, start, end),
  };
}

/** 2024年, also in full-width digits or with the blanks that a PDF puts between digits. */
function yearIn(text: string, start: number, end: number): Title['year'] {
  const match = /[2２]\s?[0０]\s?[0-9０-９]\s?[0-9０-９](?=\s?年|[)）]$)/.exec(text.slice(start, end));
  if (!match) return undefined;
  const at = start + match.index;
  return { value: Number(fold(match[0])), span: span(at, at + match[0].length) };
}

/** What is left of the title without year and the fixed words: the body that issues the report. */
function issuerOf(joined: string): string | undefined {
  const rest = joined
    .replace(/(?:政府信息公开|政务公开)(?:工作)?.*$/, '')
    .replace(/20\d\d年度?|\(20\d\d年?度?\)$/g, '')
    .replace(/关于$/, '');
  return rest.length >= 2 ? rest : undefined;
}
