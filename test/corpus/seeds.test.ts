import { expect, it } from 'vitest';
import type { Problem } from '../../server/src/check/lint.ts';
import { lint, readReport, rules } from '../../server/src/index.ts';
import { alarms, lineAt } from '../support/check.ts';
import { defects, describeCorpus, isOnLines, type RealReport, realReports, traps } from '../support/corpus.ts';

const seeds = realReports('seeds');
const registered = new Set<string>(rules.map(({ meta }) => meta.id));

interface Placed extends Problem {
  readonly line: number;
  readonly endLine: number;
}

const cache = new Map<string, Placed[]>();
function problemsOf({ id, text, name }: RealReport): Placed[] {
  const known = cache.get(id);
  if (known) return known;
  const placed = lint(text, { fileName: name }).problems.map((problem) => ({
    ...problem,
    line: lineAt(text, problem.span.start),
    endLine: lineAt(text, problem.span.end),
  }));
  cache.set(id, placed);
  return placed;
}

const listed = (problems: readonly Placed[]): string[] =>
  problems.map(({ severity, rule, line }) => `${severity} ${rule}@${line}`);

describeCorpus('five real reports', () => {
  it('are there', () => {
    expect(seeds.map(({ id }) => id)).toEqual(['000', '001', '002', '003', '004']);
  });

  it.each(seeds)('$id: every certain fault is found on its line under its rule', (seed) => {
    const certain = defects().filter((entry) => entry.seed === seed.id && entry.cls === 'certain');
    const expected = certain.filter(({ rule }) => registered.has(rule));
    const missed = expected.filter(
      (entry) => !problemsOf(seed).some(({ rule, line }) => rule === entry.rule && isOnLines(entry, line)),
    );
    expect(missed.map(({ rule, line }) => `${rule}@${line}`)).toEqual([]);
  });

  it.each(seeds)('$id: nothing is said of what only looks like a fault', (seed) => {
    const sprung = traps()
      .filter((trap) => trap.seed === seed.id)
      .flatMap((trap) => {
        const group = trap.mustNot.endsWith('/*') ? trap.mustNot.slice(0, -1) : undefined;
        const start = lineStart(seed.text, trap.line);
        const quoted = seed.text.indexOf(trap.quote, start);
        const here = ({ span, line }: Placed): boolean =>
          trap.quote === '' || quoted < 0
            ? isOnLines(trap, line)
            : span.start < quoted + trap.quote.length && quoted < span.end;
        return problemsOf(seed).filter(
          (problem) => here(problem) && (group ? problem.rule.startsWith(group) : problem.rule === trap.mustNot),
        );
      });
    expect(listed(sprung)).toEqual([]);
  });

  it.each(seeds)('$id: no error or warning beyond what a reader found', (seed) => {
    const known = defects().filter(({ seed: id, cls }) => id === seed.id && (cls === 'certain' || cls === 'likely'));
    const more = (alarms({ problems: problemsOf(seed) }) as Placed[]).filter(
      ({ rule, line, endLine }) =>
        !known.some(
          (entry) => entry.rule === rule && (isOnLines(entry, line) || (line <= entry.line && entry.line <= endLine)),
        ),
    );
    expect(listed(more)).toEqual([]);
  });

  it.each(seeds)('$id: every statutory cell is read, but for the torn row', (seed) => {
    const report = readReport(seed.text);
    const cells = (id: 'proactive' | 'requests' | 'review'): number =>
      report.tables[id]?.rows.reduce((sum, row) => sum + row.cells.length, 0) ?? 0;
    const early = seed.id === '002' || seed.id === '004';
    expect(report.form.id).toBe(early ? '2019' : '2021');
    expect(cells('proactive')).toBe(early ? 22 : 10);
    expect(cells('review')).toBe(15);
    const torn = report.unread.map(({ span, reason }) => `${reason}@${lineAt(seed.text, span.start)}`);
    expect(torn).toEqual(seed.id === '002' ? ['torn-row@45'] : []);
    expect(cells('requests')).toBe(seed.id === '002' ? 161 - 7 : early ? 161 : 175);
  });

  /** Reviewed line by line. Written anew with `npx vitest run test/corpus -u`; it holds places and never text. */
  it.each(seeds)('$id: finds what its golden file lists', async (seed) => {
    const found = problemsOf(seed).map(({ rule, severity, span, line }) => {
      const column = span.start - lineStart(seed.text, line) + 1;
      return { rule, severity, line, column };
    });
    await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(`golden/${seed.id}.json`);
  });
});

function lineStart(text: string, line: number): number {
  let start = 0;
  for (let current = 1; current < line; current++) start = text.indexOf('\n', start) + 1;
  return start;
}
