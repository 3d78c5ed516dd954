import { describe, expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended, seen, statuses } from '../fragments.ts';

const RULE = 'structure/aspects';
const ITEMS = [
  '（一）主动公开。公开信息30条。',
  '（二）依申请公开。没有收到政府信息公开申请。',
  '（三）政府信息管理。发布前逐条审查。',
  '（四）政府信息公开平台建设。维护政府网站专栏。',
  '（五）监督保障。组织培训2次。',
];
const withOverview = (overview: string[], year = 2024) =>
  draft({ prose: { overview }, year, form: year < 2021 ? '2019' : '2021' }).text;
const without = (...left: number[]) => ITEMS.filter((_, index) => !left.includes(index + 1));

describe('an aspect without an item', () => {
  it('is a warning on the first item, which names what is missing', () => {
    const text = withOverview(without(3));
    expect(seen(RULE, text)).toMatchObject([{ severity: 'warning', text: expect.stringMatching(/^（一）主动公开/) }]);
    expect(statuses(RULE, text)).toEqual(['passed', 'passed', 'passed', 'passed', 'failed']);
  });

  it('gets a stub in its place', () => {
    expect(mended(RULE, withOverview(without(3)))).toContain(
      `${ITEMS[1]}\n（三）政府信息管理。（待填写）\n${ITEMS[3]}`,
    );
    expect(mended(RULE, withOverview(without(5)))).toContain(`${ITEMS[3]}\n（五）监督保障。（待填写）\n`);
    expect(mended(RULE, withOverview(without(2, 3)))).toContain(
      '\n（二）依申请公开。（待填写）\n（三）政府信息管理。（待填写）\n（四）',
    );
  });

  it('is one finding however many are missing', () => {
    expect(seen(RULE, withOverview(without(2, 5)))).toHaveLength(1);
  });
});

describe('silence', () => {
  it.each([
    ['five items', ITEMS],
    ['items in Arabic numbers', ITEMS.map((item, index) => item.replace(/^（.）/, `${index + 1}.`))],
    ['half-width brackets and spaces', ITEMS.map((item) => item.replace('（', '( ').replace('）', ') '))],
    [
      'running sentences',
      [
        '一是主动公开信息30条。二是没有收到政府信息公开申请。三是加强政府信息管理。四是在平台建设方面，改版网站。五是在监督保障方面，开展培训。',
      ],
    ],
    [
      'no numbers at all',
      ['主动公开方面，公开信息30条。', '依申请公开方面，没有收到申请。', '严格信息审核。网站运行平稳。组织培训2次。'],
    ],
    [
      'two aspects in one item',
      [
        '（一）主动公开。公开信息。',
        '（二）依申请公开。没有收到。',
        '（三）信息管理和平台建设。维护网站。',
        '（四）监督保障。培训。',
      ],
    ],
    [
      'three aspects in one item',
      [
        '（一）主动公开。公开信息。',
        '（二）依申请公开。没有收到。',
        '（三）政府信息管理、政府信息公开平台建设以及监督保障等方面的情况。维护网站。',
      ],
    ],
    [
      'other names',
      [
        '（一）落实主动公开内容。公开。',
        '（二）依申请办理情况。无。',
        '（三）信息资源规范管理。审。',
        '（四）载体建设。栏目。',
        '（五）工作保障。培训。',
      ],
    ],
  ])('on %s', (_, overview) => {
    expect(marked(RULE, withOverview(overview))).toEqual([]);
  });

  it('on a report for 2019, of which no notice asks it', () => {
    expect(marked(RULE, withOverview(['（一）加强领导。成立小组。'], 2019))).toEqual([]);
  });

  it('where section one is missing or empty: other rules say so', () => {
    expect(statuses(RULE, withOverview([]))).toEqual(['not-checked:section-missing']);
  });
});

it('is a hint for 2020, and only where the names are widely missing', () => {
  expect(seen(RULE, withOverview(['（一）加强领导。成立小组，主动公开信息。'], 2020))).toMatchObject([
    { severity: 'hint' },
  ]);
  expect(seen(RULE, withOverview(without(3), 2020))).toEqual([]);
});
