// A rule that compares the report at hand with another, which is known by its summary alone.
import { expect, it } from 'vitest';
import { lintReport } from '../../server/src/check/lint.ts';
import { numberIn, summaryOf } from '../../server/src/relations/summary.ts';
import { cellIn } from '../../server/src/report/find.ts';
import { readReport } from '../../server/src/report/read.ts';
import { defineRule, failed, passed } from '../../server/src/rules/rule.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { draft } from '../support/draft.ts';

const CARRIED_OVER = 'requests/carriedIn/total';
const PENDING = 'requests/carriedOut/total';

/** What last year's report carried over is what this year's begins with. */
const carriedOver = defineRule({
  meta: {
    id: 'test/carried-over',
    title: { zh: '结转', en: 'Carried over' },
    severity: 'error',
    basis: '',
    fix: 'suggestion',
    messages: { differs: { zh: '上年结转 {then}，本年写作 {now}。', en: '{then} were carried over, here {now}.' } },
  },
  *check(report, { relations }) {
    const before = relations?.prior;
    const cell = cellIn(report, CARRIED_OVER);
    const then = before && numberIn(before, PENDING)?.value.units;
    if (!before || !cell || then === undefined || typeof cell.value !== 'object') return;
    if (cell.value.units === then) yield passed('结转', cell.span);
    else {
      const edits = [{ span: cell.span, newText: `${then}` }];
      const there = { document: before.document, span: { start: 0, end: 0 } };
      yield failed('结转', {
        messageId: 'differs',
        span: cell.span,
        data: { then, now: cell.value.units },
        related: [{ ...there, message: { zh: '上年的报告', en: 'last year’s report' } }],
        fixes: [
          { title: { zh: '改本年', en: 'Here' }, kind: 'suggestion', edits },
          { title: { zh: '改上年', en: 'There' }, kind: 'suggestion', edits: [{ ...there, newText: '1' }] },
        ],
      });
    }
  },
});

const of = (year: number, seed: number) => draft({ year, seed });

it('a finding leads into another document, whose text nobody needs', () => {
  const last = readReport(draft({ year: 2023, seed: 3, cells: { [PENDING]: '987' } }).text);
  const { text } = of(2024, 4);
  const report = readReport(text);
  const summary = structuredClone(summaryOf(last, 'file:///2023.txt'));
  expect(summary).toMatchObject({ document: 'file:///2023.txt', year: 2023, form: '2021' });
  const { problems } = lintReport(report, { otherReports: [summary] }, [carriedOver]);
  const [problem] = problems;
  expect(problems).toHaveLength(1);
  expect(problem?.related.map(({ document }) => document)).toEqual(['file:///2023.txt']);
  const [here, there] = problem?.fixes ?? [];
  expect(applyEdits(text, here?.edits ?? []).text).not.toBe(text);
  expect(applyEdits(text, there?.edits ?? [])).toEqual({ text, applied: 0 });
});

it('says nothing where no other report is known', () => {
  expect(lintReport(readReport(of(2024, 4).text), {}, [carriedOver]).problems).toEqual([]);
});
