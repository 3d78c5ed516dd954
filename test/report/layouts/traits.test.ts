import { describe, expect, it } from 'vitest';
import { toGrid } from '../../../server/src/forms/grid.ts';
import { cellId, FORMS } from '../../../server/src/forms/index.ts';
import { readReport } from '../../../server/src/report/read.ts';
import { LAYOUTS } from '../../../server/src/report/tables/layouts/index.ts';
import { LAYOUTS as TRIED } from '../../support/layouts.ts';

const FORM = FORMS['2021'].tables.requests;
const BLANK = cellId('requests', 'granted', 'business');

it('every layout of the product is one that the table tests run through', () => {
  const tried = new Set<string>(TRIED.map(({ id }) => id));
  expect(LAYOUTS.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});

describe.each(LAYOUTS.map((layout) => [layout.id, layout] as const))('%s', (id, layout) => {
  const grid = toGrid(FORM, (cell) => (cell === BLANK ? '' : '0'));
  const written = layout.write(grid);

  it('shows a blank cell, or it does not: as it says', () => {
    const report = readReport(`三、收到和处理政府信息公开申请情况\n\n${written.join('\n')}\n`);
    const table = report.tables.requests;
    expect(table?.layout).toBe(id);
    expect(table?.cells.get(BLANK)?.value === 'blank').toBe(layout.showsBlanks);
  });

  it('writes as many lines as the table has rows where a row is a line', () => {
    const rows = written.filter((line) => line.trim() !== '' && !/^[|\s-]+$/.test(line));
    expect(rows.length === grid.length || !layout.rowALine).toBe(true);
  });

  it('writes the places that a merged cell covers where it shows them', () => {
    const text = [...layout.write([[{ text: '甲' }, 'covered-left', { text: '1' }]])].join('\n');
    const alone = layout.write([[{ text: '甲' }, { text: '' }, { text: '1' }]]).join('\n');
    if (layout.showsMerged) expect(text).toBe(alone);
  });

  it.runIf(layout.tidy)('tidies nothing in what it writes but the width of its columns', () => {
    const tidied = layout.tidy?.(written) ?? [];
    expect(tidied.map((line) => line.replace(/[\s-]+/g, ''))).toEqual(
      written.map((line) => line.replace(/[\s-]+/g, '')),
    );
    expect(layout.tidy?.(tidied)).toEqual(tidied);
  });
});
