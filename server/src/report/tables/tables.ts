import type { TextCache } from '../../text/text-cache.ts';
import type { Report } from '../report.ts';
import { ChunkContent } from './chunk-content.ts';
import type { Chunk } from './chunks.ts';
import { chooseForm, type FormChoice, type WantedForm } from './form-choice.ts';
import { readReviewTable } from './review-table.ts';
import { type KnownChunk, type ReadChunk, Stream } from './stream.ts';
import { readTable } from './table.ts';

export type ReadTables = Pick<Report, 'form' | 'formBy' | 'tables'>;

export function readTables(
  text: string,
  chunks: readonly Chunk[],
  wanted: WantedForm,
  cache: TextCache<KnownChunk> | undefined,
): ReadTables {
  const read = chunks.map((chunk) => (cache ? cachedChunk(text, chunk, cache) : readChunk(text, chunk)));
  const signs = read.map(({ content }) => content.signs(wanted.forms));
  const choice = chooseForm(signs, wanted);
  return { form: choice.form, formBy: choice.formBy, tables: toTables(text, new Stream(read), choice) };
}

const readChunk = (text: string, { lines, section }: Chunk): ReadChunk => ({
  content: new ChunkContent(text, lines),
  from: 0,
  section,
});

function cachedChunk(text: string, { lines, section }: Chunk, cache: TextCache<KnownChunk>): ReadChunk {
  const from = lines.start(0);
  const make = (own: string): KnownChunk => {
    const ownLines = lines.since(from);
    return { content: new ChunkContent(own, ownLines), lines: ownLines };
  };
  // With the line break, or the pipe, that ends the last line.
  const own = text.slice(from, lines.end(lines.length - 1) + 1);
  const known = cache.get(own, make);
  // The same text may be cut otherwise: whether a line in it counts as prose depends on what stands above.
  const { content } = lines.isMoved(known.lines, from) ? known : make(own);
  return { content, from, section };
}

function toTables(text: string, stream: Stream, { form, requests: requestsForm }: FormChoice): Report['tables'] {
  const proactive = readTable(text, stream, form.tables.proactive);
  const requests = readTable(text, stream, requestsForm);
  const review = readReviewTable(text, stream, form.tables.review);
  return { ...(proactive && { proactive }), ...(requests && { requests }), ...(review && { review }) };
}
