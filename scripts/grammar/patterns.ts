import { FORMS, type FormTable } from '../../server/src/forms/index.ts';
import { SECTIONS } from '../../server/src/forms/sections.ts';

/**
 * The parts of the grammar's regular expressions that follow from the statutory forms. They are written for Oniguruma;
 * every quantifier is bounded, so that no line of text makes the editor wait.
 */

const BLANKS = '[ \\u3000\\u00a0]{0,2}';

/** A paste may have half-width marks, other quotation marks, or none. */
const VARIANTS: Readonly<Record<string, string>> = {
  '（': '[（(]',
  '）': '[）)]',
  '，': '[，,]',
  '：': '[：:]',
  '、': '[、,，]?',
  '“': '[“”"『「]?',
  '”': '[“”"』」]?',
  '.': '[.．、]',
  '/': '[/／]',
  '4': '[4４]',
};

const character = (char: string): string => VARIANTS[char] ?? (/\w/.test(char) || char > '\u00ff' ? char : `\\${char}`);

/** The label with blanks allowed between its characters: 总 计, 1. 属于国家秘密. */
const loosely = (label: string): string => [...label].map(character).join(BLANKS);

/** Longest first, because the first alternative that matches wins. */
const oneOf = (labels: Iterable<string>): string =>
  [...new Set(labels)]
    .filter((label) => label !== '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(loosely)
    .join('|');

const tables: readonly FormTable[] = Object.values(FORMS).flatMap((form) => Object.values(form.tables));
const blocks = tables.flatMap((table) => table.blocks);

/** 第二十条第（一）项, and every label of a column or above one. */
export const HEAD_LABELS: readonly string[] = blocks.flatMap(({ caption = '', corner = '', columns }) => [
  caption,
  corner,
  ...columns.flatMap(({ label, aliases = [], under = [] }) => [label, ...aliases, ...under]),
]);

/** Every label of a row or to the left of one. */
export const ROW_LABELS: readonly string[] = blocks.flatMap(({ rows }) =>
  rows.flatMap(({ label, aliases = [], outdated = [], under = [] }) => [label, ...aliases, ...outdated, ...under]),
);

/** What the columns' heads and the rows share (其他, 总计) counts as a head. */
const rowOnly = ROW_LABELS.filter((label) => !HEAD_LABELS.includes(label));

/** A whole cell: between bars, blanks, or the ends of the line. Prose never stands so. */
const wholeCell = (pattern: string): string => `(?<![^\\s|*])(?:${pattern})(?![^\\s|*])`;

export const headLabel = wholeCell(oneOf(HEAD_LABELS));
export const rowLabel = wholeCell(oneOf(rowOnly));
export const cellNumber = wholeCell('[+＋−－-]?[0-9０-９]{1,12}(?:[.．][0-9０-９]{1,6})?(?:万?元|[件项个条])?');

const ordinal =
  '(?:第?[一二三四五六七八九十]{1,2}(?:部分)? ?[、.．，,:：] ?|第[一二三四五六七八九十]部分 ?|[0-9]{1,2} ?[、.．] ?)?';
const sectionTitle = oneOf(SECTIONS.flatMap(({ title, aliases }) => [title, ...aliases]));

/** Groups: 1 Markdown's marks, 2 ordinal, 3 title. */
export const heading = `^[\\s|]{0,40}(#{1,6})?[ *]{0,4}(${ordinal})((?:20[0-9]{2}年度?)?(?:${sectionTitle}))[ *#：:。]{0,8}$`;

const enumerated = ROW_LABELS.filter((label) => label.startsWith('（')).map((label) => label.slice(3));

/** Groups: 1 Markdown's marks, 2 ordinal, 3 name. （一）予以公开 is a row of the requests table. */
export const aspect =
  '^[ \\t\\u3000]{0,20}(#{1,6})?[ *]{0,4}([（(] ?[一二三四五六七八九十]{1,2} ?[）)]、?)' +
  `(?! {0,2}(?:${oneOf(enumerated)}))[ *]{0,4}([^\\s。：:；;，,、|*][^。：:；;，,|*\\t]{1,29}(?=[。：:*]|$))?`;
