import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CellId, formOfYear, STATUTORY_FORMS } from '../../server/src/forms/index.ts';
import { type LintResult, lint, readReport } from '../../server/src/index.ts';
import { type CellChange, cellEdits, shownIn } from '../../server/src/language/cell-edits.ts';
import { newReport } from '../../server/src/language/new-report.ts';
import { cellIn } from '../../server/src/report/find.ts';
import type { IssuerKind } from '../../server/src/report/report.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { randomFrom } from '../support/random.ts';
import { consistentValues } from '../support/values.ts';

// A report in the making is calm: whoever fills in a new report, in whatever order, is told at no moment of more than
// three things that say nothing but that it is not finished, and of nothing in the end.

const RUNS = 6;
const OPEN = '（待填写）';
const MOST = 3;

type Step = { readonly cell: CellId; readonly value: string } | 'place';

/** What is written into the places of the text, in their order. */
const sentences = (total: number, carried: number): string[] => [
  '青溪县城关镇河西路6号',
  '0599-8200111',
  '坚持以公开为常态，及时发布规划、预算和民生项目的办理结果。',
  `本年度新收政府信息公开申请${total}件，结转下年度继续办理${carried}件。`,
  '完善信息发布审核制度，定期清理失效内容。',
  '优化门户网站栏目设置，方便群众查阅。',
  '将政务公开纳入年度培训计划，明确专人负责。',
  '政策解读的形式还不够丰富。',
  '将增加图解和视频解读，听取群众意见。',
];

interface Making {
  readonly text: string;
  readonly steps: readonly Step[];
}

function begin(seed: number, layout: 'tab-rows' | 'markdown', kind: IssuerKind): Making & { sentences: string[] } {
  const year = 2025;
  const form = formOfYear(STATUTORY_FORMS, year);
  const values = consistentValues(form, form.tables.requests, 'small', randomFrom(seed));
  const at = (cell: CellId): number => values.get(cell) ?? 0;
  const text = newReport({ issuer: '青溪县水利局', kind, year, layout });
  const places = text.split(OPEN).length - 1;
  const cells = [...values].map(([cell, value]): Step => ({ cell, value: `${value}` }));
  return {
    text,
    steps: [...cells, ...new Array<Step>(places).fill('place')],
    sentences: sentences(at('requests/new/total'), at('requests/carriedOut/total')),
  };
}

function next(text: string, format: 'text' | 'markdown', step: Step, sentence: string): string {
  if (step === 'place') return text.replace(OPEN, sentence);
  const report = readReport(text, { format });
  const cell = cellIn(report, step.cell);
  const change: CellChange = { cell: step.cell, was: cell ? shownIn(cell) : '', text: step.value };
  const answer = cellEdits(report, [change]);
  if ('refused' in answer) throw new Error(`${step.cell}: ${answer.refused}`);
  return applyEdits(text, answer.edits).text;
}

const said = ({ problems }: LintResult): string[] => problems.map(({ rule, message }) => `${rule} ${message}`);

it.each(['tab-rows', 'markdown'] as const)(
  'a new report in %s, filled in in any order, is calm to its end',
  (layout) => {
    const format = layout === 'markdown' ? 'markdown' : 'text';
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(), (seed, order) => {
        const { text: start, steps, sentences } = begin(seed, layout, 'department');
        let text = start;
        let written = 0;
        const random = randomFrom(order);
        const left = [...steps];
        expect(said(lint(text, { format })).length).toBeLessThanOrEqual(MOST);
        while (left.length > 0) {
          const [step] = left.splice(random.int(0, left.length - 1), 1);
          if (!step) break;
          text = next(text, format, step, sentences[written] ?? '');
          if (step === 'place') written++;
          // Every fourth moment, and the last ones.
          if (left.length % 4 !== 0 && left.length > 6) continue;
          const now = said(lint(text, { format }));
          expect(now.length, now.join('\n')).toBeLessThanOrEqual(MOST);
        }
        expect(said(lint(text, { format }))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
  60_000,
);
