import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../server/src/config/config.ts';
import { addIgnore, allowTerm, configEdits, newConfigText, switchOff } from '../../server/src/config/edit.ts';
import { applyEdits } from '../../server/src/text/span.ts';

const allow = (text: string, term: string, path?: string) => {
  const edits = configEdits(text, allowTerm(term, path));
  return edits && applyEdits(text, edits).text;
};

describe('adding a term', () => {
  test.each([
    [''],
    ['{}'],
    ['\uFEFF{}'],
    ['// ours\n{ "year": 2024 }'],
    ['{\n\t"allowedTerms": [],\n}'],
    ['{"reports": {}}'],
  ])('%j: it is allowed afterwards, and nothing else has changed', (text) => {
    for (const path of [undefined, '甲县/年报.txt']) {
      const before = parseConfig(text).config;
      const { config, problems } = parseConfig(allow(text, 'OA', path) ?? 'not edited');
      expect(problems).toEqual([]);
      const terms = path === undefined ? config.allowedTerms : config.reports?.[path]?.allowedTerms;
      expect(terms).toEqual(['OA']);
      expect(config.year).toBe(before.year);
    }
  });

  test('keeps comments, indentation and line ends', () => {
    const text = '{\r\n\t// words of our own\r\n\t"allowedTerms": ["OA"] // more to come\r\n}\r\n';
    expect(allow(text, 'APP')).toBe(
      '{\r\n\t// words of our own\r\n\t"allowedTerms": [\r\n\t\t"OA",\r\n\t\t"APP"\r\n\t] // more to come\r\n}\r\n',
    );
  });

  test.each([['{"allowedTerms": '], ['[]'], ['"text"'], ['{"allowedTerms": "OA"}'], ['{"allowedTerms": {"a": 1}}']])(
    '%j is left alone',
    (text) => expect(allow(text, 'APP')).toBeUndefined(),
  );

  test('a new file is a valid one', () => {
    expect(parseConfig(newConfigText(allowTerm('a"b')))).toMatchObject({
      config: { allowedTerms: ['a"b'] },
      problems: [],
    });
    expect(parseConfig(newConfigText(allowTerm('OA', '甲/乙.txt')))).toMatchObject({
      config: { reports: { '甲/乙.txt': { allowedTerms: ['OA'] } } },
      problems: [],
    });
  });
});

describe('switching a rule off', () => {
  const off = (text: string, path?: string) => {
    const edits = configEdits(text, switchOff('table/label', path));
    return edits && applyEdits(text, edits).text;
  };

  test('replaces what stood there, comments kept', () => {
    const text = '{\n  // strict\n  "rules": { "table/label": "error", "date": "hint" }\n}\n';
    expect(off(text)).toBe(text.replace('"error"', '"off"'));
  });

  test('in one report alone', () => {
    expect(parseConfig(off('{}', '甲.txt') ?? '').config).toEqual({
      reports: { '甲.txt': { rules: { 'table/label': 'off' } } },
    });
    expect(parseConfig(newConfigText(switchOff('table/label', '甲.txt'))).config).toEqual({
      reports: { '甲.txt': { rules: { 'table/label': 'off' } } },
    });
  });

  test('leaves alone what it does not understand', () => expect(off('{"rules": 3}')).toBeUndefined());
});

test('an ignored finding is added to the list, whatever its reason', () => {
  const entry = { file: '甲.txt', rule: 'table/label', fingerprint: 'x', reason: '“引”"\\ 已核实', text: '少 1' };
  const text = '{\n  "ignores": [\n    // first\n  ]\n}\n';
  const edited = applyEdits(text, configEdits(text, addIgnore(entry)) ?? []).text;
  expect(edited).toContain('// first');
  for (const source of [edited, newConfigText(addIgnore(entry))]) {
    const { config, problems } = parseConfig(source);
    expect(problems).toEqual([]);
    expect(config.ignores).toMatchObject([entry]);
  }
});
