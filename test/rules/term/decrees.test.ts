import { describe, expect, test } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { say, texts } from '../say.ts';

const LAW = '《中华人民共和国政府信息公开条例》';

describe('term/decree-number', () => {
  const RULE = 'term/decree-number';

  test.each([
    ['国务院令711号', 'safe'],
    ['国务院令 711 号', 'safe'],
    ['国务院第711号令', 'suggestion'],
    ['第711号国务院令', 'suggestion'],
  ])('%s', (form, kind) => {
    const { problems, texts, fixed } = say(RULE, `认真落实${LAW}（${form}）的要求。`);
    expect(texts).toEqual([form]);
    expect(problems[0]?.severity).toBe('information');
    expect(problems[0]?.fixes[0]?.kind).toBe(kind);
    expect(fixed).toContain(`${LAW}（国务院令第711号）的要求`);
  });

  test.each(['国务院令第711号', '国令第711号', '国令第 711 号', '国务院令第 711 号'])('silent: %s', (form) => {
    expect(texts(RULE, `认真落实${LAW}（${form}）的要求。`)).toEqual([]);
  });
});

describe('term/old-decree', () => {
  const RULE = 'term/old-decree';

  test('the order of 2007 said to have revised the law', () => {
    expect(texts(RULE, '根据国务院令第492号修订后的《条例》执行。')).toEqual(['国务院令第492号']);
  });

  test.each([`${LAW}（国务院令第492号，2019年修订）编制。`, `根据新修订的${LAW}（国务院令第492号）编制。`])(
    'the order of 2007 for the law that was revised: %s',
    (paragraph) => {
      expect(texts(RULE, paragraph)).toEqual(['国务院令第492号']);
    },
  );

  test('the order of 2007 as the law in force', () => {
    const { problems, fixed } = say(RULE, `根据${LAW}（国务院令第492号）编制。`);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(fixed).toContain(`${LAW}（国务院令第711号）编制`);
  });

  test.each([
    `${LAW}（国务院令第492号公布，国务院令第711号修订）。`,
    `2007年公布的${LAW}（国务院令第492号）。`,
    `原条例（国务院令第492号）同时废止。`,
    `2019年修订前的${LAW}（国务院令第492号）已经失效。`,
    `${LAW}（2007年4月5日国务院令第492号公布，2019年4月3日修订）。`,
    '本单位行政楼492号。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('reports before the revision cite it rightly', () => {
    const text = `青溪县水利局2017年政府信息公开工作年度报告\n一、总体情况\n根据${LAW}（国务院令第492号）编制。\n`;
    expect(found(lint(text), RULE)).toEqual([]);
  });
});

describe('term/outdated-law', () => {
  const RULE = 'term/outdated-law';

  test.each([
    ['坚持以公开为原则，不公开为例外，更新目录。', '坚持以公开为常态、不公开为例外，更新目录。'],
    ['坚持以公开为原则、以不公开为例外，更新目录。', '坚持以公开为常态、不公开为例外，更新目录。'],
    [
      '对涉及公民、法人或者其他组织切身利益的，需要社会公众广泛知晓或者参与的信息及时公开。',
      '对涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的信息及时公开。',
    ],
  ])('%s', (paragraph, right) => {
    const { problems, fixed } = say(RULE, paragraph);
    expect(problems.map(({ severity }) => severity)).toEqual(['information']);
    expect(fixed).toContain(right);
  });

  test.each([
    '坚持以公开为常态、不公开为例外。',
    '过去所说的“以公开为原则，不公开为例外”已经修改。',
    '公开涉及群众切身利益的信息。',
    '涉及公民、法人和其他组织切身利益的重大行政决策事项6项，均公开征求意见。',
    '涉及公民、法人或者其他组织切身利益的规范性文件，均附解读材料。',
    '对涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的信息及时公开。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('reports before the revision say it rightly', () => {
    const text = '青溪县水利局2018年政府信息公开工作年度报告\n一、总体情况\n坚持以公开为原则，不公开为例外。\n';
    expect(found(lint(text), RULE)).toEqual([]);
  });
});

describe('term/wrong-form-basis', () => {
  const RULE = 'term/wrong-form-basis';
  const OLD = '《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）';
  const NEW = '《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）';
  const preface = (basis: string, year: number) => {
    const written = draft({ year, form: year > 2020 ? '2021' : '2019', prose: { preface: [`按照${basis}编制。`] } });
    return found(lint(written.text), RULE);
  };

  test('a report of 2024 on the notice of 2019', () => {
    const [problem] = preface(OLD, 2024);
    expect(problem?.severity).toBe('warning');
    expect(problem?.message).toContain('国办公开办函〔2021〕30号');
  });

  test('the fix writes title and number of the right notice', () => {
    const { fixed } = say(RULE, `按照${OLD}编制。`, 0, { preface: 'none' });
    expect(fixed).toContain('政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）');
    expect(fixed).not.toContain('60号');
  });

  test('a report of 2020 on the notice of 2021', () => {
    expect(preface(NEW, 2020)).toHaveLength(1);
  });

  test('both, one as history', () => {
    expect(preface(`${NEW}，不再执行${OLD}，`, 2024)).toEqual([]);
  });

  test('each year on its own notice', () => {
    expect(preface(NEW, 2021)).toEqual([]);
    expect(preface(OLD, 2020)).toEqual([]);
  });
});
