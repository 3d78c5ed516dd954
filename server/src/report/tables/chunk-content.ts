import { type Form, formsFact } from '../../forms/index.ts';
import type { Lines } from '../lines/lines.ts';
import { type FormSigns, formSigns } from './form-choice.ts';
import { type LayoutId, readCells } from './layouts/index.ts';
import { type Run, toRuns } from './runs.ts';

/** What a stretch of table lines says, wherever it stands. */
export class ChunkContent {
  readonly layout: LayoutId;
  readonly runs: readonly Run[];
  readonly signs: (forms: readonly Form[]) => FormSigns;

  constructor(text: string, lines: Lines) {
    const { layout, cells } = readCells(text, lines);
    this.layout = layout.id;
    this.runs = toRuns(text, cells, layout.rowALine);
    this.signs = formsFact((forms) => formSigns(this.runs, forms));
  }
}
