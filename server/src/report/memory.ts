import { Recall } from '../text/recall.ts';
import type { HeadingText } from './lines/headings.ts';
import { LineMemory } from './lines/line-memory.ts';
import type { ProseContent } from './prose/prose-content.ts';
import { TableMemory } from './tables/table-memory.ts';

/** What reading a draft has found out, for its next version. One belongs to one open draft under one set of options. */
export class Memory {
  readonly lines = new LineMemory();
  readonly headings = new Recall<HeadingText | undefined>();
  readonly prose = new Recall<ProseContent>();
  readonly tables = new TableMemory();

  /** A new version is read. */
  turn(): void {
    this.headings.turn();
    this.prose.turn();
  }
}
