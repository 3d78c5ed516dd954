import { type Grid, isPrinted } from '../../server/src/forms/grid.ts';
import { layoutById } from '../../server/src/report/tables/layouts/index.ts';
import { hardWrap } from './wrap.ts';

const LABEL_WIDTH = 19;
const GROUP_WIDTH = 4;
const HEAD_WIDTH = 4;
const VERTICAL = /^三、/;

/**
 * A table as the text of a PDF has it: wrapped labels, the numbers of a wrapped one on a line of their own, the tall
 * merged label one character a line, narrow head cells over several lines.
 */
export function pdfLines(grid: Grid): string[] {
  return grid.flatMap((row) => {
    const labels = row.flatMap((slot) => (isPrinted(slot) && !slot.cell ? slot.text : []));
    const values = row.flatMap((slot) => (isPrinted(slot) && slot.cell ? slot.text : [])).join(' ');
    if (values === '') return headLines(labels);
    const own = hardWrap(labels.at(-1) ?? '', LABEL_WIDTH);
    const groups = labels
      .slice(0, -1)
      .flatMap((label) => (VERTICAL.test(label) ? vertical(label) : hardWrap(label, GROUP_WIDTH)));
    if (own.length === 0) return [...groups, values];
    return own.length === 1 ? [...groups, `${own[0]} ${values}`] : [...groups, ...own, values];
  });
}

function vertical(label: string): string[] {
  const [ordinal = '', ...rest] = [label.slice(0, 2), ...label.slice(2)];
  return [ordinal, ...rest];
}

/** The note in the corner wraps; heads above one-number columns are as narrow as these, with fifteen columns narrower. */
function headLines(labels: readonly string[]): string[] {
  if (labels.some((label) => label.length > 14)) return labels.flatMap((label) => hardWrap(label, LABEL_WIDTH));
  if (labels.length < 5) return [labels.join(' ')];
  const narrow = labels.length > 6;
  return labels.flatMap((label) => {
    if (label.length > 4) return narrow ? label : hardWrap(label, HEAD_WIDTH);
    return hardWrap(label, narrow ? 2 : 3);
  });
}

const WRAPPED = /^(\s*)(\S{12,}?)(\s{2,}.*\d)$/;

/** Columns kept by runs of spaces; a long label stands on three lines and its numbers on the middle one. */
export const pdfColumns = (grid: Grid): string[] =>
  layoutById('pdf-columns')
    .write(grid)
    .flatMap((line) => {
      const [, indent = '', label = '', values = ''] = WRAPPED.exec(line) ?? [];
      if (label === '') return [line];
      const third = Math.ceil(label.length / 3);
      return [
        indent + label.slice(0, third),
        indent + label.slice(third, 2 * third) + values,
        indent + label.slice(2 * third),
      ];
    });
