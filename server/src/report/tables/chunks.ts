import { Lines } from '../lines/lines.ts';
import { Region, type Regions } from '../lines/regions.ts';

/** A stretch of table lines between headings. */
export interface Chunk {
  readonly lines: Lines;
  /** The section it stands in; 0 before the first heading. */
  readonly section: number;
}

/** Cut the table lines at headings; prose and page numbers inside fall out, empty lines stay (they end rows). */
export function toChunks(lines: Lines, regions: Regions, sectionAt: (line: number) => number): Chunk[] {
  const chunks: Chunk[] = [];
  let parts: Lines[] = [];
  let section = 0;
  let from = -1; // the first line of the part at hand
  const endPart = (to: number): void => {
    if (from >= 0) parts.push(lines.part(from, to));
    from = -1;
  };
  const endChunk = (to: number): void => {
    endPart(to);
    if (parts.length > 0) chunks.push({ lines: Lines.joined(parts), section });
    parts = [];
  };
  for (let index = 0; index < lines.length; index++) {
    const region = regions[index];
    if (region === Region.heading) endChunk(index);
    else if (region === Region.table) {
      section = sectionAt(index);
      if (from < 0) from = index;
    } else if (region === Region.blank && (parts.length > 0 || from >= 0)) {
      if (from < 0) from = index;
    } else endPart(index);
  }
  endChunk(lines.length);
  return chunks;
}
