import { FORMS, type Form, type FormId, formForYear, type TableId } from '../forms/index.ts';
import { REQUESTS_2019, REQUESTS_2021 } from '../forms/requests.ts';
import { foldLabel } from '../text/fold.ts';
import { type LayoutId, readCells } from './cells/index.ts';
import type { Chunk } from './chunks.ts';
import type { ReadOptions, Report, Table } from './report.ts';
import { readReviewTable } from './review-table.ts';
import { hasValue, type Run, toRuns } from './runs.ts';
import { type ReadChunk, Stream } from './stream.ts';
import { readTable } from './table.ts';

/** Layouts in which one line is one row, so that what follows a value in its line is a value too. */
const ROW_A_LINE: ReadonlySet<LayoutId> = new Set(['pipe-rows', 'markdown', 'tab-rows']);

export interface ReadTables {
  readonly form: Form;
  readonly formBy: Report['formBy'];
  readonly tables: Readonly<Partial<Record<TableId, Table>>>;
}

export function readTables(
  text: string,
  chunks: readonly Chunk[],
  year: number | undefined,
  options: ReadOptions,
): ReadTables {
  const stream = new Stream(chunks.map((chunk) => readChunk(text, chunk)));
  const { form, formBy } = chooseForm(stream.runs, year, options);
  const proactive = readTable(text, stream, form.tables.proactive);
  const requests = readTable(text, stream, requestsForm(stream.runs, form));
  const review = readReviewTable(text, stream, form.tables.review);
  return {
    form,
    formBy,
    tables: { ...(proactive && { proactive }), ...(requests && { requests }), ...(review && { review }) },
  };
}

function readChunk(text: string, { lines, section }: Chunk): ReadChunk {
  const { layout, cells } = readCells(text, lines);
  return { section, layout: layout.id, runs: toRuns(text, cells, ROW_A_LINE.has(layout.id)) };
}

/** Labels of table 2 that only one of the forms has. A label is looked for as a cell's whole text or a run's end. */
const ONLY_IN: Readonly<Record<FormId, readonly string[]>> = {
  '2021': ['本年制发件数', '本年废止件数', '现行有效件数', '本年处理决定数量', '本年收费金额', '行政规范性文件'].map(
    foldLabel,
  ),
  '2019': [
    '本年新制作数量',
    '本年新公开数量',
    '对外公开总数量',
    '上一年项目数量',
    '本年增/减',
    '其他对外管理服务事项',
    '第二十条第（九）项',
    '采购项目数量',
    '采购总金额',
    '政府集中采购',
  ].map(foldLabel),
};

/** By the majority of the labels that differ; a tie goes to the year. */
function chooseForm(
  runs: readonly Run[],
  year: number | undefined,
  options: ReadOptions,
): Pick<ReadTables, 'form' | 'formBy'> {
  if (options.form) return { form: FORMS[options.form], formBy: 'option' };
  const labels = runs.map((run) => run.key).join('\n');
  const votes = (id: FormId): number => ONLY_IN[id].filter((label) => labels.includes(label)).length;
  const lead = votes('2021') - votes('2019');
  if (lead !== 0) return { form: FORMS[lead > 0 ? '2021' : '2019'], formBy: 'labels' };
  return {
    form: FORMS[formForYear(year ?? FORMS['2021'].years.from)],
    formBy: year === undefined ? 'default' : 'year',
  };
}

const SPLIT_OTHER = /1\.申请人无正当理由逾期不|2\.申请人逾期未按|3\.其他$/;
const WHOLE_OTHER = /\(六\)其他处理$/;

/** 25 or 23 rows: the table itself says it by its （六）其他处理, whatever the report's form. */
function requestsForm(runs: readonly Run[], form: Form): Form['tables']['requests'] {
  if (runs.some((run) => SPLIT_OTHER.test(run.key))) return REQUESTS_2021;
  const whole = runs.find((run) => WHOLE_OTHER.test(run.key));
  if (whole && hasValue(whole)) return REQUESTS_2019;
  return form.tables.requests;
}
