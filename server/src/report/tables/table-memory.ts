import type { TableId } from '../../forms/index.ts';
import { countWhile } from '../../text/ordered.ts';
import { detached } from '../../text/recall.ts';
import { span } from '../../text/span.ts';
import type { Lines } from '../lines/lines.ts';
import type { ReportParts, Table } from '../report.ts';
import { ChunkContent } from './chunk-content.ts';
import type { Chunk } from './chunks.ts';
import type { FormChoice } from './form-choice.ts';
import { type Lead, movedTable } from './read-table.ts';
import type { ReadChunk } from './stream.ts';

type Tables = ReportParts['tables'];
type PlacedTables = Pick<ReportParts, 'tables' | 'tablesOrigin'>;

/** Tables that no other version had. */
export const placed = (tables: Tables): PlacedTables => ({ tables, tablesOrigin: tables });

/** A chunk of the last version with what it was read from. */
interface Known extends ReadChunk {
  /** The draft's text from `from` on, as far as the chunk reaches. */
  readonly text: string;
  /** With offsets in that text. */
  readonly lines: Lines;
}

interface KnownTables extends PlacedTables {
  readonly chunks: readonly ReadChunk[];
  readonly choice: FormChoice;
}

/** The tables of a draft's last version, and the chunks that they were read from. */
export class TableMemory {
  #chunks: readonly Known[] = [];
  #tables: KnownTables | undefined;

  /** The chunks of a version: those before the first that changed and behind the last are known. */
  read(text: string, chunks: readonly Chunk[]): readonly ReadChunk[] {
    const before = this.#chunks;
    const limit = Math.min(before.length, chunks.length);
    const read: (Known | undefined)[] = chunks.map(() => undefined);
    const recall = (at: number, known: Known | undefined): boolean => {
      read[at] = recalled(text, chunks[at], known);
      return read[at] !== undefined;
    };
    let front = 0;
    while (front < limit && recall(front, before[front])) front++;
    let back = 1;
    while (back <= limit - front && recall(chunks.length - back, before[before.length - back])) back++;
    this.#chunks = chunks.map((chunk, at) => read[at] ?? toKnown(text, chunk));
    return this.#chunks;
  }

  /** The tables of the last version, moved to where their chunks stand now, where all of these are known. */
  tables(chunks: readonly ReadChunk[], choice: FormChoice, make: () => Tables): PlacedTables {
    const known = this.#tables;
    const now = known && isSame(known, chunks, choice) ? moved(known, chunks) : placed(make());
    this.#tables = { chunks, choice, ...now };
    return now;
  }
}

/** With the line break, or the pipe, that ends the last line. */
const textOf = (text: string, { lines }: Chunk): string => text.slice(lines.start(0), lines.end(lines.length - 1) + 1);

function toKnown(text: string, chunk: Chunk): Known {
  const from = chunk.lines.start(0);
  const own = detached(textOf(text, chunk));
  const lines = chunk.lines.since(from);
  return { content: new ChunkContent(own, lines), from, section: chunk.section, text: own, lines };
}

function recalled(text: string, chunk: Chunk | undefined, known: Known | undefined): Known | undefined {
  if (!chunk || !known || chunk.section !== known.section) return undefined;
  const from = chunk.lines.start(0);
  if (!chunk.lines.isMoved(known.lines, from) || textOf(text, chunk) !== known.text) return undefined;
  if (from === known.from) return known;
  return { content: known.content, from, section: known.section, text: known.text, lines: known.lines };
}

const isSame = (known: KnownTables, chunks: readonly ReadChunk[], { form, requests }: FormChoice): boolean =>
  known.choice.form === form &&
  known.choice.requests === requests &&
  known.chunks.length === chunks.length &&
  known.chunks.every(({ content }, index) => content === chunks[index]?.content);

function moved(known: KnownTables, chunks: readonly ReadChunk[]): PlacedTables {
  const { chunks: before, tables, tablesOrigin } = known;
  if (before.every(({ from }, index) => from === chunks[index]?.from)) return known;
  const moveOf = (offset: number): number => {
    const at = chunkAt(before, offset);
    return (chunks[at]?.from ?? 0) - (before[at]?.from ?? 0);
  };
  // A table may begin in one chunk and end in another.
  const lead: Lead = ({ start, end }) => span(start + moveOf(start), end + moveOf(Math.max(start, end - 1)));
  const result: Partial<Record<TableId, Table>> = {};
  for (const table of Object.values(tables)) result[table.id] = movedTable(table, table.layout, lead);
  return { tables: result, tablesOrigin };
}

/** The last chunk that begins at an offset or before it. */
const chunkAt = (chunks: readonly ReadChunk[], offset: number): number =>
  Math.max(0, countWhile(chunks.length, (index) => (chunks[index]?.from ?? 0) <= offset) - 1);
