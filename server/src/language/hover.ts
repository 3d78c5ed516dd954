import type { Hover, MarkupKind, Position } from 'vscode-languageserver-types';
import { partsOf } from '../facts/arithmetic.ts';
import { readingValue } from '../facts/claims/claims.ts';
import { rowName, shown } from '../facts/names.ts';
import type { Cell, Heading, Report } from '../report/report.ts';
import type { Locale } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { documentHover } from './document-hover.ts';
import type { DraftView } from './draft-view.ts';
import { equationsWith, equationText } from './equations.ts';
import { type Block, type Inline, render } from './markup.ts';
import { type CellPlace, cellAt, claimAt, headingAt, maskAt, rowLabelAt, zeroClaimsAt } from './places.ts';
import { toRange } from './ranges.ts';
import { cellWithValue, rowPath, SECTION_CONTENTS, say, sectionName } from './words.ts';

interface About {
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/** What stands under the cursor, in the words of the form. */
export function hover({ document, report, locale }: DraftView, position: Position, kind: MarkupKind): Hover | null {
  const about = aboutPlace(report, document.offsetAt(position), locale);
  return about ? { contents: render(about.blocks, kind), range: toRange(document, about.span) } : null;
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
  const claim = claimAt(report, offset);
  if (claim) {
    const readings = claim.readings.flatMap((ids): Inline[][] => {
      const cells = partsOf(report, ids);
      if (cells.length === 0) return [];
      const value = readingValue(report, ids);
      const sum = cells.length > 1 && value !== undefined ? ` = ${value}` : '';
      return [[...join(cells.map(cellWithValue)), sum, ...verdict(value, claim.value, locale)]];
    });
    const none = say(locale, '表格中没有可以对应的数据栏', 'no cell of the tables to compare it with');
    return {
      span: claim.span,
      blocks: [
        [{ strong: `${claim.about} ${claim.value}` }],
        ...(readings.length > 1 ? [[say(locale, '可以理解为以下各项之一：', 'It may be read as one of these:')]] : []),
        readings.length > 0 ? { list: readings } : [none],
      ],
    };
  }
  const [zero, ...more] = zeroClaimsAt(report, offset);
  if (zero) {
    const cells = [zero, ...more].flatMap((each) => partsOf(report, each.cells));
    return {
      span: zero.span,
      blocks: [
        [
          {
            strong: say(locale, '此处说没有，下列数据栏都应为 0：', 'This says there was none; these cells must be 0:'),
          },
        ],
        { list: cells.map((cell) => [cellWithValue(cell)]) },
      ],
    };
  }
  const mask = maskAt(report, offset);
  const blocks = mask && documentHover(mask, locale);
  return blocks && { span: mask.span, blocks };
}

const join = (parts: readonly string[]): Inline[] => [parts.join(' + ')];

function verdict(value: number | undefined, stated: number, locale: Locale): Inline[] {
  if (value === undefined) return [say(locale, '（有空白，无法核对）', ' (blank, not checked)')];
  if (value === stated) return [say(locale, '，', ', '), { strong: say(locale, '一致', 'the same') }];
  return [
    say(locale, '，', ', '),
    { strong: say(locale, `相差 ${Math.abs(value - stated)}`, `off by ${Math.abs(value - stated)}`) },
  ];
}

function cellBlocks(report: Report, { cell, table, row }: CellPlace, locale: Locale): Block[] {
  const value = typeof cell.value === 'object' ? `${shown(cell)} ${cell.column.unit}` : shown(cell);
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
