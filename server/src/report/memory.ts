import { Recall } from '../text/recall.ts';
import type { ProseContent } from './prose-content.ts';

/** What reading a draft has found out, for its next version. One belongs to one open draft under one set of options. */
export class Memory {
  readonly prose = new Recall<ProseContent>();

  /** A new version is read. */
  turn(): void {
    this.prose.turn();
  }
}
