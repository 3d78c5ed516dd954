// One draft a layout, each with its own faults: every error and warning, with its place, and nothing else.
import { closeAll, expectAlarms, open } from './support/editor.ts';

const drafts: readonly { readonly name: string; readonly file: string; readonly expected: readonly string[] }[] = [
  {
    name: 'pipe rows',
    file: 'fixtures/pipe-rows.txt',
    expected: [
      'warning table/not-a-number 16:8 “35件”',
      'error table/broken-total 51:9 “0”',
      'error table/broken-total 51:33 “0”',
      'warning text/untranslated 59:19 “workflow”',
      'warning text/untranslated 59:50 “docflow”',
    ],
  },
  {
    name: 'pipe cells',
    file: 'fixtures/pipe-cells.txt',
    expected: ['warning structure/heading-number 3:1 “总体情况”', 'warning table/label 93:1 “2.其他法律法规禁止公开”'],
  },
  {
    name: 'pipe cells with row ends',
    file: 'fixtures/pipe-cells-row-ends.txt',
    // The balance of the totals fails by as much and follows: what mends the column mends it, too.
    expected: ['error table/identity 249:1 “0”'],
  },
  {
    name: 'cell lines',
    file: 'fixtures/cell-lines.txt',
    expected: ['warning date/period 2:40 “2022年1月1日起至2022年12月31”', 'warning table/empty-cell 169:2 “”'],
  },
  {
    name: 'tab rows, 2019 form',
    file: 'fixtures/tab-rows.txt',
    expected: [
      'error table/cell-count 34:11 “（一）予以公开\t\t0”',
      'error structure/missing-section 60:1 “五、存在的主要问题及改进情况”',
    ],
  },
  {
    name: 'Markdown',
    file: 'fixtures/markdown.md',
    expected: ['warning date/wrong-year 7:9 “2023”', 'error table/missing-row 50:9 “6.属于四类过程性信息”'],
  },
  {
    name: 'PDF text',
    file: 'fixtures/pdf-space-rows.txt',
    expected: [
      'error table/missing-table 78:1 “四、政府信息公开行政复议、行政诉讼情况”',
      'warning structure/heading-number 79:1 “四、存在的主要问题及改进情况”',
    ],
  },
];

suite('Findings in each layout', () => {
  teardown(closeAll);

  for (const { name, file, expected } of drafts) {
    test(name, async () => expectAlarms(await open(file), expected));
  }
});
