import type { ReadOptions, ReportParts } from '../report.ts';
import { ChunkContent } from './chunk-content.ts';
import type { Chunk } from './chunks.ts';
import { chooseForm, type FormChoice } from './form-choice.ts';
import { readReviewTable } from './review-table.ts';
import { type ReadChunk, Stream } from './stream.ts';
import { readTable } from './table.ts';
import { placed, type TableMemory } from './table-memory.ts';

export type ReadTables = Pick<ReportParts, 'form' | 'formBy' | 'tables' | 'tablesOrigin'>;

export function readTables(
  text: string,
  chunks: readonly Chunk[],
  year: number | undefined,
  options: ReadOptions,
  memory: TableMemory | undefined,
): ReadTables {
  const read = memory ? memory.read(text, chunks) : chunks.map((chunk) => readChunk(text, chunk));
  const choice = chooseForm(
    read.map(({ content }) => content.signs),
    year,
    options,
  );
  const make = (): ReportParts['tables'] => toTables(text, new Stream(read), choice);
  const { tables, tablesOrigin } = memory ? memory.tables(read, choice, make) : placed(make());
  return { form: choice.form, formBy: choice.formBy, tables, tablesOrigin };
}

const readChunk = (text: string, { lines, section }: Chunk): ReadChunk => ({
  content: new ChunkContent(text, lines),
  from: 0,
  section,
});

function toTables(text: string, stream: Stream, { form, requests: requestsForm }: FormChoice): ReportParts['tables'] {
  const proactive = readTable(text, stream, form.tables.proactive);
  const requests = readTable(text, stream, requestsForm);
  const review = readReviewTable(text, stream, form.tables.review);
  return { ...(proactive && { proactive }), ...(requests && { requests }), ...(review && { review }) };
}
