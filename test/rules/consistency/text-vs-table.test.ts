import { describe, expect, test } from 'vitest';
import { check, found, only, sliceOf } from '../../support/check.ts';
import { ISSUERS } from '../../support/issuers.ts';
import { type Numbers, numbersOf, saying } from './numbers.ts';

const RULE = 'consistency/text-vs-table';
const GOVERNMENT = ISSUERS.find(({ name }) => name.endsWith('人民政府')) ?? ISSUERS[0];
const problemsOf = (sentence: (numbers: Numbers) => string, options = {}) =>
  check(saying(sentence, options)).problems.filter(
    ({ rule }) => rule.startsWith('consistency/') && rule !== 'consistency/requests-not-reported',
  );

/** What a careful reviewer would let pass, though a hasty one would not. */
const CORRECT: readonly (readonly [why: string, sentence: (n: Numbers) => string])[] = [
  ['new ones only', (n) => `（二）依申请公开。全年共收到政府信息公开申请${n.received}件。`],
  [
    'new and carried over together',
    (n) => `共受理政府信息公开申请${n.received + n.carriedIn}件（含上年结转${n.carriedIn}件）。`,
  ],
  [
    'new against carried over',
    (n) =>
      `新收政府信息公开申请${n.received}件，上年结转${n.carriedIn}件；办结${n.concluded}件，结转下年度继续办理${n.carriedOut}件。`,
  ],
  ['a number before the noun', (n) => `全年收到${n.received}件政府信息公开申请，均依法答复。`],
  [
    'full-width digits',
    (n) =>
      `全年收到政府信息公开申请${String(n.received).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))}件。`,
  ],
  ['thousands separators', (n) => `全年收到政府信息公开申请${n.received.toLocaleString('en-US')}件。`],
  ['宗 as measure', (n) => `全年收到政府信息公开申请${n.received}宗，结转下一年度${n.carriedOut}宗。`],
  [
    'last year for comparison',
    (n) => `${n.year - 1}年收到政府信息公开申请3件，${n.year}年收到政府信息公开申请${n.received}件，比上年明显增加。`,
  ],
  ['an increase over last year', (n) => `全年收到政府信息公开申请${n.received}件，同比增加7件。`],
  ['a plan for next year', () => '下一步计划对收到政府信息公开申请3件以上的单位开展督导。'],
  [
    'one channel of several',
    (n) => `全年收到政府信息公开申请${n.received}件，其中通过网站收到申请${n.received - 1}件、当面申请1件。`,
  ],
  ['another kind of letter', () => '全年办理人大代表建议和政协提案41件，信访件15件，网民留言122条，公开政策文件3件。'],
  ['a part of the year', () => '上半年收到政府信息公开申请2件，已按期答复。'],
  ['a part list with 等', (n) => `办结的申请中，予以公开${n.granted}件、部分公开${n.partial}件等，均按期答复。`],
  [
    'results by name',
    (n) =>
      `办结申请中，予以公开${n.granted}件，部分公开${n.partial}件，不予公开${n.denied}件，无法提供${n.unable}件，不予处理${n.notHandled}件。`,
  ],
  ['two results together', (n) => `办结申请中，予以公开及部分公开${n.granted + n.partial}件，占比较高。`],
  ['applicants by class, new ones', (n) => `收到政府信息公开申请${n.received}件，其中自然人${n.natural}件。`],
  ['reviews and cases', (n) => `因政府信息公开工作被申请行政复议${n.reviews}件，提起行政诉讼${n.cases}件。`],
  ['all reviews of a legal department', () => '全年办理行政复议案件560件，同时指导各单位规范办案。'],
  [
    'documents',
    (n) => `制发行政规范性文件${n.made}件，废止行政规范性文件${n.repealed}件，现行有效行政规范性文件${n.valid}件。`,
  ],
  ['documents that were published, not made', () => '全年公开规范性文件377件，转发上级文件52件。'],
  ['notices of decisions, not decisions', () => '公开行政许可类信息1205条，行政处罚类信息88条。'],
  ['an approximate number', (n) => `全年收到政府信息公开申请${Math.floor(n.received / 100) * 100}余件。`],
  ['for the whole county, by a department', () => '指导全县各单位办理政府信息公开申请6802件。'],
];

describe('a number in the text and the table', () => {
  test.each(CORRECT)('agree: %s', (_why, sentence) => {
    expect(problemsOf(sentence)).toEqual([]);
  });

  test.each(CORRECT)('agree in half-width text: %s', (_why, sentence) => {
    expect(problemsOf(sentence, { width: 'half' })).toEqual([]);
  });

  const WRONG: readonly (readonly [string, (n: Numbers) => string, (n: Numbers) => number])[] = [
    ['received', (n) => `全年共收到政府信息公开申请${n.received + 5000}件。`, (n) => n.received + 5000],
    ['newly received', (n) => `新收政府信息公开申请${n.received + 1}件。`, (n) => n.received + 1],
    [
      'carried in',
      (n) => `收到政府信息公开申请${n.received}件，上年结转${n.carriedIn + 2}件。`,
      (n) => n.carriedIn + 2,
    ],
    [
      'carried out',
      (n) => `收到政府信息公开申请${n.received}件，结转下年度继续办理${n.carriedOut + 4}件。`,
      (n) => n.carriedOut + 4,
    ],
    ['granted', (n) => `办结的申请中，予以公开${n.granted + 1}件。`, (n) => n.granted + 1],
    ['denied', (n) => `办结的申请中，不予公开${n.denied + 3}件。`, (n) => n.denied + 3],
    ['reviews', (n) => `政府信息公开行政复议${n.reviews + 1}件。`, (n) => n.reviews + 1],
    ['cases', (n) => `政府信息公开行政诉讼${n.cases + 6}件。`, (n) => n.cases + 6],
    ['repealed documents', (n) => `废止行政规范性文件${n.repealed + 1}件。`, (n) => n.repealed + 1],
    ['valid documents', (n) => `现行有效行政规范性文件${n.valid + 9}件。`, (n) => n.valid + 9],
    [
      'repealed documents, the noun said once',
      (n) => `制发行政规范性文件${n.made}件，废止${n.repealed + 1}件。`,
      (n) => n.repealed + 1,
    ],
    [
      'valid documents, the noun said once',
      (n) => `制发行政规范性文件${n.made}件，废止${n.repealed}件，现行有效${n.valid + 9}件。`,
      (n) => n.valid + 9,
    ],
    [
      'penalties that were made',
      (n) =>
        `作出行政许可${n.cell('proactive/licence/decisions')}件、行政处罚${n.cell('proactive/penalty/decisions') + 1}件。`,
      (n) => n.cell('proactive/penalty/decisions') + 1,
    ],
    [
      'licences',
      (n) => `作出行政许可决定${n.cell('proactive/licence/decisions') + 1}件。`,
      (n) => n.cell('proactive/licence/decisions') + 1,
    ],
  ];

  test.each(WRONG)('differ: %s', (_what, sentence, stated) => {
    for (const options of [{}, { width: 'half' }] as const) {
      const draft = saying(sentence, options);
      const problem = only(found(check(draft), RULE));
      expect(sliceOf(draft.text, problem.span)).toBe(String(stated(numbersOf(draft))));
      expect(problem.fixes.length).toBeGreaterThan(0);
      expect(problem.fixes.every(({ kind }) => kind === 'suggestion')).toBe(true);
    }
  });

  test('the label word for word and the year make it an error', () => {
    const draft = saying((n) => `本年新收政府信息公开申请数量${n.received + 1}件。`);
    expect(only(found(check(draft), RULE)).severity).toBe('error');
  });

  test('the office’s own share in a government’s report is held against no cell, and the list of checks says why', () => {
    const draft = saying((n) => `市政府办公室本级收到政府信息公开申请${n.received + 1}件。`, { issuer: GOVERNMENT });
    const result = check(draft);
    expect(found(result, RULE)).toEqual([]);
    expect(result.outcomes).toContainEqual(
      expect.objectContaining({ rule: RULE, status: 'not-checked', reason: 'part-of-body' }),
    );
  });

  test('one reading that fits is enough, two that do not are both shown', () => {
    const draft = saying((n) => `共收到政府信息公开申请${n.received + 90_000}件。`);
    const problem = only(found(check(draft), RULE));
    expect(problem.message).toContain('一、本年新收政府信息公开申请数量');
    expect(problem.message).toContain('二、上年结转政府信息公开申请数量');
  });

  test('every mention is checked', () => {
    const draft = saying(
      (n) =>
        `收到政府信息公开申请${n.received}件。据统计，全年收到政府信息公开申请${n.received + 70_000}件，受理政府信息公开申请${n.received + 80_000}件。`,
    );
    expect(found(check(draft), RULE)).toHaveLength(2);
  });

  test('a blank cell makes the claim unchecked, not wrong', () => {
    const draft = saying((n) => `废止行政规范性文件${n.repealed + 1}件。`, {
      cells: { 'proactive/normative/repealed': '' },
    });
    const result = check(draft);
    expect(found(result, RULE)).toEqual([]);
    expect(result.outcomes).toContainEqual(
      expect.objectContaining({ rule: RULE, status: 'not-checked', reason: 'cell-blank' }),
    );
  });
});
