import { cellName, shown } from '../../facts/names.ts';
import type { Cell } from '../../report/report.ts';
import type { Fix } from '../rule.ts';

/** A blank cell between pipes keeps its breathing space: `|  |` becomes `| 0 |`. */
export const fillText = ({ raw }: Cell, value: string): string =>
  raw !== '' && raw.trim() === '' ? ` ${value} ` : value;

/** 待填: blank, and said to be so. */
export const saysOpen = ({ raw, value }: Cell): boolean => value === 'blank' && raw.trim() !== '';

/** Numbers that belong together, in one go. */
export function setCells(changes: readonly { readonly cell: Cell; readonly value: number }[], preferred = false): Fix {
  const fixes = changes.map(({ cell, value }) => setCell(cell, `${value}`, preferred));
  const [first, ...others] = fixes;
  return {
    title: {
      zh: [first?.title.zh, ...others.map(({ title }) => title.zh.replace(/^将/, ''))].join('，'),
      en: fixes.map(({ title }) => title.en).join('; '),
    },
    edits: fixes.flatMap(({ edits }) => edits),
    kind: 'suggestion',
    ...(preferred && { preferred }),
  };
}

/** Write a number into a cell: always a suggestion, whose title says what stands there and what will. */
export function setCell(cell: Cell, value: string, preferred = false): Fix {
  const place = cellName(cell);
  const blank = cell.value === 'blank';
  return {
    title: blank
      ? { zh: `在${place}填入 ${value}`, en: `Fill ${place} with ${value}` }
      : { zh: `将${place}由 ${shown(cell)} 改为 ${value}`, en: `Change ${place} from ${shown(cell)} to ${value}` },
    edits: [{ span: cell.span, newText: blank ? fillText(cell, value) : value }],
    kind: 'suggestion',
    ...(preferred && { preferred }),
  };
}
