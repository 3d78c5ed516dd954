import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parse } from 'jsonc-parser';
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
      "issuer": { "name": " 青禾县水务局 ", "type": "department" },
      "rules": { "${rule}": "off", "${group}": "hint" },
      "reports": { "2023/局.txt": { "year": 2023, "allowedTerms": ["APP"], "issuer": "松河镇人民政府", }, },
    }`;
    expect(parseConfig(text)).toEqual({
      config: {
        $schema: 'x.json',
        year: 2024,
        allowedTerms: ['OA', 'WiFi'],
        issuer: { name: '青禾县水务局', type: 'department' },
        rules: { [rule]: 'off', [group]: 'hint' },
        reports: { '2023/局.txt': { year: 2023, allowedTerms: ['APP'], issuer: { name: '松河镇人民政府' } } },
      },
      problems: [],
      broken: false,
    });
  });

  test('an empty file sets nothing and is not wrong', () => {
    for (const text of ['', ' \n', '\uFEFF', '{}'])
      expect(parseConfig(text)).toEqual({ config: {}, problems: [], broken: false });
  });

  test('null is “not set” for the year and the issuer', () => {
    expect(parseConfig('{"year": null, "issuer": null}')).toEqual({ config: {}, problems: [], broken: false });
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
    ['{"issuer": 3}', '此处应为发布机关的名称'],
    ['{"issuer": " "}', '此处不能为空'],
    ['{"issuer": {"type": "street"}}', '缺少“name”'],
    ['{"issuer": {"name": "甲局", "type": "局"}}', '此处只能填：department / government / township / street'],
    ['{"issuer": {"name": "甲局", "kind": "x"}}', '没有名为“kind”的配置项'],
    ['{"ignores": {}}', '此处应为用方括号括起的一组忽略记录'],
    ['{"ignores": ["x"]}', '此处应为用大括号括起的一组配置项'],
    [`{"ignores": [{"rule": "${rule}", "reason": "甲"}]}`, '缺少“fingerprint”'],
    ['{"ignores": [{"fingerprint": "x", "reason": "甲"}]}', '缺少“rule”'],
    [`{"ignores": [{"rule": "${group}", "fingerprint": "x", "reason": "甲"}]}`, `没有名为“${group}”的规则`],
    [`{"ignores": [{"rule": "${rule}", "fingerprint": "x", "reason": "甲", "line": 3}]}`, '没有名为“line”的配置项'],
    [`{"reports": {"a.txt": {"ignores": []}}}`, '没有名为“ignores”的配置项'],
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

describe('an entry of ignores', () => {
  const entry = `{ "file": "2024/局.txt", "rule": "${rule}", "fingerprint": "x1", "reason": "已核实", "text": "缺少" }`;

  test('is read with its place', () => {
    const text = `{ "ignores": [ ${entry} ] }`;
    const { config, problems } = parseConfig(text);
    expect(problems).toEqual([]);
    const [read] = config.ignores ?? [];
    expect(read).toMatchObject({ file: '2024/局.txt', rule, fingerprint: 'x1', reason: '已核实', text: '缺少' });
    expect(text.slice(read?.span.start, read?.span.end)).toBe(entry);
  });

  test.each([['"reason": ""'], ['"reason": "请写明理由"'], ['"file": "a.txt"']])(
    'with %s holds, and wants a reason',
    (rest) => {
      const { config, problems } = parseConfig(`{ "ignores": [{ "rule": "${rule}", "fingerprint": "x1", ${rest} }] }`);
      expect(config.ignores).toHaveLength(1);
      expect(problems).toMatchObject([{ severity: 'information', message: '没有写明忽略的理由' }]);
    },
  );

  test('that cannot be used is left out, and the others hold', () => {
    const { config, problems } = parseConfig(`{ "ignores": [3, { "rule": "x/y", "fingerprint": "x1" }, ${entry}] }`);
    expect(config.ignores).toHaveLength(1);
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
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

describe('the example in the documentation', () => {
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const example = /```jsonc\n([\s\S]*?)```/.exec(read('docs/configuration.md'))?.[1] ?? '';

  test('is right, and shows every setting', () => {
    const { config, problems } = parseConfig(example);
    expect(problems).toEqual([]);
    expect(Object.keys(config).sort()).toEqual([
      'allowedTerms',
      'ignores',
      'issuer',
      'members',
      'packs',
      'renamed',
      'reports',
      'rules',
      'year',
    ]);
  });

  test('keeps to the schema, which refuses what the reader refuses', () => {
    const schema: object = { ...JSON.parse(read('schemas/nianbao.schema.json')) };
    const isValid = new Ajv({ strict: false, allowUnionTypes: true }).compile(schema);
    expect(isValid(parse(example)), JSON.stringify(isValid.errors)).toBe(true);
    for (const wrong of [
      '{"years": 2024}',
      '{"issuer": {"type": "street"}}',
      '{"issuer": {"name": "甲局", "type": "局"}}',
      '{"ignores": [{"rule": "table/label", "reason": "甲"}]}',
      '{"ignores": [{"rule": "table", "fingerprint": "x", "reason": "甲"}]}',
      '{"reports": {"a.txt": {"ignores": []}}}',
      '{"rules": {"table/lable": "off"}}',
    ]) {
      expect(isValid(JSON.parse(wrong)), wrong).toBe(false);
      expect(parseConfig(wrong).problems, wrong).not.toEqual([]);
    }
  });
});
