import type { Lines } from '../lines/lines.ts';
import { type FormSigns, formSigns } from './form-choice.ts';
import { type LayoutId, readCells } from './layouts/index.ts';
import { type Run, toRuns } from './runs.ts';

/** Layouts in which one line is one row, so that what follows a value in its line is a value too. */
const ROW_A_LINE: ReadonlySet<LayoutId> = new Set(['pipe-rows', 'markdown', 'tab-rows']);

/** What a stretch of table lines says, wherever it stands. */
export class ChunkContent {
  readonly layout: LayoutId;
  readonly runs: readonly Run[];
  #signs: FormSigns | undefined;

  constructor(text: string, lines: Lines) {
    const { layout, cells } = readCells(text, lines);
    this.layout = layout.id;
    this.runs = toRuns(text, cells, ROW_A_LINE.has(layout.id));
  }

  get signs(): FormSigns {
    this.#signs ??= formSigns(this.runs);
    return this.#signs;
  }
}
