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
