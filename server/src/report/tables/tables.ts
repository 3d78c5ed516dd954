import type { FormTable, TableId } from '../../forms/index.ts';
import { headLabels } from '../../forms/plan.ts';
import { foldLabel } from '../../text/fold.ts';
import { type Span, span } from '../../text/span.ts';
import type { TextCache } from '../../text/text-cache.ts';
import type { Prose, Report, StrayTable, Table } from '../report.ts';
import { readBySums } from './by-sums.ts';
import { ChunkContent } from './chunk-content.ts';
import type { Chunk } from './chunks.ts';
import { chooseForm, type FormChoice, type WantedForm } from './form-choice.ts';
import { readReviewTable } from './review-table.ts';
import { type KnownChunk, placedRuns, type ReadChunk, Stream } from './stream.ts';
import { readTable } from './table.ts';

export type ReadTables = Pick<Report, 'form' | 'formBy' | 'tables' | 'strayTables'>;

export function readTables(
  text: string,
  chunks: readonly Chunk[],
  prose: readonly Prose[],
  wanted: WantedForm,
  cache: TextCache<KnownChunk> | undefined,
): ReadTables {
  const read = chunks.map((chunk) => (cache ? cachedChunk(text, chunk, cache) : readChunk(text, chunk)));
  const signs = read.map(({ content }) => content.signs(wanted.forms));
  const choice = chooseForm(signs, wanted);
  const draft = { text, stream: Stream.of(read), prose };
  return { form: choice.form, formBy: choice.formBy, ...toTables(draft, choice) };
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

/** Where the table of a section is looked for when none of its rows could be read. */
interface Draft {
  readonly text: string;
  readonly stream: Stream;
  readonly prose: readonly Prose[];
}

function toTables(draft: Draft, { form, requests: requestsForm }: FormChoice): Pick<Report, 'tables' | 'strayTables'> {
  const { text, stream, prose } = draft;
  const said = (): ReadonlySet<string> => new Set(prose.flatMap(({ text: own }) => own.match(/\d+/g) ?? []));
  const tables: Partial<Record<TableId, Table>> = {};
  const strayTables: StrayTable[] = [];
  for (const own of [form.tables.proactive, requestsForm, form.tables.review]) {
    const read = own.id === 'review' ? readReviewTable(text, stream, own) : readTable(text, stream, own, said);
    if (read?.table) tables[own.id] = read.table;
    const lost = read ? undefined : placeOfLost(draft, own);
    const strays: StrayTable[] = [...(read?.strays ?? [])];
    if (lost) strays.push({ id: own.id, form: own, why: 'torn', span: lost, same: false });
    const isTorn = !read?.table && strays.length === 1 && strays[0]?.why === 'torn';
    const pieced = isTorn ? readBySums(text, stream, own) : undefined;
    if (pieced) tables[own.id] = pieced;
    for (const stray of strays) strayTables.push(pieced ? { ...stray, why: 'pieced', same: true } : stray);
  }
  return { tables, strayTables };
}

/** This many of a table's labels are no accident of a sentence. */
const ENOUGH_LABELS = 4;

/** Labels of a table in its section, of which no row could be read: all of it on one line, or its numbers elsewhere. */
function placeOfLost({ text, stream, prose }: Draft, form: FormTable): Span | undefined {
  const labels = labelsOf(form);
  const holds = (said: string): boolean =>
    labels.filter((label) => said.includes(label)).length >= Math.min(ENOUGH_LABELS, labels.length);
  const chunks = stream.chunks.filter(({ section, content }) => section === form.section && content.runs.length > 0);
  const runs = chunks.flatMap(placedRuns);
  const [first] = runs;
  const last = runs.at(-1);
  const start = first?.labels[0]?.start ?? first?.values[0]?.start;
  if (start !== undefined && last && holds(runs.map(({ key }) => key).join(''))) {
    return span(start, Math.max(start, last.values.at(-1)?.end ?? 0, last.labels.at(-1)?.end ?? 0));
  }
  const line = prose.find((each) => each.section === form.section && holds(foldLabel(each.text)));
  return line && span(line.span.start, Math.min(line.span.end, endOfLine(text, line.span.start)));
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

/** Long ones: 其他 stands in many a sentence. */
const labelsOf = (form: FormTable): string[] => {
  const rows = form.blocks.flatMap((block) => block.rows.map(({ label }) => foldLabel(label)));
  const named = rows.filter((label) => label.length >= 4);
  return named.length > 0 ? named : [...new Set(form.blocks.flatMap(headLabels).map(foldLabel))];
};
