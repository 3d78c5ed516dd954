import type { Problem } from '../../check/lint.ts';
import { cellNameIn } from '../../facts/names.ts';
import type { CellId } from '../../forms/index.ts';
import { escapeHtml } from '../../language/report-view-words.ts';
import { bodyOf, isSameBody } from '../../relations/bodies.ts';
import { NO_RELATIONS } from '../../relations/relations.ts';
import {
  MAIN_FIGURES,
  type SectionAlike,
  type SideCell,
  type SideTable,
  sectionsAlike,
  sideBySide,
} from '../../relations/side-by-side.ts';
import { numberIn } from '../../relations/summary.ts';
import { type Decimal, formatDecimal } from '../../text/decimal.ts';
import type { OfficeCommand } from '../args.ts';
import { FileCheck, type OpenedReport } from '../file-check.ts';
import { findFiles } from '../files.ts';
import { padTo, printable, widest } from '../formats/width.ts';
import { locator } from '../positions.ts';
import { chartOf, type Figure } from './chart.ts';
import { csvOf } from './csv.ts';
import { deliver } from './deliver.ts';
import { pageOf, tableHtml } from './page.ts';
import { type OfficeWords, officeWords } from './words.ts';
import type { OfficeWorld } from './world.ts';

interface Comparison {
  readonly name: string;
  readonly years: readonly number[];
  readonly reports: readonly OpenedReport[];
  readonly tables: readonly SideTable[];
  readonly sections: readonly SectionAlike[];
  /** What the rules say of the newest against the one before. */
  readonly problems: readonly Problem[];
}

/** `nianbao-lint compare`: the tables and sections of two years or more beside each other. */
export async function compare(command: OfficeCommand, world: OfficeWorld): Promise<number> {
  const { options } = command;
  const words = officeWords(options.locale);
  const engine = await world.engine();
  const files = new FileCheck({ ...options, year: undefined }, world.cwd, engine, world.stdin);
  const reports: OpenedReport[] = [];
  for (const found of findFiles(options.paths, world.cwd)) {
    const report = await files.open(found);
    if (report) reports.push(report);
    else if (found.named) return fail(world, words.noDraft(found.kind === 'stdin' ? '-' : found.path));
  }
  const problem = whatIsWrong(reports, words);
  if (problem !== undefined) return fail(world, problem);
  reports.sort((a, b) => (a.summary.year ?? 0) - (b.summary.year ?? 0));
  for (const [index, { summary }] of reports.entries()) {
    const before = reports[index - 1]?.summary.issuer?.name;
    const own = summary.issuer?.name;
    if (before && own && !isSameBody(bodyOf(before), bodyOf(own))) world.stderr(`${words.otherBody(before, own)}\n`);
  }
  const [last, newest] = reports.slice(-2);
  if (!last || !newest) return fail(world, words.noDraft(options.paths.join(' ')));
  const relations = { ...NO_RELATIONS, prior: last.summary };
  const { problems } = engine.lint(newest.text, { ...newest.options, relations });
  const comparison: Comparison = {
    name: newest.summary.issuer?.name ?? '',
    years: reports.map(({ summary }) => summary.year ?? 0),
    reports,
    tables: sideBySide(reports.map(({ summary }) => summary)),
    sections: sectionsAlike(last.summary, newest.summary),
    problems: problems.filter(({ rule }) => rule.startsWith('year/')),
  };
  const text = inFormat(comparison, command, words);
  if (!deliver(command, world, text)) return 2;
  return comparison.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function fail(world: OfficeWorld, message: string): number {
  world.stderr(`${message}\n`);
  return 2;
}

function whatIsWrong(reports: readonly OpenedReport[], words: OfficeWords): string | undefined {
  const years = new Set<number>();
  for (const {
    path,
    summary: { year },
  } of reports) {
    if (year === undefined) return words.noYear(path);
    if (years.has(year)) return words.sameYear(year);
    years.add(year);
  }
  return undefined;
}

function inFormat(comparison: Comparison, { format, options }: OfficeCommand, words: OfficeWords): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(jsonOf(comparison), null, 2)}\n`;
    case 'csv':
      return csvOf([headOf(comparison, words), ...rowsOf(comparison)]);
    case 'markdown':
      return markdownOf(comparison, words);
    case 'html':
      return htmlOf(comparison, words, options.locale);
    case 'pretty':
      return plainOf(comparison, words);
  }
}

const shown = (number: Decimal | undefined): string => (number ? formatDecimal(number) : '');

const signed = (number: Decimal | undefined): string =>
  number && number.units !== 0 ? `${number.units > 0 ? '+' : ''}${formatDecimal(number)}` : '';

/** What the rules say of one cell of the newest report. */
function saysOf({ reports, problems }: Comparison, id: CellId): readonly Problem[] {
  const summary = reports.at(-1)?.summary;
  const place = summary && numberIn(summary, id)?.span;
  return place ? problems.filter(({ span }) => span.start === place.start) : [];
}

const headOf = ({ years }: Comparison, words: OfficeWords): string[] => [
  words.table,
  words.cell,
  ...years.map(String),
  words.difference,
  words.says,
];

const rowOf = (comparison: Comparison, { form }: SideTable, cell: SideCell): string[] => [
  form.title,
  cellNameIn(form, cell.id),
  ...cell.numbers.map(shown),
  signed(cell.difference),
  saysOf(comparison, cell.id)
    .map(({ message }) => message)
    .join('；'),
];

const rowsOf = (comparison: Comparison): string[][] =>
  comparison.tables.flatMap((table) => table.cells.map((cell) => rowOf(comparison, table, cell)));

/** All zeros in all years tell nobody anything. */
const isTold = ({ numbers }: SideCell): boolean => numbers.some((number) => number !== undefined && number.units !== 0);

const toldRows = (comparison: Comparison): string[][] =>
  comparison.tables.flatMap((table) => table.cells.filter(isTold).map((cell) => rowOf(comparison, table, cell)));

interface Passage {
  readonly text: string;
  readonly now: number;
  readonly before: number;
}

function passagesOf({ reports }: Comparison, { passages }: SectionAlike): Passage[] {
  const [last, newest] = reports.slice(-2);
  if (!last || !newest) return [];
  const [here, there] = [locator(newest.text), locator(last.text)];
  return passages.map(({ now, before }) => ({
    text: newest.text
      .slice(now.start, now.end)
      .replace(/\s*\n\s*/g, '')
      .trim(),
    now: here(now.start).line,
    before: there(before.start).line,
  }));
}

function jsonOf(comparison: Comparison) {
  const { name, years, reports, tables, sections, problems } = comparison;
  return {
    issuer: name,
    reports: reports.map(({ path, summary }) => ({ path, year: summary.year, form: summary.form })),
    years,
    tables: tables.map(({ form, cells }) => ({
      id: form.id,
      title: form.title,
      cells: cells.map((cell) => ({
        id: cell.id,
        name: cellNameIn(form, cell.id),
        numbers: cell.numbers.map((number) => (number ? formatDecimal(number) : null)),
        difference: cell.difference ? formatDecimal(cell.difference) : null,
        rules: saysOf(comparison, cell.id).map(({ rule }) => rule),
      })),
    })),
    sections: sections.map((section) => ({
      section: section.section,
      share: Math.round(section.share * 1000) / 1000,
      passages: passagesOf(comparison, section),
    })),
    problems: problems.map(({ rule, severity, message }) => ({ rule, severity, message })),
  };
}

const percentOf = ({ share }: SectionAlike): number => Math.floor(share * 100);

function plainOf(comparison: Comparison, words: OfficeWords): string {
  const rows = toldRows(comparison).map(([, name = '', ...numbers]) => [name, ...numbers.slice(0, -1)]);
  const all = [[words.cell, ...comparison.years.map(String), words.difference], ...rows];
  const widths = (all[0] ?? []).map((_, column) => widest(all.map((row) => row[column] ?? '')));
  const lines = all.map((row) =>
    row
      .map((text, column) => padTo(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${[
    words.compareTitle(comparison.name, comparison.years),
    '',
    ...lines,
    '',
    ...comparison.sections.flatMap((section) => [
      words.alike(words.section[section.section], percentOf(section)),
      ...passagesOf(comparison, section).map(
        ({ text, now, before }) => `  ${printable(text)}  （${words.place(now, before)}）`,
      ),
    ]),
    '',
    ...(comparison.problems.length > 0
      ? comparison.problems.map(({ message, rule }) => `${printable(message)}  ${rule}`)
      : [words.noFindings]),
  ].join('\n')}\n`;
}

function markdownOf(comparison: Comparison, words: OfficeWords): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const head = headOf(comparison, words);
  return `${[
    `# ${words.compareTitle(comparison.name, comparison.years)}`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...toldRows(comparison).map(line),
    '',
    ...comparison.sections.map((section) => `- ${words.alike(words.section[section.section], percentOf(section))}`),
    ...comparison.problems.map(({ message }) => `- ${message}`),
  ].join('\n')}\n`;
}

function figuresOf({ tables, years }: Comparison): Figure[] {
  return MAIN_FIGURES.flatMap((id): Figure[] => {
    const table = tables.find(({ cells }) => cells.some((cell) => cell.id === id));
    const cell = table?.cells.find((each) => each.id === id);
    if (!table || !cell || !isTold(cell)) return [];
    const values = cell.numbers.map((number, index) => ({
      year: years[index] ?? 0,
      shown: shown(number) || '—',
      value: number ? Number(formatDecimal(number)) : 0,
    }));
    return [{ name: cellNameIn(table.form, id), values }];
  });
}

function htmlOf(comparison: Comparison, words: OfficeWords, locale: OfficeCommand['options']['locale']): string {
  const { years, tables, sections, problems } = comparison;
  const [before] = years.slice(-2);
  const byTable = tables.map(({ form, cells }) => {
    const known = new Map(cells.map((cell) => [cell.id, cell]));
    return tableHtml(form, (id) => {
      const cell = known.get(id);
      const says = saysOf(comparison, id);
      const [then] = cell?.numbers.slice(-2) ?? [];
      const last =
        cell && isTold(cell)
          ? `<small>${before}：${escapeHtml(shown(then) || '—')}${cell.difference?.units ? `（${escapeHtml(signed(cell.difference))}）` : ''}</small>`
          : '';
      const said = says.map(({ message }) => `<small>${escapeHtml(message)}</small>`).join('');
      return { html: `${escapeHtml(shown(cell?.numbers.at(-1)))}${last}${said}`, differs: says.length > 0 };
    });
  });
  const alike = sections.map((section) => {
    const passages = passagesOf(comparison, section).map(
      ({ text, now, before: line }) =>
        `<li><q>${escapeHtml(text)}</q><span class="where">${escapeHtml(words.place(now, line))}</span></li>`,
    );
    return `<h3>${escapeHtml(words.alike(words.section[section.section], percentOf(section)))}</h3>${passages.length > 0 ? `<ul>${passages.join('')}</ul>` : ''}`;
  });
  const found = problems.map(({ severity, message }) => `<li class="${severity}">${escapeHtml(message)}</li>`);
  return pageOf(
    words.compareTitle(comparison.name, years),
    [
      `<h2>${words.figures}</h2>`,
      ...figuresOf(comparison).map(chartOf),
      `<h2>${words.findings}</h2>`,
      found.length > 0 ? `<ul>${found.join('')}</ul>` : `<p>${words.noFindings}</p>`,
      ...byTable,
      ...alike,
    ],
    locale,
  );
}
