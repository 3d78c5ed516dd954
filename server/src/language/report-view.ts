import type { CheckOutcome, LintResult, Problem } from '../check/lint.ts';
import { type Grid, isPrinted, toGrid } from '../forms/grid.ts';
import { type CellId, type FormTable, headingOf } from '../forms/index.ts';
import { cellIn } from '../report/find.ts';
import type { Report } from '../report/report.ts';
import { rules } from '../rules/index.ts';
import type { Locale, RuleId, Severity } from '../rules/rule.ts';
import { REASONS } from '../rules/support/reasons.ts';
import { overlaps, type Span } from '../text/span.ts';

/**
 * The report as a reviewer wants to see it: the three statutory tables as the official form prints them, each cell
 * with what the checks say of it, and below them the check list by section.
 */
export interface ReportView {
  readonly title: string;
  readonly year: number | undefined;
  readonly form: string;
  readonly counts: {
    readonly passed: number;
    readonly failed: number;
    readonly notChecked: number;
    readonly ignored: number;
  };
  readonly tables: readonly ViewTable[];
  readonly sections: readonly ViewSection[];
}

export type CellStatus = 'passed' | 'failed' | 'not-checked';

export interface ViewCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** Set on value cells. */
  readonly status?: CellStatus;
  /** Where the value stands in the draft. */
  readonly span?: Span;
  /** What is wrong with it, in the problems' words. */
  readonly note?: string;
}

export interface ViewTable {
  readonly title: string;
  readonly found: boolean;
  readonly rows: readonly (readonly ViewCell[])[];
}

export interface ViewSection {
  /** 0 = the whole document. */
  readonly number: number;
  readonly heading: string;
  readonly checks: readonly ViewCheck[];
}

/** One rule in one section: how many of its checks passed, and each that did not. */
export interface ViewCheck {
  readonly rule: RuleId;
  readonly title: string;
  readonly passed: number;
  readonly open: readonly ViewItem[];
}

export interface ViewItem {
  readonly status: 'failed' | 'not-checked' | 'ignored';
  readonly severity?: Severity;
  readonly text: string;
  readonly span?: Span;
}

export function reportView(report: Report, result: LintResult, locale: Locale): ReportView {
  const { outcomes } = result;
  const count = (status: CheckOutcome['status']): number =>
    outcomes.filter((outcome) => outcome.status === status && !outcome.ignored).length;
  return {
    title: report.title?.text ?? (locale === 'zh' ? '（无标题的年度报告）' : '(a report without a title)'),
    year: report.year,
    form: report.form.notice.number,
    counts: {
      passed: count('passed'),
      failed: count('failed'),
      notChecked: count('not-checked'),
      ignored: outcomes.filter(({ ignored }) => ignored).length,
    },
    tables: tablesOf(report, result),
    sections: sectionsOf(report, result, locale),
  };
}

function tablesOf(report: Report, result: LintResult): ViewTable[] {
  return report.form.sections.flatMap((section) => {
    if (!section.table) return [];
    const table = report.tables[section.table];
    const form = table?.form ?? report.form.tables[section.table];
    const unknown = unknownCells(report, form);
    const grid = toGrid(form, (id) => cellIn(report, id)?.raw.trim() ?? '');
    return [
      {
        title: form.title,
        found: table !== undefined,
        rows: grid.map((row, rowIndex) =>
          row.flatMap((slot, column): ViewCell[] => {
            if (!isPrinted(slot)) return [];
            const size = sizeOf(grid, rowIndex, column);
            return [{ text: slot.text, ...size, ...(slot.cell && valueCell(report, result, slot.cell, unknown)) }];
          }),
        ),
      },
    ];
  });
}

/** A merged cell reaches as far right and down as the places that it covers. */
function sizeOf(grid: Grid, row: number, column: number): Pick<ViewCell, 'colspan' | 'rowspan'> {
  let colspan = 1;
  while (grid[row]?.[column + colspan] === 'covered-left') colspan++;
  let rowspan = 1;
  while (grid[row + rowspan]?.[column] === 'covered-above') rowspan++;
  return { colspan, rowspan };
}

function valueCell(
  report: Report,
  { problems }: LintResult,
  id: CellId,
  unknown: ReadonlySet<CellId>,
): Pick<ViewCell, 'status' | 'span' | 'note'> {
  const cell = cellIn(report, id);
  if (!cell) return { status: 'not-checked' };
  const own = problems.filter((problem) => isAt(problem, cell.span));
  if (own.length > 0) {
    return { status: 'failed', span: cell.span, note: own.map(({ message }) => message).join('\n') };
  }
  return { status: unknown.has(id) || typeof cell.value !== 'object' ? 'not-checked' : 'passed', span: cell.span };
}

/** A finding about this very cell, not about the whole table around it. */
function isAt({ span }: Problem, cell: Span): boolean {
  if (cell.start === cell.end) return span.start <= cell.start && cell.end <= span.end;
  return overlaps(span, cell) && span.end - span.start <= (cell.end - cell.start) * 40;
}

/** Cells of equations that could not be worked out because another of their cells is blank or unreadable. */
function unknownCells(report: Report, form: FormTable): Set<CellId> {
  const unknown = new Set<CellId>();
  for (const { left, right } of report.tables[form.id]?.equations ?? []) {
    const ids = [...left, ...right];
    if (ids.some((id) => typeof cellIn(report, id)?.value !== 'object')) for (const id of ids) unknown.add(id);
  }
  return unknown;
}

const TITLES = new Map(rules.map(({ meta }) => [meta.id, meta.title]));

function sectionsOf(report: Report, result: LintResult, locale: Locale): ViewSection[] {
  const bySection = new Map<number, Map<RuleId, { passed: number; open: ViewItem[] }>>();
  const messages = messagesBySpan([...result.problems, ...result.ignored]);
  for (const outcome of result.outcomes) {
    const number = outcome.span ? sectionAt(report, outcome.span.start) : 0;
    const inSection = bySection.get(number) ?? new Map<RuleId, { passed: number; open: ViewItem[] }>();
    bySection.set(number, inSection);
    const check = inSection.get(outcome.rule) ?? { passed: 0, open: [] };
    inSection.set(outcome.rule, check);
    if (outcome.status === 'passed') check.passed++;
    else check.open.push(itemOf(outcome, messages, locale));
  }
  const headings = new Map<number, string>([
    [0, locale === 'zh' ? '全文' : 'The whole report'],
    ...report.form.sections.map((section) => [section.number, headingOf(section)] as const),
  ]);
  return [...headings].flatMap(([number, heading]) => {
    const checks = bySection.get(number);
    if (!checks) return [];
    return [
      {
        number,
        heading,
        checks: [...checks].map(([rule, check]) => ({ rule, title: TITLES.get(rule)?.[locale] ?? rule, ...check })),
      },
    ];
  });
}

const sectionAt = (report: Report, at: number): number =>
  report.sections.findLast(({ span }) => span.start <= at && at <= span.end)?.number ?? 0;

type Messages = ReadonlyMap<string, Problem>;

const keyOf = (rule: RuleId, span: Span): string => `${rule} ${span.start} ${span.end}`;

const messagesBySpan = (problems: readonly Problem[]): Messages =>
  new Map(problems.map((problem) => [keyOf(problem.rule, problem.span), problem]));

function itemOf(outcome: CheckOutcome, messages: Messages, locale: Locale): ViewItem {
  const place = outcome.span && { span: outcome.span };
  if (outcome.status === 'not-checked') {
    const reason = outcome.reason ? REASONS[outcome.reason][locale] : '';
    return { status: 'not-checked', text: reason ? `${outcome.subject}（${reason}）` : outcome.subject, ...place };
  }
  const problem = outcome.span && messages.get(keyOf(outcome.rule, outcome.span));
  return {
    status: outcome.ignored ? 'ignored' : 'failed',
    ...(problem && { severity: problem.severity }),
    text: outcome.ignored
      ? `${outcome.subject}（${outcome.ignoreReason ?? ''}）`
      : (problem?.message ?? outcome.subject),
    ...place,
  };
}
