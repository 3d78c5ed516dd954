import { similarity } from '../../server/src/text/similar.ts';
import { type BaseDraft, baseDraft, type Part } from './base-draft.ts';

/**
 * An example on a rule's page: ```draft 错误 [全文] [整表] [2020] [重复30次] [markdown]. 另一份 is no example but a report
 * that is known beside all examples of the page.
 */
export interface Example {
  readonly kind: '错误' | '正确' | '另一份';
  readonly options: readonly string[];
  readonly text: string;
}

export const examplesIn = (page: string): Example[] =>
  [...page.matchAll(/^```draft (错误|正确|另一份)([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, kind, options = '', text = '']) => ({
      kind: kind === '错误' || kind === '另一份' ? kind : '正确',
      options: options.split(/\s+/).filter(Boolean),
      text: text.replace(/\n$/, ''),
    }),
  );

/** A rule on length needs more text than a page should show. */
const timesIn = (options: readonly string[]): number =>
  Number(options.map((option) => /^重复(\d+)次$/.exec(option)?.[1]).find((times) => times !== undefined) ?? 1);

/**
 * The draft that an example shows a part of. 全文: the example is all of it. Else its lines replace those of a complete
 * correct draft: a title line the title (and the lines below it the preface), lines below a section's heading that
 * section's prose, rows with | the rows of the same label (with 整表 the whole table); lines under no heading are added
 * to section one. A year (2020) chooses the year of the draft and with it the form.
 */
export function draftOf({ kind, text: shown, options }: Example): string {
  const text = new Array<string>(timesIn(options)).fill(shown).join('\n');
  if (options.includes('全文')) return `${text}\n`;
  const year = Number(options.find((option) => /^20\d\d$/.test(option)) ?? 2024);
  const base = baseDraft(year, kind === '另一份');
  const headings = base.sections.map(({ heading }) => heading ?? '');
  const [opening, ...parts] = split(text, headings);
  const { title, preface, added } = placeOpening(opening?.lines ?? [], base);
  const sections = base.sections.map((section, index) => {
    const part = parts.find(({ heading }) => heading === section.heading);
    const lines = part ? replaceIn(section, part, options.includes('整表')) : section.lines;
    return [section.heading ?? '', ...lines, ...(index === 0 ? added : [])];
  });
  return `${[title, ...preface, ...sections.flat()].join('\n')}\n`;
}

function split(text: string, headings: readonly string[]): Part[] {
  const parts: { heading?: string; lines: string[] }[] = [{ lines: [] }];
  for (const line of text.split('\n')) {
    if (headings.includes(line)) parts.push({ heading: line, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}

function placeOpening(
  lines: readonly string[],
  base: BaseDraft,
): { title: string; preface: readonly string[]; added: readonly string[] } {
  const [first = '', ...rest] = lines;
  if (!/年度报告$/.test(first)) return { title: base.title, preface: base.preface, added: lines };
  return { title: first, preface: rest.length > 0 ? rest : base.preface, added: [] };
}

const isRow = (line: string): boolean => line.includes(' |');

function replaceIn({ lines }: Part, part: Part, wholeTable: boolean): readonly string[] {
  const rows = part.lines.filter(isRow);
  const prose = part.lines.filter((line) => !isRow(line));
  const table = lines.filter(isRow);
  if (wholeTable || table.length === 0) return part.lines;
  const mended = [...table];
  for (const row of rows) {
    const { at, label } = rowLike(table, row);
    mended[at] = keepMerged(table[at] ?? '', row, label);
  }
  return [...prose, ...mended];
}

const cellsOf = (row: string): string[] =>
  row
    .split('|')
    .slice(0, -1)
    .map((cell) => cell.trim());

/** In the base a value is 0, and what comes before the first value is the row's label, the last of several merged. */
const labelsOf = (baseRow: string): string[] => {
  const cells = cellsOf(baseRow);
  const first = cells.indexOf('0');
  return first < 0 ? cells : cells.slice(0, first);
};

/** How far a cell of the example is the row's label, so that a wrong label still finds its row. */
function likeness(baseRow: string, cell: string): number {
  const label = labelsOf(baseRow).at(-1) ?? '';
  return label === '' ? 0 : similarity(label, cell);
}

/** The row that the example's row stands for, and which of its cells is the label. Rows of numbers alone have none. */
function rowLike(table: readonly string[], row: string): { at: number; label: number } {
  const cells = cellsOf(row);
  if (cells.every((cell) => /^\d*$/.test(cell))) {
    return { at: table.findIndex((candidate) => labelsOf(candidate).length === 0), label: 0 };
  }
  const choices = table.flatMap((candidate, at) =>
    cells.map((cell, label) => ({ at, label, likeness: likeness(candidate, cell) })),
  );
  const best = choices.reduce((a, b) => (b.likeness > a.likeness ? b : a));
  if (best.likeness < 0.4) throw new Error(`no row like ${row}`);
  return best;
}

/** A merged label printed before the row's own in the base stays when the example leaves it out. */
function keepMerged(base: string, row: string, label: number): string {
  const labels = labelsOf(base);
  return [...labels.slice(0, Math.max(0, labels.length - 1 - label)), row].join(' | ');
}
