import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintReport } from '../../server/src/check/lint.ts';
import { patternKey } from '../../server/src/facts/search/built-cues.ts';
import { cuesOf } from '../../server/src/facts/search/prefilter.ts';
import { findBothWays, soughtPatterns } from '../../server/src/facts/search/search.ts';
import { readReport } from '../../server/src/report/read.ts';
import { optionsArbitrary } from '../support/arbitrary.ts';
import { draft } from '../support/draft.ts';

/** All searches belong to rules, so that these must be loaded. */
lintReport(readReport(''));

function expectSame(text: string): void {
  const { withIt, withoutIt } = findBothWays({ text });
  const sorted = withIt.numbers
    .map((number, at) => [number, withIt.finds[at]] as const)
    .sort(([first], [second]) => first - second);
  expect(sorted).toEqual(withoutIt.numbers.map((number, at) => [number, withoutIt.finds[at]]));
}

/** Pieces of what rules look for, and what stands between. */
const PIECES = [
  ...[
    '国办',
    '国务院令',
    '第',
    '711',
    '号',
    '〔2021〕',
    '（2021）',
    '其中',
    '分别为',
    '12件',
    '3 条',
    '三是',
    '（二）',
  ],
  ...['公开申请', '依申请公开', '政府信息', '处理费', '行政复议', '2024年', '24年', '以来', '1月1日', '至', '12月31日'],
  ...[
    '的的',
    '信息信息',
    '反馈',
    'XX',
    '_____',
    '【待补充】',
    '(',
    '）',
    '《条例》',
    '“',
    '”',
    ',',
    '，',
    '。',
    '；',
    ' ',
  ],
  ...[
    '\u3000',
    '\u00a0',
    '\t',
    '13800001111',
    '110105194912310021',
    'workflow',
    '&nbsp;',
    '以下3个方面',
    '①',
    '\ufffd',
  ],
];

describe('what the build has derived is found by the pattern', () => {
  const escaped = (source: string): string =>
    source.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

  it('whether or not its bundle is in ASCII alone', () => {
    for (const { source } of soughtPatterns()) expect(patternKey(escaped(source))).toBe(patternKey(source));
  });

  it('and no two patterns share a key', () => {
    const sources = new Set(soughtPatterns().map(({ source }) => source));
    expect(new Set([...sources].map(patternKey)).size).toBe(sources.size);
  });
});

describe('the prefilter', () => {
  it.each([
    [/公开(?:申请|信息)/g, ['公开申请', '公开信息']],
    [/以公开为原则，不公开为例外|以公开为原则/g, ['以公开为原则']],
    [/([的性])\1(?!\1)/g, ['的的', '性性']],
    [/(?<=收到|接到)(?:任何|各类)公开申请/g, ['任何公开申请', '各类公开申请']],
    [/国务院令\s?第?\s{0,2}(\d{1,4})\s?号/g, ['国务院令']],
    [/第\s?[一二]/g, ['第 ', '第一', '第二']],
    [/[^。]{2,8}处理费[，,]*/g, ['处理费']],
    [/(?:其中)?\s*总计/g, ['其中', '总计']],
    [/x(?=度|年)/g, ['x度', 'x年']],
    [/(?:甲乙)+丙/g, ['甲乙丙']],
    [/一般|x*/g, undefined],
    [/[^甲]+/g, undefined],
    [/(?:甲(乙)丙)?\1/g, undefined],
    [/workflow/gi, undefined],
  ])('knows what every match of %s contains', (pattern, expected) => {
    expect(cuesOf(pattern)).toEqual(expected);
  });

  it('changes nothing about what is found in drafts with and without faults', { timeout: 60_000 }, () => {
    for (const name of readdirSync('samples')) {
      for (const { text } of readReport(readFileSync(join('samples', name), 'utf8')).prose) expectSame(text);
    }
    fc.assert(
      fc.property(optionsArbitrary, (options) => {
        const { text, format } = draft(options);
        for (const paragraph of readReport(text, { format }).prose) expectSame(paragraph.text);
      }),
      { numRuns: 10 },
    );
  });

  it('changes nothing about what is found in a text put together from what rules look for', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => expectSame(pieces.join(''))),
      { numRuns: 1500 },
    );
  });
});
