import type { Hover, MarkupKind, Position } from 'vscode-languageserver-types';
import { partsOf } from '../facts/arithmetic.ts';
import type { Reading } from '../facts/claims/cells.ts';
import { type Claim, fits, sumOf } from '../facts/claims/claims.ts';
import { rowName, shown } from '../facts/names.ts';
import type { Cell, Heading, Report } from '../report/report.ts';
import type { Bilingual, Locale } from '../rules/rule.ts';
import { REASONS } from '../rules/support/reasons.ts';
import { type Span, sliceOf } from '../text/span.ts';
import { documentHover } from './document-hover.ts';
import type { DraftView } from './draft-view.ts';
import { equationsWith, equationText } from './equations.ts';
import { type Block, type Inline, render } from './markup.ts';
import { pairedLines } from './paired.ts';
import { type CellPlace, cellAt, claimsAt, headingAt, maskAt, rowLabelAt } from './places.ts';
import { toRange } from './ranges.ts';
import { cellWithValue, rowPath, SECTION_CONTENTS, say, sectionName } from './words.ts';

interface About {
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/** What stands under the cursor, in the words of the form. */
export function hover(view: DraftView, position: Position, kind: MarkupKind): Hover | null {
  const { document, report, locale } = view;
  const offset = document.offsetAt(position);
  const about = aboutTitle(view, offset) ?? aboutPlace(report, offset, locale);
  return about ? { contents: render(about.blocks, kind), range: toRange(document, about.span) } : null;
}

/** On the title: the other reports that this one was compared with. */
function aboutTitle({ report: { title }, relations, locale }: DraftView, offset: number): About | undefined {
  const lines = pairedLines(relations, locale);
  if (!title || lines.length === 0 || offset < title.span.start || offset > title.span.end) return undefined;
  return { span: title.span, blocks: [[{ strong: title.text }], { list: lines.map((line) => [line]) }] };
}

function aboutPlace(report: Report, offset: number, locale: Locale): About | undefined {
  const cell = cellAt(report, offset);
  if (cell) return { span: cell.cell.span, blocks: cellBlocks(report, cell, locale) };
  const label = rowLabelAt(report, offset);
  if (label?.row.label) {
    const { row, table } = label;
    return {
      span: label.row.label.span,
      blocks: [
        [{ strong: rowPath(row.row) }],
        [sectionName(report.form, table.form.section)],
        ...lawBlocks(row.row.law, locale),
        ...valuesBlock(row.cells),
      ],
    };
  }
  const heading = headingAt(report, offset);
  if (heading) return { span: heading.span, blocks: headingBlocks(report, heading, locale) };
  return aboutProse(report, offset, locale);
}

function aboutProse(report: Report, offset: number, locale: Locale): About | undefined {
  const claims = claimsAt(report, offset);
  const [claim] = claims;
  if (claim) return { span: claim.span, blocks: claims.flatMap((each) => claimBlocks(report, each, locale)) };
  const mask = maskAt(report, offset);
  const blocks = mask && documentHover(mask, locale);
  return blocks && { span: mask.span, blocks };
}

/** What a number or a word for none is read as, and what the tables say of it. */
function claimBlocks(report: Report, claim: Claim, locale: Locale): Block[] {
  const { claimed, about, notHeld } = claim;
  const stated = claimed.kind === 'amount' ? ` ${sliceOf(report.text, claim.span)}` : '';
  const title: Block = [{ strong: `${TITLES[claimed.kind][locale]}${about}${stated}` }];
  if (notHeld)
    return [title, [say(locale, '未与表格核对：', 'Not checked against the tables: '), REASONS[notHeld][locale]]];
  if (claimed.kind !== 'amount') {
    const cells = partsOf(report, [...new Set(claim.readings.flatMap(({ cells: ids }) => ids))]);
    return [
      title,
      [say(locale, '下列数据栏都应为 0：', 'These cells must be 0:')],
      { list: cells.map((cell) => [cellWithValue(cell)]) },
    ];
  }
  const readings = claim.readings.flatMap((reading) => readingLine(report, claim, reading, locale));
  const several: Block[] =
    readings.length > 1 ? [[say(locale, '可以理解为以下各项之一：', 'It may be read as one of these:')]] : [];
  return [
    title,
    ...several,
    readings.length > 0
      ? { list: readings }
      : [say(locale, '表格中没有可以对应的数据栏', 'no cell of the tables to compare it with')],
  ];
}

const TITLES: Readonly<Record<Claim['claimed']['kind'], Bilingual>> = {
  amount: { zh: '', en: '' },
  none: { zh: '没有', en: 'None: ' },
  all: { zh: '全部是', en: 'All: ' },
};

function readingLine(report: Report, claim: Claim, reading: Reading, locale: Locale): Inline[][] {
  const cells = partsOf(report, reading.cells);
  if (cells.length === 0) return [];
  const less = partsOf(report, reading.less ?? []).map((cell) => ` − ${cellWithValue(cell)}`);
  const { value } = sumOf(report, reading);
  const sum = cells.length + less.length > 1 && value !== undefined ? ` = ${value}` : '';
  return [[`${cells.map(cellWithValue).join(' + ')}${less.join('')}`, sum, ...verdict(report, claim, reading, locale)]];
}

function verdict(report: Report, claim: Claim, reading: Reading, locale: Locale): Inline[] {
  const { value } = sumOf(report, reading);
  if (value === undefined) return [say(locale, '（有空白，无法核对）', ' (blank, not checked)')];
  if (fits(report, claim, reading)) return [say(locale, '，', ', '), { strong: say(locale, '一致', 'the same') }];
  const { claimed } = claim;
  if (claimed.kind !== 'amount' || claimed.quantity.unit === '元') {
    return [say(locale, '，', ', '), { strong: say(locale, '不一致', 'not the same') }];
  }
  const off = Math.abs(claimed.quantity.value - value);
  return [say(locale, '，', ', '), { strong: say(locale, `相差 ${off}`, `off by ${off}`) }];
}

function cellBlocks(report: Report, { cell, table, row }: CellPlace, locale: Locale): Block[] {
  const printed = shown(cell);
  // Who wrote 297万元 has named the unit.
  const needsUnit = typeof cell.value === 'object' && /\d$/.test(printed);
  const value = needsUnit ? `${printed} ${cell.column.unit}` : printed;
  const column = [...(cell.column.under ?? []), cell.column.label].join(' › ');
  const sums = equationsWith(report, cell.id);
  return [
    [{ strong: `${row.row.label ? `${rowName(row.row)}` : ''}${column}` }, ` ${value}`],
    [
      sectionName(report.form, table.form.section),
      ...(row.row.label ? [say(locale, '；行：', '; row: '), rowPath(row.row)] : []),
      say(locale, '；列：', '; column: '),
      column,
    ],
    ...(sums.length > 0 ? [{ list: sums.map((each) => equationText(report, each, locale)) }] : []),
    ...lawBlocks(row.row.law, locale),
  ];
}

const lawBlocks = (law: string | undefined, locale: Locale): Block[] =>
  law ? [[say(locale, '依据：', 'Basis: '), law]] : [];

const valuesBlock = (cells: readonly Cell[]): Block[] =>
  cells.length > 0 ? [{ list: cells.map((cell) => [`${cell.column.label} ${shown(cell)}`]) }] : [];

function headingBlocks(report: Report, { number }: Heading, locale: Locale): Block[] {
  const basis = report.form.notice.number;
  return [
    [{ strong: sectionName(report.form, number) }],
    { list: SECTION_CONTENTS[number].map((each) => [each[locale]]) },
    [say(locale, `依据：${basis}`, `Basis: ${basis}`)],
  ];
}
