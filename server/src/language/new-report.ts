import type { KnownDocument } from '../forms/documents.ts';
import { toGrid } from '../forms/grid.ts';
import { type CellId, cellId, type FormTable, formOfYear, headingOf, STATUTORY_FORMS } from '../forms/index.ts';
import { cellIn } from '../report/find.ts';
import type { IssuerKind, Report } from '../report/report.ts';
import { formatOf } from '../report/source/index.ts';
import { type LayoutId, layoutById } from '../report/tables/layouts/index.ts';
import { OPEN_CELL } from '../report/tables/layouts/open-cell.ts';
import { TO_FILL_IN } from '../rules/support/skeleton.ts';

export interface NewReportOptions {
  readonly issuer: string;
  readonly kind: IssuerKind;
  readonly year: number;
  readonly layout: LayoutId;
  /** Last year's report of the same body: what was carried forward then is carried over now. */
  readonly previous?: Report | undefined;
}

/**
 * A complete draft for a body and a year: title, preface with the period, all six sections, the tables. What waits for
 * its author says so, and is reported until it is filled in: 0 is a number too, so the cells that others have to agree
 * with do not begin with it.
 */
export function newReport(options: NewReportOptions): string {
  const { issuer, year, layout } = options;
  const form = formOfYear(STATUTORY_FORMS, year);
  const { heading, isAiry } = formatOf({ format: layoutById(layout).format ?? 'text' });
  const lines = [heading(`${issuer}${year}年政府信息公开工作年度报告`, 1), '', preface(issuer, year, form.notice), ''];
  for (const section of form.sections) {
    lines.push(heading(headingOf(section), 2), '');
    const content = section.table
      ? writeTable(form.tables[section.table], layout, options.previous)
      : paragraphs(section.number, options).flatMap((line) => (isAiry ? [line, ''] : [line]));
    if (content.at(-1) === '') content.pop();
    lines.push(...content, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function preface(issuer: string, year: number, notice: KnownDocument): string {
  return `本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《${notice.issuer}${notice.title}》（${notice.number}）的规定编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。如有疑问，请与${issuer}联系（地址：${TO_FILL_IN}，电话：${TO_FILL_IN}）。`;
}

function writeTable(table: FormTable, layout: LayoutId, previous: Report | undefined): string[] {
  const values = carriedOver(previous);
  return layoutById(layout).write(
    toGrid(table, (id) => values.get(id) ?? (table.id === 'proactive' ? '0' : OPEN_CELL)),
  );
}

/** 上年结转 is last year's 四. */
function carriedOver(previous: Report | undefined): Map<CellId, string> {
  const values = new Map<CellId, string>();
  const copy = (from: CellId, to: CellId): void => {
    const cell = previous && cellIn(previous, from);
    if (cell && typeof cell.value === 'object') values.set(to, cell.raw.trim());
  };
  for (const column of previous?.tables.requests?.form.blocks[0]?.columns ?? []) {
    const at = (row: string): CellId => cellId('requests', row, column.key);
    copy(at('carriedOut'), at('carriedIn'));
  }
  for (const row of ['regulations', 'normative'])
    copy(cellId('proactive', row, 'valid'), cellId('proactive', row, 'valid'));
  return values;
}

function paragraphs(section: number, { kind, year }: NewReportOptions): string[] {
  if (section === 1) {
    // 条例第五十条第（四）项 asks governments for assessment, appraisal and accountability as well.
    const governs = kind === 'government' || kind === 'township';
    return [
      `（一）主动公开。${TO_FILL_IN}`,
      `（二）依申请公开。${TO_FILL_IN}`,
      `（三）政府信息管理。${TO_FILL_IN}`,
      `（四）政府信息公开平台建设。${TO_FILL_IN}`,
      `（五）监督保障。${TO_FILL_IN}${governs ? `工作考核、社会评议和责任追究情况：${TO_FILL_IN}。` : ''}`,
    ];
  }
  if (section === 5) return [`（一）存在的主要问题。${TO_FILL_IN}`, `（二）改进情况。${TO_FILL_IN}`];
  return [
    formOfYear(STATUTORY_FORMS, year).statesFees
      ? '依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），本年度发出收费通知0件，收取信息处理费0元。'
      : '无其他需要报告的事项。',
  ];
}
