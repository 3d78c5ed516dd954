import { describe, expect, it } from 'vitest';
import type { CellId } from '../../../server/src/forms/index.ts';
import { lint } from '../../../server/src/index.ts';
import { cellIn, rowIn } from '../../../server/src/report/find.ts';
import { readReport } from '../../../server/src/report/read.ts';
import { found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

/** What drafts write beside a number, and the number that it is. */
const NOTES: readonly (readonly [
  cell: CellId,
  printed: string,
  units: number,
  scale: number,
  suffix: string | undefined,
])[] = [
  ['proactive/normative/made', '22（其中修订 16 件）', 22, 0, '(其中修订16件)'],
  ['proactive/normative/made', '8(其中新制定3件，修订5件)', 8, 0, '(其中新制定3件,修订5件)'],
  ['proactive/fees/amount', '297万元', 297, 0, '万元'],
  ['proactive/fees/amount', '251000元', 251000, 0, '元'],
  ['proactive/fees/amount', '12.50 万元', 1250, 2, '万元'],
  ['proactive/licence/decisions', '1,234', 1234, 0, undefined],
  ['proactive/licence/decisions', '１２３４', 1234, 0, undefined],
  ['proactive/licence/decisions', '12\u200b34', 1234, 0, undefined],
  ['proactive/licence/decisions', '+123', 123, 0, undefined],
  ['requests/new/natural', '16（含网络申请 9 件）', 16, 0, '(含网络申请9件)'],
];

describe.each(LAYOUTS)('notes and units in $name', (layout) => {
  it.each(NOTES)('%s: %s', (id, printed, units, scale, suffix) => {
    const written = draft({ layout, seed: 2, cells: { [id]: printed } });
    const report = readReport(written.text, { format: written.format });
    const cell = cellIn(report, id);
    expect(cell?.value).toEqual({ units, scale });
    expect(cell?.suffix).toBe(suffix);
    const at = cell?.span ?? { start: 0, end: 0 };
    expect(written.text.slice(at.start, at.end).replace(/<br>|&#160;/g, '')).toContain(printed.slice(0, 4));
    expect(report.unread).toEqual([]);
  });
});

const TABLE = (rows: string): string =>
  `二、主动公开政府信息情况\n第二十条第（一）项\n${rows}\n三、收到和处理政府信息公开申请情况`;

describe('a note broken over lines', () => {
  it.each([
    [
      'space rows',
      '信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 22（其中修订\n16 件） 3 41',
    ],
    [
      'cell lines',
      '信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n0\n行政规范性文件\n22\n（其中修订16件）\n3\n41',
    ],
    [
      'pipe cells',
      '信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n规章 |\n0 |\n0 |\n0 |\n行政规范性文件 |\n22\n（其中修订16件） |\n3 |\n41 |',
    ],
  ])('%s', (_, rows) => {
    const text = TABLE(rows);
    const cells = rowIn(readReport(text).tables.proactive, 'normative')?.cells;
    expect(cells?.map(({ value }) => (typeof value === 'object' ? value.units : value))).toEqual([22, 3, 41]);
    expect(cells?.[0]?.suffix).toBe('(其中修订16件)');
    expect(text.slice(cells?.[0]?.span.start, cells?.[0]?.span.end)).toMatch(/^22\s?（其中修订\s?16\s?件）$/);
  });

  it('joins nothing to a bracket that nobody closes', () => {
    const text = TABLE(
      '信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 22 3 41\n第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 7（其中',
    );
    expect(found(lint(text), 'table/cell-count')).toEqual([]);
    expect(rowIn(readReport(text).tables.proactive, 'normative')?.cells).toHaveLength(3);
  });
});
