import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeEdits } from '../../server/src/check/fix.ts';
import { fix, lint, readReport } from '../../server/src/index.ts';
import type { TextFormat } from '../../server/src/report/report.ts';
import { optionsArbitrary } from '../support/arbitrary.ts';
import { type Draft, type DraftOptions, draft } from '../support/draft.ts';

/** Faults that safe fixes mend, beside some that they may not touch. */
const SAYINGS = [
  '依据国办函[2020]109 号和国办公开办函（2021）30号，开展工作 ，取得成效。。',
  '建立workflows，2024年2月30日前完成12.5万元项目，联系电话0999-2260018。',
  '按照《关于印发<公开目录>的通知》要求,公开信息3,400条;其中1-3月公开12条.',
  '一是加强学习，，提高能力;二是规范公开　流程 。',
  '落实国务院令711号,于2024年3月5日召开会议,到会１２人。',
] as const;

const LABELS = {
  'denied.internal': '5.属于三类内容事务信息',
  'denied.law': '2.其他法律法规禁止公开',
  resultTotal: '（七）合计',
  granted: '（一)予以公开',
} as const;

const faultyArbitrary: fc.Arbitrary<DraftOptions> = fc
  .record({
    options: optionsArbitrary,
    labels: fc.subarray(Object.entries(LABELS)),
    sayings: fc.subarray([...SAYINGS]),
    headings: fc.constantFrom(undefined, 'unnumbered' as const, { 5: '四、存在的主要问题及改进情况' }),
    cells: fc.constantFrom({}, { 'requests/new/natural': '３' }, { 'requests/unable.unclear/ngo': '' }),
  })
  .map(({ options, labels, sayings, headings, cells }) => ({
    ...options,
    cells,
    faults: { labels: Object.fromEntries(labels) },
    ...(headings && { headings }),
    say: { 1: sayings.slice(0, 2).join(''), 5: sayings.slice(2).join('') || '继续努力。' },
  }));

/** What fix-all may not change, compared after NFKC. */
function facts(text: string, format: TextFormat) {
  const plain = text.normalize('NFKC');
  const report = readReport(text, { format });
  const cells = Object.values(report.tables).flatMap((table) =>
    table.rows.flatMap((row) => row.cells.map(({ id, raw }) => `${id}=${raw.normalize('NFKC').trim()}`)),
  );
  const prose = plain.replace(/[ \t]+/g, '');
  return {
    digits: plain.match(/\d+/g) ?? [],
    cells,
    dates: prose.match(/(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年/g) ?? [],
    // Organ code, year and number, whatever brackets and blanks stand between them.
    documents: [...prose.matchAll(/([\u4e00-\u9fff]{2,8})[〔([【](\d{4})[〕)\]】](\d{1,4})号/g)].map((match) =>
      match.slice(1, 4).join(' '),
    ),
  };
}

const TIMEOUT = 120_000;

describe('all safe fixes together', () => {
  it(
    'change no run of digits, no cell, no date and no document number, and leave nothing for a second run',
    () => {
      let applied = 0;
      fc.assert(
        fc.property(faultyArbitrary, (options) => {
          const { text, format }: Draft = draft(options);
          const fixed = fix(text, { format });
          applied += fixed.applied;
          expect(facts(fixed.text, format)).toEqual(facts(text, format));
          expect(fix(fixed.text, { format })).toEqual({ text: fixed.text, applied: 0 });
          expect(safeEdits(lint(fixed.text, { format }))).toEqual([]);
        }),
        { numRuns: 120 },
      );
      expect(applied).toBeGreaterThan(120);
    },
    TIMEOUT,
  );

  it(
    'leave a correct report as it is',
    () => {
      fc.assert(
        fc.property(optionsArbitrary, (options) => {
          const { text, format } = draft(options);
          expect(facts(fix(text, { format }).text, format)).toEqual(facts(text, format));
        }),
        { numRuns: 60 },
      );
    },
    TIMEOUT,
  );
});

it('mends any number of bracket pairs in one run', () => {
  for (const pairs of [2, 11, 40]) {
    const text = `青禾县教育局2023年政府信息公开工作年度报告\n一、总体情况\n主动公开${'()'.repeat(pairs)}情况。\n二、主动公开政府信息情况\n`;
    const fixed = fix(text);
    expect(fix(fixed.text)).toEqual({ text: fixed.text, applied: 0 });
  }
});
