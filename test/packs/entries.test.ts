// What an entry of a pack says of a report, and what it must not say.
import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/index.ts';
import { applyFix, found, only, sliceOf } from '../support/check.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { ONE, packsOf, packWith } from './pack.ts';

const ASPECTS = (platforms: string): string[] => [
  '（一）主动公开。全年公开信息1260条。',
  '（二）依申请公开。申请渠道畅通。',
  '（三）政府信息管理。严格审核。',
  `（四）政府信息公开平台建设。${platforms}`,
  '（五）监督保障。纳入考核。',
];

const reportSaying = (paragraphs: readonly string[]): string => draft({ prose: { overview: paragraphs } }).text;

/** What the entry finds in a report with these paragraphs in section one. */
async function findings(entry: object, paragraphs: readonly string[]): Promise<string[]> {
  const { rules } = await packsOf({ [ONE]: packWith(entry) });
  const text = [
    '青禾县人民政府2025年政府信息公开工作年度报告',
    '一、总体情况',
    ...paragraphs,
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '五、存在的主要问题及改进情况',
    '问题一个。',
  ].join('\n');
  return found(lint(text, { packs: rules }), '某县/一条').map(({ span }) => sliceOf(text, span));
}

describe('a statement that an aspect must hold', () => {
  const entry = { kind: 'require', in: 'platforms', phrases: ['公报*#期', '未*公报'] };

  test.each([
    ['the count', '编发政府公报 6 期。'],
    ['in full-width digits', '编发政府公报共６期。'],
    ['in Chinese numerals', '编印公报十二期。'],
    ['that there is none', '本年度未编印政府公报。'],
  ])('is there: %s', async (_, said) => {
    expect(await findings(entry, ASPECTS(said))).toEqual([]);
  });

  test('is missing: the head of the aspect is marked', async () => {
    expect(await findings(entry, ASPECTS('做好公报编发。第2期专栏上线。'))).toEqual([
      '（四）政府信息公开平台建设'.slice(0, 12),
    ]);
  });

  test('said of another aspect is said in the wrong place', async () => {
    const elsewhere = ASPECTS('维护网站。').map((text) => text.replace('纳入考核', '编发公报6期'));
    expect(await findings(entry, elsewhere)).toHaveLength(1);
  });

  test('may stand anywhere where section one is one running text', async () => {
    expect(await findings(entry, ['全年公开信息1260条，编发公报6期，纳入考核。'])).toEqual([]);
    expect(await findings(entry, ['全年公开信息1260条，纳入考核。'])).toEqual(['一、总体情况']);
  });

  test('aspects in one paragraph are told apart', async () => {
    expect(await findings(entry, [ASPECTS('编发公报6期。').join('')])).toEqual([]);
    expect(await findings(entry, [ASPECTS('维护网站。').join('').replace('严格审核', '编发公报6期')])).toHaveLength(1);
  });
});

describe('a phrase with its replacement', () => {
  const entry = { kind: 'replace', phrases: ['公开工作领导小组', '城关镇'], instead: '政务公开工作领导小组' };

  test('is found in every place, and not inside what is right', async () => {
    expect(await findings(entry, ['公开工作领导小组召开会议。政务公开工作领导小组召开会议。城关镇。'])).toEqual([
      '公开工作领导小组',
      '城关镇',
    ]);
  });

  test('is found over a wrapped line, with the line end in its place', async () => {
    const { rules } = await packsOf({ [ONE]: packWith({ ...entry, phrases: '城关镇', instead: '城关街道' }) });
    const said = '在城关镇试点，成效明显，群众满意，没有投诉。'.repeat(12);
    const layout = only(LAYOUTS.filter(({ name }) => name === 'space-rows, PDF'));
    const { text } = draft({ layout, prose: { problems: [said] } });
    const hits = found(lint(text, { packs: rules }), '某县/一条');
    const [problem] = hits.filter(({ span }) => sliceOf(text, span).includes('\n'));
    expect(hits).toHaveLength(12);
    if (!problem) throw new Error('no line ends inside the phrase');
    const fix = only(problem.fixes);
    expect(fix).toMatchObject({ title: '将“城关镇”改为“城关街道”', kind: 'suggestion' });
    expect(applyFix(text, fix)).toContain('在城关街道试点');
    expect(problem.message).toBe('不合要求（依据：某通知）');
  });

  test('is left alone in the title of a law and in an address', async () => {
    expect(
      await findings(entry, ['印发《城关镇公开指南》。网址www.城关镇.cn/城关镇。'.replace('www.城关镇.cn/', '')]),
    ).toHaveLength(1);
    expect(await findings(entry, ['印发《城关镇公开指南》。'])).toEqual([]);
  });
});

describe('a name exactly as written', () => {
  const entry = {
    kind: 'name',
    name: '青禾县行政审批服务管理局',
    others: ['青禾县行政审批服务中心'],
    phrases: '县审批局',
  };

  test.each([
    ['a character exchanged', '青禾县行政审批服备管理局'],
    ['one left out', '青禾县行政审批服务管局'],
    ['one put in', '青禾县行政审批服务和管理局'],
    ['a form that the pack lists', '县审批局'],
  ])('%s', async (_, wrong) => {
    expect(await findings(entry, [`由${wrong}受理。`])).toEqual([wrong]);
  });

  test.each([
    '由青禾县行政审批服务管理局受理。',
    '由青禾县行政审批服务中心受理。',
    '由青禾县行政审批服务系统受理。',
    '由青河县行政审批服务管理处受理。',
    '青禾县行政审批。服务管理局受理。',
  ])('is no slip: %s', async (said) => {
    expect(await findings(entry, [said])).toEqual([]);
  });

  test('names of other entries are right names', async () => {
    const pack = {
      name: '某县',
      entries: {
        甲: { kind: 'name', name: '青禾县教育局', message: 'm', basis: 'b' },
        乙: { kind: 'name', name: '青禾县教体局', message: 'm', basis: 'b' },
      },
    };
    const { rules } = await packsOf({ [ONE]: pack });
    const text =
      '青禾县人民政府2025年政府信息公开工作年度报告\n一、总体情况\n青禾县教育局和青禾县教体局。青禾县教有局。\n二、主动公开政府信息情况\n';
    expect(lint(text, { packs: rules }).problems.filter(({ rule }) => rule.startsWith('某县'))).toHaveLength(2);
  });
});

describe('other kinds', () => {
  test('a phrase that must not stand', async () => {
    expect(await findings({ kind: 'forbid', phrases: ['县府办', '一把手'] }, ['由县府办牵头，“一把手”负责。'])).toEqual(
      ['县府办', '一把手'],
    );
  });

  test('a limit of length counts characters without blanks', async () => {
    expect(await findings({ kind: 'length', in: 'problems', most: 5 }, ['无。'])).toEqual([]);
    expect(await findings({ kind: 'length', in: 'problems', most: 4 }, ['无。'])).toEqual([
      '五、存在的主要问题及改进情况',
    ]);
  });

  test('a severity counts for a built-in rule, and the settings file has the last word', async () => {
    const pack = packWith({ kind: 'severity', rule: 'structure/overview-too-long', severity: 'error' });
    const { severities } = await packsOf({ [ONE]: pack });
    expect(severities).toEqual({ 'structure/overview-too-long': 'error' });
  });

  test('only the bodies that it names are asked', async () => {
    const { rules } = await packsOf({
      [ONE]: packWith({ kind: 'forbid', phrases: '公开信息', for: ['department'] }),
    });
    const text = reportSaying(['公开信息1条。']);
    const count = (kind: 'department' | 'government' | undefined): number =>
      found(lint(text, { packs: rules, issuer: { name: '青禾县甲', ...(kind && { kind }) } }), '某县/一条').length;
    expect(count('government')).toBe(0);
    expect(count('department')).toBeGreaterThan(0);
  });
});

describe('a report', () => {
  test('without packs is judged by the very rules as ever, and with them by those besides', async () => {
    const { text, format } = draft({ seed: 7 });
    const { rules } = await packsOf({ [ONE]: packWith({ kind: 'forbid', phrases: '不会出现的短语' }) });
    const plain = lint(text, { format });
    const packed = lint(text, { format, packs: rules });
    expect(packed.problems.map(({ rule }) => rule)).toEqual(plain.problems.map(({ rule }) => rule));
    expect(packed.checks.passed).toBe(plain.checks.passed + 1);
  });
});
