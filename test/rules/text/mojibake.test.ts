import { describe, expect, test } from 'vitest';
import { traditionalPairs, traditionalSource } from '../../../scripts/characters/traditional.ts';
import { lint } from '../../../server/src/index.ts';
import { TRADITIONAL_PAIRS } from '../../../server/src/rules/text/traditional.generated.ts';
import { found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { say, texts } from '../say.ts';

const RULE = 'text/mojibake';

describe(RULE, () => {
  test.each([
    ['lost', '全年公开\ufffd\ufffd信息。', '\ufffd\ufffd'],
    ['lost', '全年公开锟斤拷信息。', '锟斤拷'],
    ['private', '\uf0b7全年公开信息。', '\uf0b7'],
    ['latin', '全年å…¬å¼€信息。', 'å…¬å¼€'],
    ['gbk', '全年公开信息锛屾瘡鏈堟洿鏂般€銆', '锛'],
    ['invisible', '全年公\u200b开信息。', '\u200b'],
    ['invisible', '全年公\u0007开信息。', '\u0007'],
    ['entity', '全年公开&nbsp;信息。', '&nbsp;'],
    ['pinyin', '依法公(gong)开信息。', '(gong)'],
    ['pinyin', '依法公开（kāi）信息。', '（kāi）'],
    ['traditional', '依法公開信息。', '開'],
    ['compatibility', '依法公开⼯作情况。', '⼯'],
    ['compatibility', '依法公开⻅附件。', '⻅'],
  ])('%s: %s', (messageId, paragraph, text) => {
    const { problems, texts } = say(RULE, paragraph);
    expect(problems.map((problem) => problem.messageId)).toEqual([messageId]);
    expect(texts).toEqual([text]);
    expect(problems[0]?.severity).toBe('warning');
  });

  test.each([
    ['依法公\u200b开信息。', '依法公开信息。', 'safe'],
    ['公开&ldquo;一件事&rdquo;清单。', '公开“一件事”清单。', 'suggestion'],
    ['依法公(gong)开信息。', '依法公开信息。', 'suggestion'],
    ['依法公開信息，加強監督。', '依法公开信息，加强监督。', 'suggestion'],
    ['依法公开⼯作见⻅附件。', '依法公开工作见见附件。', 'safe'],
  ])('mends %s', (paragraph, right, kind) => {
    const { problems, fixed } = say(RULE, paragraph);
    expect(problems[0]?.fixes[0]?.kind).toBe(kind);
    expect(fixed).toContain(right);
  });

  test('two numbers that only an invisible character parts do not grow together by themselves', () => {
    const { problems } = say(RULE, '全年公开1\u200b\u200b2条。');
    expect(problems[0]?.fixes[0]?.kind).toBe('suggestion');
  });

  test('one finding a kind, however often', () => {
    const { problems } = say(RULE, '公開機關監督電話，公開預算。');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain('共 8 处');
  });

  test.each([
    ['words in brackets that only look like pinyin', '人工智能(ai)应用，控制器(can)总线。'],
    ['an abbreviation in brackets', '通过政务客户端(app)公开。'],
    ['a name in a title', '公开《雲嶺志》目录。'],
    ['a name in quotation marks', '举办“書香雲嶺”开放日活动。'],
    ['characters that look traditional and are not', '编著、乾坤、象征、慰藉、瞭望、覆盖、收获、丰富。'],
    ['a rare character of a name', '由𠮷姓工作人员负责，联系人喆、堃。'],
    ['letters of a name', '与café公司共建。'],
    ['a full stop of a list', '①公开预算②公开决算。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });

  test('a text in traditional characters is no damaged one', () => {
    const text = '雲嶺市水利局2024年政府信息公開工作年度報告\n一、總體情況\n依法公開機關信息，加強監督，組織學習。\n';
    expect(found(lint(text), RULE)).toEqual([]);
  });

  test('entities belong to web pages', () => {
    const text = `<p>公开&nbsp;信息</p>\n${draft().text}`;
    expect(found(lint(text, { format: 'html' }), RULE)).toEqual([]);
  });

  test('a byte order mark at the beginning is none of the text', () => {
    expect(found(lint(`\ufeff${draft().text}`), RULE)).toEqual([]);
  });
});

describe('the table of traditional characters', () => {
  test('is the one that its generator writes', async () => {
    const { readFile } = await import('node:fs/promises');
    const path = new URL('../../../server/src/rules/text/traditional.generated.ts', import.meta.url);
    expect((await readFile(path, 'utf8')).replaceAll('\r\n', '\n')).toBe(traditionalSource());
    expect(TRADITIONAL_PAIRS).toHaveLength(traditionalPairs().length * 2);
  });

  test('holds no character that a simplified text may rightly have', () => {
    const traditional = new Set(traditionalPairs().map(([from]) => from));
    for (const char of '著乾於徵藉瞭昇堃公开信息政府') expect(traditional, char).not.toContain(char);
    for (const char of '開關書長門電話') expect(traditional, char).toContain(char);
  });
});
