import { Notes } from '../../text/notes.ts';
import type { Mask } from '../report.ts';
import { findMasks } from './masks.ts';

/**
 * What a paragraph says, wherever it stands. What is found out about it is noted here, so that a draft of which one
 * paragraph changed is not read anew in the others.
 */
export class ProseContent {
  readonly text: string;
  #masks: readonly Mask[] | undefined;
  readonly #notes = new Notes();

  constructor(text: string) {
    this.text = text;
  }

  /** Stretches that other rules leave alone, in order. Found on first use: many paragraphs are read by no rule that asks. */
  get masks(): readonly Mask[] {
    this.#masks ??= findMasks(this.text);
    return this.#masks;
  }

  /** What `find` finds in this text and in nothing else. It is its own name among the notes, so it must be a constant. */
  note<T>(find: (content: ProseContent) => T): T {
    return this.#notes.of(find, this);
  }
}
