import { resolve } from 'node:path';
import { cellNameIn } from '../../facts/names.ts';
import { toGrid } from '../../forms/grid.ts';
import type { CellId, FormTable } from '../../forms/index.ts';
import { escapeHtml } from '../../language/report-view-words.ts';
import type { Relations } from '../../relations/relations.ts';
import { type CellSum, formOfMost, isWithinRounding, rollUp } from '../../relations/rollup.ts';
import { numberIn, type ReportSummary, tableForm } from '../../relations/summary.ts';
import { layoutById } from '../../report/tables/layouts/index.ts';
import { type Decimal, formatDecimal } from '../../text/decimal.ts';
import type { OfficeCommand } from '../args.ts';
import { FileCheck, type OpenedReport } from '../file-check.ts';
import { type Found, findFiles } from '../files.ts';
import { KnownReports } from '../known-reports.ts';
import { messagesIn } from '../messages.ts';
import { noProgress, progressBar } from '../progress.ts';
import { csvOf } from './csv.ts';
import { deliver } from './deliver.ts';
import { filled } from './fill.ts';
import { pageOf, tableHtml } from './page.ts';
import { officeWords } from './words.ts';
import type { OfficeWorld } from './world.ts';

/** A cell of the sum beside the government's own number. */
interface Line extends CellSum {
  readonly own: Decimal | undefined;
  readonly differs: boolean;
}

interface Summed {
  readonly table: FormTable;
  readonly lines: ReadonlyMap<CellId, Line>;
}

interface Rollup {
  readonly year: number;
  readonly relations: Pick<Relations, 'members' | 'missing' | 'mixed'>;
  readonly own: ReportSummary | undefined;
  readonly tables: readonly Summed[];
}

/** `nianbao-lint rollup`: the three tables of a folder's members, added up, beside the government's own draft. */
export async function rollup(command: OfficeCommand, world: OfficeWorld): Promise<number> {
  const { options, into } = command;
  const words = officeWords(options.locale);
  // --year chooses among the reports; it does not say of each that it is of that year.
  const files = new FileCheck({ ...options, year: undefined }, world.cwd, await world.engine(), world.stdin);
  const found = findFiles(options.paths, world.cwd);
  const draft = into === undefined ? undefined : await openNamed(files, into, world);
  if (into !== undefined && !draft) {
    world.stderr(`${words.noDraft(into)}\n`);
    return 2;
  }
  const { known, summaries } = await readAll(files, found, draft, world);
  const chosen = choose(known, summaries, draft, options.year);
  if (typeof chosen === 'string') {
    world.stderr(`${chosen === 'none' ? messagesIn(options.locale).noReport : words.several}\n`);
    return 2;
  }
  const result = addUp(chosen);
  const text = inFormat(result, command);
  const isFilled = draft !== undefined && command.output !== undefined;
  const content = isFilled ? filled(draft, sumsOf(result)) : text;
  if (content === undefined) {
    world.stderr(`${words.notFilled(into ?? '')}\n`);
    return 2;
  }
  if (isFilled) world.stdout(text);
  if (!deliver(command, world, content, draft?.absolute)) return 2;
  return result.tables.some(({ lines }) => [...lines.values()].some(({ differs }) => differs)) ? 1 : 0;
}

async function openNamed(files: FileCheck, path: string, world: OfficeWorld): Promise<OpenedReport | undefined> {
  const [found] = findFiles([path], world.cwd);
  return found && files.open(found);
}

async function readAll(
  files: FileCheck,
  found: readonly Found[],
  draft: OpenedReport | undefined,
  world: OfficeWorld,
): Promise<{ known: KnownReports; summaries: ReportSummary[] }> {
  const known = new KnownReports(found);
  const summaries: ReportSummary[] = [];
  const progress = world.watched && found.length > 40 ? progressBar(found.length, world.stderr) : noProgress;
  for (const [index, each] of found.entries()) {
    const isDraft = each.kind === 'file' && draft?.absolute === resolve(each.absolute);
    const report = isDraft ? undefined : await files.known(each);
    if (report) {
      known.add(report);
      summaries.push(report.summary);
    }
    progress.at(index + 1);
  }
  progress.clear();
  if (draft) known.add(draft);
  return { known, summaries: draft ? [...summaries, draft.summary] : summaries };
}

type Chosen = Pick<Rollup, 'year' | 'own' | 'relations'>;

/** The government whose members are added up, or all that lie there where no government has written yet. */
function choose(
  known: KnownReports,
  summaries: readonly ReportSummary[],
  draft: OpenedReport | undefined,
  wanted: number | undefined,
): Chosen | 'none' | 'several' {
  const years = summaries.flatMap(({ year }) => year ?? []);
  const year = wanted ?? draft?.summary.year ?? (years.length > 0 ? Math.max(...years) : undefined);
  if (year === undefined) return 'none';
  const ofYear = summaries.filter((summary) => summary.year === year);
  const governments = draft ? [draft.summary] : ofYear.filter(({ issuer }) => issuer?.kind === 'government');
  if (governments.length > 1) return 'several';
  const [own] = governments;
  const relations = own && known.ofDocument(own.document);
  if (own && relations) return { year, own, relations };
  const members = ofYear.filter(
    ({ issuer }, index) => issuer && ofYear.findIndex((each) => each.issuer?.name === issuer.name) === index,
  );
  return members.length === 0 ? 'none' : { year, own, relations: { members, missing: [], mixed: [] } };
}

function addUp({ year, own, relations }: Chosen): Rollup {
  const tables = (['proactive', 'requests', 'review'] as const).flatMap((id): Summed[] => {
    const theirs = own?.numbers[id];
    const table = theirs ? tableForm(id, theirs) : formOfMost(relations.members, id);
    if (!table) return [];
    const lines = [...rollUp(table, relations.members)].map(([cell, sum]): [CellId, Line] => {
      const number = own && numberIn(own, cell)?.value;
      const differs = number !== undefined && sum.unknown.length === 0 && !isWithinRounding(sum, number);
      return [cell, { ...sum, own: number, differs }];
    });
    return [{ table, lines: new Map(lines) }];
  });
  return { year, own, relations, tables };
}

const sumsOf = ({ tables }: Rollup): ReadonlyMap<CellId, CellSum> => new Map(tables.flatMap(({ lines }) => [...lines]));

const nameOf = ({ issuer }: ReportSummary): string => issuer?.name ?? '';

function inFormat(result: Rollup, { format, options }: OfficeCommand): string {
  const words = officeWords(options.locale);
  switch (format) {
    case 'json':
      return `${JSON.stringify(jsonOf(result), null, 2)}\n`;
    case 'csv':
      return csvOf([words.rollupHead, ...rowsOf(result)]);
    case 'markdown':
      return [...headLines(result, options.locale), ...result.tables.flatMap(markdownOf), ''].join('\n');
    case 'html':
      return htmlOf(result, options.locale);
    case 'pretty':
      return [
        ...headLines(result, options.locale),
        ...result.tables.flatMap((summed) => plainOf(summed, options.locale)),
        '',
      ].join('\n');
  }
}

const shownSum = ({ sum, parts }: CellSum): string => (parts.length === 0 ? '' : formatDecimal(sum));

function jsonOf({ year, own, relations, tables }: Rollup) {
  return {
    year,
    government: own ? { name: nameOf(own), path: own.document } : null,
    members: relations.members.map((member) => ({ name: nameOf(member), path: member.document })),
    missing: relations.missing.map(({ name, last }) => ({ name, last: last?.document ?? null })),
    otherYear: relations.mixed.map((other) => ({ name: nameOf(other), path: other.document, year: other.year })),
    tables: tables.map(({ table, lines }) => ({
      id: table.id,
      title: table.title,
      cells: [...lines.values()].map((line) => ({
        id: line.id,
        name: cellNameIn(table, line.id),
        sum: shownSum(line),
        own: line.own ? formatDecimal(line.own) : null,
        differs: line.differs,
        unknown: line.unknown.map(nameOf),
      })),
    })),
  };
}

const rowsOf = ({ tables }: Rollup): string[][] =>
  tables.flatMap(({ table, lines }) =>
    [...lines.values()].map((line) => [
      table.title,
      cellNameIn(table, line.id),
      shownSum(line),
      line.own ? formatDecimal(line.own) : '',
      line.differs ? '≠' : '',
      line.unknown.map(nameOf).join('、'),
    ]),
  );

function headLines({ year, own, relations }: Rollup, locale: OfficeCommand['options']['locale']): string[] {
  const words = officeWords(locale);
  const { members, missing, mixed } = relations;
  return [
    words.added(year, members.length, members.map(nameOf)),
    ...(own ? [words.beside(nameOf(own))] : []),
    ...missing.map(({ name }) => words.missing(name, year)),
    ...mixed.map((other) => words.otherYear(nameOf(other), other.year ?? 0)),
    '',
  ];
}

const printed = (lines: Summed['lines']) => (id: CellId) => {
  const line = lines.get(id);
  return line ? shownSum(line) : '';
};

const markdownOf = ({ table, lines }: Summed): string[] => [
  `## ${table.title}`,
  '',
  ...layoutById('markdown').write(toGrid(table, printed(lines))),
  '',
];

function plainOf({ table, lines }: Summed, locale: OfficeCommand['options']['locale']): string[] {
  const words = officeWords(locale);
  const told = [...lines.values()].filter(({ sum, differs }) => sum.units !== 0 || differs);
  return [
    table.title,
    ...told.map(
      (line) =>
        `  ${cellNameIn(table, line.id)}  ${shownSum(line)}${line.differs && line.own ? `  ${words.own(formatDecimal(line.own))}` : ''}`,
    ),
    ...(told.length === 0 ? [`  ${words.allZero}`] : []),
    '',
  ];
}

function htmlOf(result: Rollup, locale: OfficeCommand['options']['locale']): string {
  const words = officeWords(locale);
  const title = words.rollupTitle(result.own ? nameOf(result.own) : '', result.year);
  const head = headLines(result, locale).filter(Boolean);
  const tables = result.tables.map(({ table, lines }) =>
    tableHtml(table, (id) => {
      const line = lines.get(id);
      const own = line?.differs && line.own ? `<small>${escapeHtml(words.own(formatDecimal(line.own)))}</small>` : '';
      return { html: `${escapeHtml(line ? shownSum(line) : '')}${own}`, differs: line?.differs ?? false };
    }),
  );
  return pageOf(title, [`<ul>${head.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`, ...tables], locale);
}
