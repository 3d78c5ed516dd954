import { TextCache } from '../text/text-cache.ts';
import type { ProseContent } from './report.ts';
import type { KnownChunk } from './tables/stream.ts';

/**
 * What the reading of one version of a draft leaves for the next: paragraphs with their facts, and stretches of table
 * lines, both keyed by their text alone. It changes nothing but the time that reading takes.
 */
export class ReadCache {
  readonly paragraphs = new TextCache<ProseContent>();
  readonly chunks = new TextCache<KnownChunk>();

  nextVersion(): void {
    this.paragraphs.nextVersion();
    this.chunks.nextVersion();
  }
}
