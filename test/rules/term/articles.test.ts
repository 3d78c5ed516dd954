import { describe, expect, test } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { found, only, sliceOf } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';

const RULE = 'term/document-number-fact';
const PERIOD = '所列数据的统计期限为2024年1月1日至12月31日。';

const saying = (sentence: string, year = 2024) => {
  const { text } = draft({ year, prose: { preface: [sentence, PERIOD.replace('2024', String(year))] } });
  return { text, problems: found(lint(text), RULE) };
};

describe('articles of the 条例', () => {
  test.each([
    ['根据《中华人民共和国政府信息公开条例》第五十八条规定编制本报告。', 'article', '第五十八条'],
    ['落实《条例》第60条要求。', 'article', '第60条'],
    ['按照《条例》第二十条第（十六）项规定公开。', 'item', '第二十条第（十六）项'],
    ['根据《条例》（国务院令第711号）第三十九条规定，编制本年度报告。', 'basis', '第三十九条'],
  ])('that are not there, or not the ones that are meant: %s', (sentence, message, place) => {
    const { text, problems } = saying(sentence);
    const problem = only(problems);
    expect([problem.messageId, problem.severity, sliceOf(text, problem.span)]).toEqual([message, 'warning', place]);
  });

  test.each([
    '根据《中华人民共和国政府信息公开条例》第四十九条、第五十条规定编制本报告。',
    '根据《中华人民共和国政府信息公开条例》第五十条第一款要求编制2024年度报告。',
    '按照《条例》第二十条第（十五）项公开，依据第三十六条答复，落实《条例》第五十六条。',
    '落实《云岭省行政程序条例》第六十条，编制本报告。',
  ])('silent: %s', (sentence) => {
    expect(saying(sentence).problems).toEqual([]);
  });

  test('a report of 2018 cites the 条例 of 2007', () => {
    expect(saying('根据《条例》第三十二条规定编制本报告。', 2018).problems).toEqual([]);
  });
});
