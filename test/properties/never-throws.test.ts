import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReport, lint, readReport } from '../../server/src/index.ts';
import { masksIn } from '../../server/src/report/prose/masks.ts';
import { spanIn } from '../../server/src/report/prose/span-in.ts';
import type { Report } from '../../server/src/report/report.ts';
import type { Span } from '../../server/src/text/span.ts';
import { isInside, strayPlaces } from '../support/check.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';

const SAMPLES = new URL('../../samples/', import.meta.url);
const samples = readdirSync(SAMPLES)
  .filter((name) => /\.(?:txt|md|html)$/.test(name))
  .map((name) => readFileSync(new URL(encodeURIComponent(name), SAMPLES), 'utf8'));
const drafts = LAYOUTS.map(
  (layout, index) => draft({ layout, form: index % 2 === 0 ? '2021' : '2019', seed: index }).text,
);
const whole = fc.constantFrom(...samples, ...drafts);
const format = fc.constantFrom('text' as const, 'markdown' as const, 'html' as const);

/** Everything in a report that says where it stands. */
function placesOf(report: Report): Span[] {
  const tables = Object.values(report.tables);
  const rows = tables.flatMap((table) => table.rows);
  return [
    ...(report.title ? [report.title.span] : []),
    ...report.yearEvidence.map(({ span }) => span),
    ...report.sections.flatMap(({ span, heading }) => [span, heading.span, heading.titleSpan]),
    ...tables.map(({ span }) => span),
    ...tables.flatMap(({ heads, extraRows }) => [...heads, ...extraRows].map(({ span }) => span)),
    ...rows.flatMap(({ span, label, groups, cells, torn }) => [
      span,
      ...(label ? [label.span] : []),
      ...groups.map((group) => group.span),
      ...cells.map((cell) => cell.span),
      ...(torn?.values ?? []),
    ]),
    ...report.unread.map(({ span }) => span),
    ...report.prose.flatMap((paragraph) => {
      const { length } = paragraph.text;
      return [paragraph.span, spanIn(paragraph, 0, length), spanIn(paragraph, length, length), spanIn(paragraph, 0, 1)];
    }),
  ];
}

function expectSound(text: string, as: 'text' | 'markdown' | 'html'): void {
  isReport(text);
  const report = readReport(text, { format: as });
  expect(placesOf(report).filter((place) => !isInside(text, place))).toEqual([]);
  for (const { text: prose, content } of report.prose) {
    const masks = masksIn(content);
    expect(masks.every(({ span }) => isInside(prose, span))).toBe(true);
  }
  expect(strayPlaces(text, lint(text, { format: as }))).toEqual([]);
}

/** Pieces of drafts in any order, with anything between them. */
const spliced = fc
  .array(fc.tuple(whole, fc.nat(), fc.nat({ max: 4000 }), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pieces) =>
    pieces
      .map(([text, at, length, between]) => {
        const start = at % Math.max(text.length, 1);
        return text.slice(start, start + length) + between;
      })
      .join(''),
  );

/** The characters that mean something to a reader of reports, in any order. */
const scrambled = fc
  .array(
    fc.constantFrom(
      ...'一二三四五六（）()、。：|\t\n\r \u3000#*-—/《》〔〕0123456789年月日号件<>&;',
      '总计',
      '政府信息公开',
      '年度报告',
      '第二十条第（一）项',
      '本年新收政府信息公开申请数量',
      '行政复议',
      '<td rowspan="22">',
      '</table>',
      '|---|',
      '\ud800',
    ),
    { maxLength: 300 },
  )
  .map((tokens) => tokens.join(''));

describe('reading and linting never throw, and every place lies inside the text', () => {
  const TIMEOUT = 60_000;

  it(
    'on any string',
    () => {
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), format, expectSound), { numRuns: 200 });
    },
    TIMEOUT,
  );

  it(
    'on any order of the characters that mean something',
    () => {
      fc.assert(fc.property(scrambled, format, expectSound), { numRuns: 200 });
    },
    TIMEOUT,
  );

  it(
    'on cuts and splices of samples and of drafts in every layout',
    () => {
      fc.assert(fc.property(spliced, format, expectSound), { numRuns: 200 });
    },
    TIMEOUT,
  );

  it(
    'on whole samples and drafts, read as any format',
    () => {
      for (const text of [...samples, ...drafts])
        for (const as of ['text', 'markdown', 'html'] as const) expectSound(text, as);
    },
    TIMEOUT,
  );
});
