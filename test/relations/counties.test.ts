// Counties in which all is right, and the same with one fault: it is found under its rule in its file, and nothing else.
import { describe, expect, it } from 'vitest';
import { lintReport } from '../../server/src/check/lint.ts';
import { type CellId, cellId, FORMS } from '../../server/src/forms/index.ts';
import { planOf } from '../../server/src/forms/plan.ts';
import { readReport, rules, summaryOf } from '../../server/src/index.ts';
import { ReportIndex } from '../../server/src/relations/report-index.ts';
import { formOfMost, rollUp } from '../../server/src/relations/rollup.ts';
import type { ReportSummary } from '../../server/src/relations/summary.ts';
import type { Report } from '../../server/src/report/report.ts';
import { addDecimals, compareDecimals, parseDecimal } from '../../server/src/text/decimal.ts';
import { type County, type CountyReport, county, textOf } from '../support/county.ts';

const BETWEEN = rules.filter(({ meta }) => /^(?:year|rollup|peer)\/|^date\/wrong-year$/.test(meta.id));

interface Filed {
  readonly path: string;
  readonly report: Report;
  readonly summary: ReportSummary;
}

const filedAs = (path: string, text: string): Filed => {
  const format = path.endsWith('.md') ? 'markdown' : path.endsWith('.html') ? 'html' : 'text';
  const report = readReport(text, { format });
  return { path, report, summary: summaryOf(report, path) };
};

/** `rule severity path` of all that stands between the reports; hints are no more than that. */
function found(files: readonly Filed[], looked = files): string[] {
  const index = new ReportIndex();
  for (const { summary } of files) index.set(summary);
  return looked.flatMap(({ path, report }) =>
    lintReport(report, { relations: index.of(path) }, BETWEEN)
      .problems.filter(({ severity }) => severity !== 'hint')
      .map(({ rule, severity }) => `${rule} ${severity} ${path}`),
  );
}

const OPTIONS = [
  { seed: 11, place: '青溪县', years: [2023, 2024], members: 9 },
  { seed: 12, place: '禾原县', years: [2019, 2020, 2021], members: 8 },
  { seed: 13, place: '澜桥县', years: [2020, 2021, 2022], members: 14 },
] as const;

const counties = OPTIONS.map((options) => {
  const made = county(options);
  return { made, files: made.reports.map((report) => filedAs(report.path, textOf(report))) };
});
const [modern, old] = counties as unknown as readonly [(typeof counties)[0], (typeof counties)[0]];

describe.each(counties)('the county of $made.place', ({ made, files }) => {
  it('is clean', () => {
    expect(found(files)).toEqual([]);
  });

  it('adds up to the last cell', () => {
    const index = new ReportIndex();
    for (const { summary } of files) index.set(summary);
    for (const government of made.reports.filter(({ issuer }) => issuer.type === 'government')) {
      const { members } = index.of(government.path) ?? { members: [] };
      expect(members).toHaveLength(made.reports.length / made.years.length - 1);
      for (const id of ['proactive', 'requests', 'review'] as const) {
        const table = formOfMost(members, id);
        expect(table).toBe(FORMS[government.year < 2021 ? '2019' : '2021'].tables[id]);
        if (!table) continue;
        const sums = rollUp(table, members);
        for (const cell of planOf(table).places.keys()) {
          const own = parseDecimal(`${government.values.get(cell) ?? 0}`);
          const sum = sums.get(cell);
          expect(own && sum && compareDecimals(own, addDecimals([sum.sum])), cell).toBe(0);
        }
      }
    }
  });
});

/** The report of a body for a year. */
function of({ reports }: County, name: string, year: number): CountyReport {
  const report = reports.find((each) => each.issuer.name.endsWith(name) && each.year === year);
  if (!report) throw new Error(`no report of ${name} for ${year}`);
  return report;
}

type Change = (report: CountyReport, set: (id: CellId, by: number) => void) => Partial<CountyReport['options']>;

/** The report of a body written anew with something changed. */
function changed(made: County, name: string, year: number, change: Change): Filed {
  const report = of(made, name, year);
  const values = new Map(report.values);
  const options = change(report, (id, by) => values.set(id, Math.max(0, (values.get(id) ?? 0) + by)));
  return filedAs(report.path, textOf({ ...report, options: { ...report.options, values, ...options } }));
}

const replaced = (files: readonly Filed[], ...news: readonly Filed[]): Filed[] => [
  ...files.filter(({ path }) => !news.some((each) => each.path === path)),
  ...news,
];

const at = (row: string, column: string): CellId => cellId('requests', row, column);
const decisions = (row: string): CellId => cellId('proactive', row, 'decisions');

describe('one fault', () => {
  const { made, files } = modern;
  const water = '水利局';
  const both = (change: Change, name = water): Filed[] => replaced(files, changed(made, name, 2024, change));

  it('in what was carried over', () => {
    const shifted = both((_, set) => {
      for (const column of ['natural', 'total']) {
        set(at('carriedIn', column), 3);
        set(at('granted', column), 3);
        set(at('resultTotal', column), 3);
      }
      return {};
    });
    expect(found(shifted)).toContain(`year/carry-over error ${of(made, water, 2024).path}`);
  });

  it('in the documents in force', () => {
    const files2024 = both((_, set) => {
      set(cellId('proactive', 'normative', 'valid'), 2);
      return {};
    });
    expect(found(files2024)).toContain(`year/valid-documents warning ${of(made, water, 2024).path}`);
  });

  it('in last year’s items', () => {
    const { made: county2020, files: files2020 } = old;
    const id = cellId('proactive', 'licence', 'lastYearItems');
    const files2 = replaced(
      files2020,
      changed(county2020, water, 2020, (_, set) => {
        set(id, 1);
        return {};
      }),
    );
    expect(found(files2)).toContain(`year/items-2020 warning ${of(county2020, water, 2020).path}`);
  });

  it('section one or five copied from last year', () => {
    const last = of(made, water, 2023).options.prose;
    const one = both(({ options }) => ({ prose: { ...options.prose, overview: last?.overview ?? [] } }));
    expect(found(one)).toEqual([`year/copied-section warning ${of(made, water, 2024).path}`]);
    const five = both(({ options }) => ({ prose: { ...options.prose, problems: last?.problems ?? [] } }));
    expect(found(five)).toEqual([`year/copied-section warning ${of(made, water, 2024).path}`]);
  });

  it('the problems of last year with other measures', () => {
    const last = of(made, water, 2023).options.prose?.problems?.[0] ?? '';
    const same = both(({ options }) => ({
      prose: { ...options.prose, problems: [last, options.prose?.problems?.[1] ?? ''] },
    }));
    expect(found(same)).toEqual([`year/problem-not-improved information ${of(made, water, 2024).path}`]);
  });

  it('a sentence with last year’s date', () => {
    const stale = '全年巡查时对2023年完工的渠段逐一立牌说明。';
    const with_ = (year: number) =>
      changed(made, water, year, ({ options }) => ({
        prose: { ...options.prose, overview: [...(options.prose?.overview ?? []), stale] },
      }));
    expect(found(replaced(files, with_(2023), with_(2024)))).toEqual([
      `year/stale-year warning ${of(made, water, 2024).path}`,
    ]);
  });

  it('a section that is another body’s, and its name in it', () => {
    const theirs = of(made, '教育局', 2024);
    const named = [...(theirs.options.prose?.overview ?? []), '县教育局派人到校核对公示内容并留存照片。'];
    const school = changed(made, '教育局', 2024, ({ options }) => ({ prose: { ...options.prose, overview: named } }));
    const copy = changed(made, water, 2024, ({ options }) => ({ prose: { ...options.prose, overview: named } }));
    const own = of(made, water, 2024).path;
    expect(found(replaced(files, school, copy))).toEqual(
      expect.arrayContaining([
        `peer/copied-section information ${own}`,
        `peer/copied-section information ${theirs.path}`,
        `peer/foreign-agency-name warning ${own}`,
      ]),
    );
  });

  const government = of(made, '人民政府', 2024);
  it.each([
    ['table two', decisions('penalty')],
    ['table three', at('new', 'natural')],
  ])('in a sum of %s', (_, id) => {
    const wrong = both((_report, set) => {
      set(id, -1);
      if (id.startsWith('requests')) {
        for (const [row, column] of [
          ['new', 'total'],
          ['granted', 'natural'],
          ['granted', 'total'],
          ['resultTotal', 'natural'],
          ['resultTotal', 'total'],
        ] as const)
          set(at(row, column), -1);
      }
      return {};
    }, `${made.place}人民政府`);
    const all = found(wrong);
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all)).toEqual(new Set([`rollup/sum warning ${government.path}`]));
  });

  it('a member whose report is not there, or is last year’s, or is there twice', () => {
    const { path } = of(made, water, 2024);
    const without = files.filter((file) => file.path !== path);
    expect(found(without)).toContain(`rollup/missing-member information ${government.path}`);
    const lastYears = filedAs(path, textOf(of(made, water, 2023)));
    expect(found(replaced(files, lastYears))).toContain(`rollup/mixed-year warning ${government.path}`);
    const again = filedAs(`${made.place}/2024/报送.txt`, textOf(of(made, water, 2024)));
    expect(found([...files, again]).sort()).toEqual(
      [path, again.path].map((each) => `rollup/duplicate-report warning ${each}`).sort(),
    );
  });
});
