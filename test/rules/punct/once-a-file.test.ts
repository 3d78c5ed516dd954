import { describe, expect, test } from 'vitest';
import { fix, lint } from '../../../server/src/index.ts';
import { readReport } from '../../../server/src/report/read.ts';
import { applyEdits } from '../../../server/src/text/span.ts';
import { check, found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';
import { say, texts } from '../say.ts';

describe('punct/halfwidth', () => {
  const RULE = 'punct/halfwidth';

  test('a normalised text: one hint, and one fix that brings it back', () => {
    const half = draft({ width: 'half', seed: 3 });
    const problems = found(check(half), RULE);
    expect(problems.map(({ severity, messageId }) => [severity, messageId])).toEqual([['hint', 'normalised']]);
    const { text } = fix(half.text);
    expect(found(lint(text), RULE)).toEqual([]);
    expect(text.normalize('NFKC').replace(/\s/g, '')).toBe(half.text.normalize('NFKC').replace(/\s/g, ''));
  });

  test.each(LAYOUTS)('the labels of the tables are widened with the text: $name', (layout) => {
    const half = draft({ width: 'half', layout, seed: 3 });
    const [problem] = found(check(half), RULE);
    const edits = problem?.fixes[0]?.edits ?? [];
    expect(problem?.message).toContain(String(edits.length));
    const { text } = applyEdits(half.text, edits);
    const { tables } = readReport(text, { format: half.format });
    expect(Object.keys(tables)).toHaveLength(3);
    for (const { span, cells } of Object.values(tables)) {
      // Tags and rulers of a page or of Markdown are no label's.
      const shown = text.slice(span.start, span.end).replace(/<[^>]*>/g, '');
      expect(shown.match(/[\u4e00-\u9fff][(),:]|[(),:][\u4e00-\u9fff]/g)).toBeNull();
      for (const [id, { raw }] of cells) expect(raw).toBe(half.printed.get(id)?.normalize('NFKC'));
    }
  });

  test('a text that is full-width but for its tables is left alone', () => {
    const { text } = draft({ seed: 3 });
    const { tables } = readReport(text);
    const halved = Object.values(tables).reduce(
      (sum, { span }) =>
        sum.slice(0, span.start) +
        sum.slice(span.start, span.end).replace(/[（），：]/g, (mark) => mark.normalize('NFKC')) +
        sum.slice(span.end),
      text,
    );
    expect(halved).not.toBe(text);
    expect(found(lint(halved), RULE)).toEqual([]);
  });

  test.each(['对信息动态&nbsp;调整。', '对信息动态&#160;调整。', '对信息动态??整。'])(
    'what the copy has damaged: %s',
    (paragraph) => {
      expect(texts(RULE, paragraph)).toEqual([]);
    },
  );

  test('marks side by side are widened at once', () => {
    const { fixed } = say(RULE, '核对指南,:;目录更新(及时):每月一次。');
    expect(fixed).toContain('核对指南，：；目录更新（及时）：每月一次。');
    expect(found(lint(fixed), RULE)).toEqual([]);
  });

  test('some half-width marks among others', () => {
    const { problems, fixed } = say(RULE, '全年更新目录,核对指南;归档(含电子档案): 共12件。');
    expect(problems.map(({ severity, messageId }) => [severity, messageId])).toEqual([['hint', 'mixed']]);
    expect(problems[0]?.message).toContain('5 处');
    expect(fixed).toContain('全年更新目录，核对指南；归档（含电子档案）：共12件。');
  });

  test.each([
    ['a thousands separator', '全年公开1,234条。'],
    ['a time', '上午9:30开放。'],
    ['a web address and its bracket', '见县政府网站（https://www.example.gov.cn/a,b:c）。'],
    ['Latin in brackets', '使用Word(2016)编辑。'],
    ['a number of a list', '1)更新目录。'],
    ['a telephone number', '联系电话：0123-4567890(办公室)转8。'.replace('(办公室)', '')],
    ['a document number', '按照云政办(2024)12号执行。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('a bracket that a web address swallowed goes with its partner', () => {
    const { fixed } = say(RULE, '登录县政府网站(网址https://www.example.gov.cn/list/page_1.html)“公开”专栏下载。');
    expect(fixed).toContain('（网址https://www.example.gov.cn/list/page_1.html）“公开”');
  });
});

describe('punct/english-period', () => {
  const RULE = 'punct/english-period';

  test('said once, mended everywhere', () => {
    const { problems, fixed } = say(RULE, '一是及时更新公开目录.二是逐项核对公开指南.');
    expect(problems.map(({ severity }) => severity)).toEqual(['information']);
    expect(problems[0]?.fixes[0]?.kind).toBe('safe');
    expect(fixed).toContain('一是及时更新公开目录。二是逐项核对公开指南。');
  });

  test('after a number with its measure word', () => {
    expect(say(RULE, '全年更新目录，清理失效信息12条.').fixed).toContain('清理失效信息12条。');
  });

  test.each([
    '满意率99.5%，见www.example.gov.cn。',
    '见附件3.及时更新目录。',
    '由艾力.买买提江负责。',
    '1.更新目录。2.核对指南。',
    '一.更新目录。',
    '更新目录...核对指南。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});

describe('punct/enumeration-comma', () => {
  const RULE = 'punct/enumeration-comma';

  test('between titles and between quotations', () => {
    const { problems, fixed } = say(RULE, '制定《公开制度》、《保密制度》，推进“一件事”、“一网通办”。');
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
    expect(fixed).toContain('制定《公开制度》《保密制度》，推进“一件事”“一网通办”。');
  });

  test.each([
    '制定《公开制度》《保密制度》。',
    '根据《中华人民共和国政府信息公开条例》（国务院令第711号）、《公开制度》编制。',
    '更新目录、指南。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});

describe('punct/range', () => {
  const RULE = 'punct/range';

  test.each([
    ['公开2013-2015年决算。', '2013—2015年'],
    ['公开1-3月数据。', '1—3月'],
    ['于3-5个工作日内答复。', '3～5个'],
    ['按10-20%抽查。', '10～20%'],
  ])('%s', (paragraph, right) => {
    const { problems, fixed } = say(RULE, paragraph);
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
    expect(problems[0]?.fixes[0]?.kind).toBe('suggestion');
    expect(fixed).toContain(right);
  });

  test.each([
    ['a date', '于2024-01-20公开。'],
    ['a telephone number', '电话0123-4567890。'],
    ['an index number', '索引号014314799/2024-00002。'],
    ['the right marks', '公开2013—2015年决算，3～5个工作日。'],
    ['a web address', '见https://www.example.gov.cn/2013-2015年。'],
    ['a table number', '见表3-5。'],
    ['a version', '依据GB/T 9704-2012编制。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});

describe('punct/space-in-chinese', () => {
  const RULE = 'punct/space-in-chinese';

  test('said once, mended everywhere', () => {
    const { problems, fixed } = say(RULE, '全年及时更新公开目录，逐项核对 公开指南，并 归档。');
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
    expect(fixed).toContain('逐项核对公开指南，并归档。');
  });

  test.each([
    ['a heading that runs in', '（六）其他情况 全年及时更新公开目录，逐项核对公开指南，并归档。'],
    ['a name set wide', '全年及时更新公开目录，逐项核对公开指南，联系人：王 强，已归档。'],
    ['blanks beside numbers and Latin', '全年更新公开目录 12 项，逐项核对 APP 栏目，并归档。'],
    ['an indent', '　　全年及时更新公开目录，逐项核对公开指南，并归档。'],
    ['a signature', '青溪县水利局　　办公室'],
    ['a number that was never filled in', '全年及时更新公开目录，逐项核对指南，清理失效信息  条，并归档。'],
    ['one of which a web page left one blank', '全年及时更新公开目录，逐项核对指南，清理失效信息 条。'],
    ['one at the end', '全年及时更新公开目录，逐项核对指南，清理失效信息　　件。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('line ends of a PDF are no blanks', () => {
    for (const layout of LAYOUTS) {
      expect(texts(RULE, `${'全年及时更新公开目录，'.repeat(6)}并归档。`, 1, { layout }), layout.name).toEqual([]);
    }
  });
});

describe('punct/space-before-mark', () => {
  const RULE = 'punct/space-before-mark';

  test('said once, mended everywhere', () => {
    const { problems, fixed } = say(RULE, '全年更新目录 ，核对指南 。');
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
    expect(problems[0]?.fixes[0]?.kind).toBe('safe');
    expect(fixed).toContain('全年更新目录，核对指南。');
  });

  test.each(['全年更新目录，核对指南。', '培训（ ）次。', '公开 12 条。'])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});

describe('punct/missing-colon', () => {
  const RULE = 'punct/missing-colon';

  test('one field of a contact line without the colon of the others', () => {
    const { problems, fixed } = say(RULE, '（地址：云岭市文化路1号；邮编123456；电话：0123-4567890）。');
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
    expect(fixed).toContain('邮编：123456；电话：0123');
  });

  test('in the width of the other colons', () => {
    expect(say(RULE, '(地址:云岭市文化路1号;邮编123456)。').fixed).toContain('邮编:123456');
  });

  test.each([
    '（地址：云岭市文化路1号；邮编：123456）。',
    '可拨打电话0123-4567890咨询，或致电12345热线。',
    '地址：云岭市文化路1号，设电话2部。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});
