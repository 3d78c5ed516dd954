import { type Grid, isPrinted, toGrid } from '../../server/src/forms/grid.ts';
import {
  type CellId,
  FORMS,
  type Form,
  type FormId,
  type FormTable,
  headingOf,
  type SectionNumber,
} from '../../server/src/forms/index.ts';
import type { TextFormat } from '../../server/src/report/report.ts';
import type { Span } from '../../server/src/text/span.ts';
import { labelIndex, rowKeyOf, type TableFaults, withFaults } from './faults.ts';
import { DEPARTMENT, type Issuer } from './issuers.ts';
import { LAYOUTS, type TestLayout } from './layouts.ts';
import { Marks } from './marks.ts';
import { type DraftProse, writeProse } from './prose.ts';
import { type Random, randomFrom } from './random.ts';
import { consistentValues, Facts, type Size, type Values } from './values.ts';
import { halfWidth, hardWrap, spaceNumbers } from './wrap.ts';

/** How a draft is written. Whatever is left out is as in a correct report. */
export interface DraftOptions {
  readonly form?: FormId | Form;
  readonly layout?: TestLayout;
  /** 2024, or 2020 in the 2019 form. */
  readonly year?: number;
  readonly issuer?: Issuer;
  /** Chooses numbers and wording. */
  readonly seed?: number;
  readonly size?: Size;
  /** The numbers, where chance is not to choose them. */
  readonly values?: Values;
  /** 25, or 23 in the 2019 form. */
  readonly requestRows?: 23 | 25;
  /** What single cells print instead of their number; the prose does not follow. */
  readonly cells?: Readonly<Partial<Record<CellId, string>>>;
  readonly faults?: TableFaults;
  /** Paragraphs instead of those that the generator writes. */
  readonly prose?: Partial<DraftProse>;
  /** A paragraph more at the end of the preface (0) or of a section's prose. */
  readonly say?: Readonly<Partial<Record<0 | SectionNumber, string>>>;
  /** Lines of the title; none leaves it out. Given as text it is printed as is. */
  readonly title?: 0 | 1 | 2 | 3 | readonly string[];
  readonly headings?: 'numbered' | 'unnumbered' | 'hash' | Readonly<Partial<Record<SectionNumber, string>>>;
  readonly preface?: 'plain' | 'lists-sections' | 'none';
  /** A table of contents: the six headings on lines of their own. */
  readonly contents?: boolean;
  /** The sections in the order in which they stand. */
  readonly sections?: readonly SectionNumber[];
  /** Sections whose heading stands without a table. */
  readonly withoutTable?: readonly SectionNumber[];
  readonly width?: 'full' | 'half';
  readonly lineBreak?: '\n' | '\r\n';
  readonly bom?: boolean;
}

export interface Draft {
  readonly text: string;
  readonly format: TextFormat;
  readonly form: Form;
  readonly requests: FormTable;
  readonly year: number;
  readonly issuer: Issuer;
  readonly layout: TestLayout;
  /** What every printed cell says. */
  readonly printed: ReadonlyMap<CellId, string>;
  /** Where a cell's text stands, known from writing it and not from reading it. */
  cellAt(id: CellId): Span;
  /** The line, from 1, on which a row's own label begins. */
  labelLine(row: string): number;
  lineOf(cell: CellId): number;
}

const WITH_ROWS = { 23: FORMS['2019'].tables.requests, 25: FORMS['2021'].tables.requests } as const;

/** A complete draft: correct but for what the options ask for. */
export function draft(options: DraftOptions = {}): Draft {
  const random = randomFrom(options.seed ?? 1);
  const form = typeof options.form === 'object' ? options.form : FORMS[options.form ?? '2021'];
  const layout = options.layout ?? LAYOUTS[0];
  const year = options.year ?? (form.id === '2021' ? 2024 : form.since + 1);
  const issuer = options.issuer ?? DEPARTMENT;
  const requests = options.requestRows ? WITH_ROWS[options.requestRows] : form.tables.requests;
  const values = options.values ?? consistentValues(form, requests, options.size ?? 'small', random);
  const marks = new Marks();
  const lines = new Writer({ options, form, layout, year, issuer, requests, values, random, marks }).lines();
  const eol = options.lineBreak ?? '\n';
  const marked = (options.width === 'half' ? lines.map(halfWidth) : lines).join(eol);
  const { text, places } = marks.resolve(`${options.bom ? '\ufeff' : ''}${marked}${eol}`);
  const at = (key: string): Span => {
    const place = places.get(key);
    if (!place) throw new Error(`the draft prints no ${key}`);
    return place;
  };
  const lineAt = (offset: number): number => text.slice(0, offset).split(/\r\n|\n/).length;
  return {
    text,
    format: layout.format,
    form,
    requests,
    year,
    issuer,
    layout,
    printed: new Map([...marks.cells].map(([id, mark]) => [id, mark.text])),
    cellAt: at,
    labelLine: (row) => lineAt(at(`label ${row}`).start),
    lineOf: (cell) => lineAt(at(cell).start),
  };
}

interface Plan {
  readonly options: DraftOptions;
  readonly form: Form;
  readonly layout: TestLayout;
  readonly year: number;
  readonly issuer: Issuer;
  readonly requests: FormTable;
  readonly values: Values;
  readonly random: Random;
  readonly marks: Marks;
}

const ALL: readonly SectionNumber[] = [1, 2, 3, 4, 5, 6];
const LINES_A_PAGE = 24;

class Writer {
  readonly #plan: Plan;
  readonly #prose: DraftProse;

  constructor(plan: Plan) {
    this.#plan = plan;
    const { options, form, year, issuer, values, random } = plan;
    const context = {
      form,
      year,
      issuer,
      facts: new Facts(values),
      random,
      preface: options.preface ?? 'plain',
    };
    this.#prose = { ...writeProse(context), ...options.prose };
  }

  lines(): string[] {
    const { options, layout, random } = this.#plan;
    const blocks: string[][] = [
      ...this.#title(),
      ...(options.contents ? [ALL.map((number) => this.#block(this.#canonical(number), 'paragraph'))] : []),
      ...this.#paragraphs(this.#prose.preface, 0),
      ...(options.sections ?? ALL).flatMap((number) => this.#section(number)),
      ...this.#paragraphs(this.#prose.signOff),
    ];
    const lines = blocks.flatMap((block) => (layout.airy ? [...block, ''] : block));
    if (layout.wrap === undefined) return lines;
    const dash = random.pick(['-', '—']);
    return lines.flatMap((line, index) =>
      index > 0 && index % LINES_A_PAGE === 0 ? [`${dash} ${index / LINES_A_PAGE} ${dash}`, line] : [line],
    );
  }

  #title(): string[][] {
    const { options, year, issuer, layout } = this.#plan;
    const title = options.title ?? 1;
    if (typeof title === 'object') return title.map((line) => [line]);
    const lines = {
      0: [],
      1: [`${issuer.name}${year}年政府信息公开工作年度报告`],
      2: [`${issuer.name}${year}年`, '政府信息公开工作年度报告'],
      3: [issuer.name, `${year}年政府信息公开`, '工作年度报告'],
    }[title];
    return lines.map((line, index) => [
      index === 0 && layout.format === 'markdown' ? `# ${line}` : this.#block(line, 'title'),
    ]);
  }

  #paragraphs(paragraphs: readonly string[], part?: 0 | SectionNumber): string[][] {
    const { options, layout } = this.#plan;
    const more = part === undefined ? undefined : options.say?.[part];
    const all = more === undefined ? paragraphs : [...paragraphs, more];
    return all.map((paragraph) =>
      layout.wrap === undefined
        ? [this.#block(paragraph, 'paragraph')]
        : hardWrap(spaceNumbers(paragraph), layout.wrap),
    );
  }

  #block(line: string, kind: 'title' | 'heading' | 'paragraph'): string {
    return this.#plan.layout.block?.(line, kind) ?? line;
  }

  #canonical(number: SectionNumber): string {
    const section = this.#plan.form.sections[number - 1];
    return section ? headingOf(section) : '';
  }

  #heading(number: SectionNumber): string {
    const { headings = this.#plan.layout.format === 'markdown' ? 'hash' : 'numbered' } = this.#plan.options;
    const numbered = this.#canonical(number);
    if (typeof headings === 'object') return headings[number] ?? numbered;
    if (headings === 'unnumbered') return numbered.slice(2);
    return headings === 'hash' ? `## ${numbered}` : numbered;
  }

  #section(number: SectionNumber): string[][] {
    const { form, options } = this.#plan;
    const prose = { 1: this.#prose.overview, 5: this.#prose.problems, 6: this.#prose.other }[number as 1 | 5 | 6] ?? [];
    const id = form.sections[number - 1]?.table;
    const table =
      id && !options.withoutTable?.includes(number)
        ? [this.#table(id === 'requests' ? this.#plan.requests : form.tables[id])]
        : [];
    return [[this.#block(this.#heading(number), 'heading')], ...this.#paragraphs(prose, number), ...table];
  }

  #table(table: FormTable): string[] {
    const { options, values, marks, layout } = this.#plan;
    const print = (id: CellId): string => marks.cell(id, options.cells?.[id] ?? String(values.get(id) ?? 0));
    const mine = (keys: readonly string[] | undefined): string[] =>
      (keys ?? []).filter((key) => table.blocks.some(({ rows }) => rows.some((row) => row.key === key)));
    const faults = { ...options.faults, dropRows: mine(options.faults?.dropRows) };
    const lines = layout.write(this.#markLabels(withFaults(toGrid(table, print), faults)));
    // The writers end cell lines with the empty line that parts rows; one between table and heading is enough.
    return layout.airy && lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  }

  #markLabels(grid: Grid): Grid {
    return grid.map((row) => {
      const key = rowKeyOf(row);
      const index = labelIndex(row);
      const slot = row[index];
      if (key === undefined || !slot || !isPrinted(slot)) return row;
      return row.with(index, { text: `${this.#plan.marks.label(key)}${slot.text}` });
    });
  }
}
