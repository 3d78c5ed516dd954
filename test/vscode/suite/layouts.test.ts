// One draft a layout, each with its own faults: every error and warning, with its place, and nothing else.
import { closeAll, expectAlarms, open } from './support/editor.ts';

const drafts: readonly { readonly name: string; readonly file: string; readonly alarms: readonly string[] }[] = [
  {
    name: 'pipe rows',
    file: 'fixtures/pipe-rows.txt',
    alarms: ['error table/broken-total 54:9 “0”', 'error table/broken-total 54:33 “0”'],
  },
  { name: 'pipe cells', file: 'fixtures/pipe-cells.txt', alarms: [] },
  { name: 'pipe cells with row ends', file: 'fixtures/pipe-cells-row-ends.txt', alarms: [] },
  { name: 'cell lines', file: 'fixtures/cell-lines.txt', alarms: [] },
  { name: 'tab rows, 2019 form', file: 'fixtures/tab-rows.txt', alarms: [] },
  { name: 'Markdown', file: 'fixtures/markdown.md', alarms: [] },
  { name: 'PDF text', file: 'fixtures/pdf-space-rows.txt', alarms: [] },
];

suite('Findings in each layout', () => {
  teardown(closeAll);

  for (const { name, file, alarms } of drafts) {
    test(name, async () => expectAlarms(await open(file), alarms));
  }
});
