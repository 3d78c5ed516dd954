import { describe, expect, test } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { say, texts } from '../say.ts';

describe('term/normative-document', () => {
  const RULE = 'term/normative-document';

  test('counted without 行政: once a file, the other places named', () => {
    const { problems, fixed } = say(RULE, '全年废止规范性文件2件，现行有效规范性文件3件。');
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
    expect(problems[0]?.related).toHaveLength(1);
    expect(fixed).toContain('废止行政规范性文件2件');
  });

  test.each([
    '全年制发行政规范性文件2件。',
    '制定党内规范性文件2件。',
    '加强规范性文件审查和备案管理。',
    '公开法规、规章和规范性文件12件。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('the form of 2019 has no 行政', () => {
    expect(texts(RULE, '全年废止规范性文件2件。', 1, { form: '2019' })).toEqual([]);
  });
});

describe('term/fee-name', () => {
  const RULE = 'term/fee-name';

  test.each(['本年度未产生信息公开处理费。', '本年度未收取政府信息公开费。'])('%s', (paragraph) => {
    const { problems, fixed } = say(RULE, paragraph, 6);
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
    expect(fixed).toMatch(/本年度未(?:产生|收取)信息处理费。/);
  });

  test.each([
    ['its right name', '本年度未收取政府信息公开信息处理费。'],
    ['other money', '列支政府信息公开费用2万元。'],
    ['a province that calls it so itself', '依照安徽省规定，本年度未产生信息公开处理费。'],
    ['a title', '按照《信息公开处理费收缴办法》执行。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph, 6)).toEqual([]);
  });
});

describe('term/request-wording', () => {
  const RULE = 'term/request-wording';

  test.each([
    ['information', '我局未收到依申请公开内容。', '未收到政府信息公开申请'],
    ['information', '我局未接到公开信息的申请。', '未接到政府信息公开申请'],
    ['information', '全年受理依申请信息5件。', '受理政府信息公开申请5件'],
    ['information', '我局尚未接获任何公开申请。', '未接获任何政府信息公开申请'],
    ['hint', '全年收到依申请公开信息5件。', '收到政府信息公开申请5件'],
    ['hint', '全年受理依申请公开事项5件。', '受理政府信息公开申请5件'],
  ])('%s: %s', (severity, paragraph, right) => {
    const { problems, fixed } = say(RULE, paragraph);
    expect(problems.map((problem) => problem.severity)).toEqual([severity]);
    expect(fixed).toContain(right);
  });

  test.each([
    '做好依申请公开工作，完善依申请公开制度。',
    '全年收到政府信息公开申请5件，均已答复。',
    '受理政府信息公开申请平台运行正常。',
    '办理依申请公开工作的人员2名。',
    '收到群众咨询5件，公开信息12条。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});

describe('term/review-litigation-wording', () => {
  const RULE = 'term/review-litigation-wording';

  test('two proceedings under one verb', () => {
    const { problems, fixed } = say(RULE, '无因政府信息公开工作被申请行政复议和行政诉讼的情况。');
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
    expect(fixed).toContain('被申请行政复议、提起行政诉讼的情况');
  });

  test.each([
    '无因政府信息公开工作被申请行政复议、提起行政诉讼的情况。',
    '因政府信息公开工作被申请行政复议和提起行政诉讼情况。',
    '行政复议和行政诉讼均为零。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});

describe('term/measure-word', () => {
  const RULE = 'term/measure-word';

  test.each([
    ['全年收到政府信息公开申请3条。', '政府信息公开申请3件'],
    ['发生行政复议1起。', '行政复议1件'],
    ['发生行政诉讼一起。', '行政诉讼一件'],
    ['全年制定规范性文件2份。', '规范性文件2件'],
    ['作出行政处罚12起。', '行政处罚12件'],
    ['全年整改检查发现的问题4次。', '问题4个'],
  ])('%s', (paragraph, right) => {
    const { problems, fixed } = say(RULE, paragraph);
    expect(problems.map(({ severity }) => severity)).toEqual(['information']);
    expect(problems[0]?.fixes[0]?.kind).toBe('suggestion');
    expect(fixed).toContain(right);
  });

  test('said once for each thing that is counted', () => {
    expect(texts(RULE, '收到政府信息公开申请3条，办结政府信息公开申请3条，行政复议1起。')).toHaveLength(2);
  });

  test.each([
    '主动公开信息120条，公开规范性文件5条，行政处罚信息12条。',
    '收到政府信息公开申请3件，行政复议1件，行政诉讼1件。',
    '专题研究公开问题4次，发现问题5个。',
    '会议研究整改问题3次。',
    '开展行政复议培训1次。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});

describe('term/undefined-abbreviation', () => {
  const RULE = 'term/undefined-abbreviation';
  const report = (preface: string) => {
    const written = draft({ preface: 'none', say: { 0: preface, 1: '我局严格执行《条例》。' } });
    return { text: written.text, problems: found(lint(written.text), RULE) };
  };

  test('a short name that nobody introduced', () => {
    const { text, problems } = report('根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。');
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
    const at = problems[0]?.fixes[0]?.edits[0]?.span.start ?? 0;
    expect(text.slice(0, at)).toMatch(/国务院令第711号$/);
    expect(problems[0]?.fixes[0]?.edits[0]?.newText).toBe('，以下简称《条例》');
    const bare = report('根据《中华人民共和国政府信息公开条例》编制。');
    expect(bare.problems[0]?.fixes[0]?.edits[0]?.newText).toBe('（以下简称《条例》）');
  });

  test('a short name that is introduced only after its use', () => {
    const { text, problems } = report(
      '落实《条例》要求。《中华人民共和国政府信息公开条例》（以下简称《条例》）规定了职责。',
    );
    expect(problems.map(({ messageId, span }) => [messageId, span.start])).toEqual([
      ['early', text.indexOf('《条例》')],
    ]);
  });

  test.each([
    '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制。',
    '根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称“《条例》”）编制。',
    '根据《中华人民共和国政府信息公开条例》(以下简称:条例)编制。',
    '根据《中华人民共和国政府信息公开条例》（下称《条例》）编制。',
  ])('silent: %s', (preface) => {
    expect(report(preface).problems).toEqual([]);
  });
});
