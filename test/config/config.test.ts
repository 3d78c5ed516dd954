import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../server/src/config/config.ts';
import { rules } from '../../server/src/rules/index.ts';

const messagesOf = (text: string) => parseConfig(text).problems.map(({ message }) => message);
const rule = rules[0]?.meta.id ?? '';
const group = rule.slice(0, rule.indexOf('/'));

describe('what can be read', () => {
  test('every key, with comments, trailing commas and a byte order mark', () => {
    const text = `\uFEFF{
      // who we are
      "$schema": "x.json",
      "year": 2024,
      "allowedTerms": ["OA", " WiFi "],
      "rules": { "${rule}": "off", "${group}": "hint" },
      "reports": { "2023/局.txt": { "year": 2023, "allowedTerms": ["APP"], }, },
    }`;
    expect(parseConfig(text)).toEqual({
      config: {
        $schema: 'x.json',
        year: 2024,
        allowedTerms: ['OA', 'WiFi'],
        rules: { [rule]: 'off', [group]: 'hint' },
        reports: { '2023/局.txt': { year: 2023, allowedTerms: ['APP'] } },
      },
      problems: [],
      broken: false,
    });
  });

  test('an empty file sets nothing and is not wrong', () => {
    for (const text of ['', ' \n', '\uFEFF', '{}'])
      expect(parseConfig(text)).toEqual({ config: {}, problems: [], broken: false });
  });

  test('null is “not set” for the year', () => {
    expect(parseConfig('{"year": null}')).toEqual({ config: {}, problems: [], broken: false });
  });
});

describe('what cannot', () => {
  test.each([
    ['{"years": 2024}', '没有名为“years”的配置项'],
    ['{"reports": {"a.txt": {"reports": {}}}}', '没有名为“reports”的配置项'],
    ['{"year": "2024"}', '此处应为 2008 至 2099 之间的整数'],
    ['{"year": 1999}', '此处应为 2008 至 2099 之间的整数'],
    ['{"year": 2024.5}', '此处应为 2008 至 2099 之间的整数'],
    ['{"allowedTerms": "OA"}', '此处应为用方括号括起的词语列表'],
    ['{"allowedTerms": [1]}', '此处应为用双引号括起的文字'],
    ['{"rules": []}', '此处应为用大括号括起的一组配置项'],
    [`{"rules": {"${rule}": "loud"}}`, '此处只能填：error / warning / information / hint / off'],
    [`{"rules": {"${rule}x": "off"}}`, `没有名为“${rule}x”的规则或规则组，是否应为“${rule}”？`],
    ['{"rules": {"天气": "off"}}', '没有名为“天气”的规则或规则组'],
    ['[]', '此处应为用大括号括起的一组配置项'],
    ['{"year": 2024', 'JSON 格式有误：缺少右大括号'],
    ['{"year" 2024}', 'JSON 格式有误：缺少冒号'],
  ])('%s is said in plain words', (text, message) => {
    expect(messagesOf(text)).toEqual([expect.stringContaining(message)]);
  });

  test('is left out, and the rest holds', () => {
    const { config, problems } = parseConfig('{"year": "x", "allowedTerms": ["OA", 3], "rulse": {}}');
    expect(config).toEqual({ allowedTerms: ['OA'] });
    expect(problems.map(({ span }) => [span.start, span.end])).toEqual([
      [9, 12],
      [37, 38],
      [41, 48],
    ]);
  });

  test('is said in English to who reads English', () => {
    expect(parseConfig('{"year": 1}', 'en').problems[0]?.message).toBe('A whole number from 2008 to 2099 belongs here');
  });
});

test('never throws, and every problem lies in the text', () => {
  const json = fc.oneof(fc.json(), fc.string(), fc.stringMatching(/^[[\]{}",:0-9a-z]{0,40}$/));
  fc.assert(
    fc.property(json, (text) => {
      for (const { span } of parseConfig(text).problems) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.start).toBeLessThanOrEqual(span.end);
      }
    }),
  );
});
