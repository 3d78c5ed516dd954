// Files that nobody writes by hand: each is read to an end, and what is wrong is said in few words.
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../server/src/config/config.ts';
import { allowTerm, configEdits } from '../../server/src/config/edit.ts';
import { DEEPEST_CONFIG, LARGEST_CONFIG } from '../../server/src/config/tree.ts';

describe('a settings file', () => {
  test.each([
    ['lists', '['.repeat(200_000)],
    ['lists that end', `${'['.repeat(6000)}${']'.repeat(6000)}`],
    ['objects', '{"rules":'.repeat(60_000)],
    ['both, in a place where a list belongs', `{"year": 2024, "ignores": ${'[{"a":'.repeat(3000)}`],
  ])('with thousands of brackets in each other sets nothing: %s', (_, source) => {
    const { config, problems } = parseConfig(source, 'en');
    expect(config).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toBe(
      `Brackets are nested too deeply (at most ${DEEPEST_CONFIG} levels); nothing in this file has effect`,
    );
    expect(source[problems[0]?.span.start ?? 0]).toMatch(/[[{]/);
    expect(configEdits(source, allowTerm('OA'))).toBeUndefined();
  });

  test('may have any number of brackets beside each other, in its words and in its comments', () => {
    const source = `{ // ${'['.repeat(100)}\n "allowedTerms": ["${'{'.repeat(100)}"], "reports": {${'"a": {}, '.repeat(100)}} }`;
    expect(parseConfig(source)).toMatchObject({ problems: [], config: { allowedTerms: ['{'.repeat(100)] } });
  });

  test('of more than a million characters sets nothing, and one of a million does', () => {
    const settings = '{ "year": 2024 }';
    expect(parseConfig(settings.padEnd(LARGEST_CONFIG), 'en').config).toEqual({ year: 2024 });
    const { config, problems } = parseConfig(settings.padEnd(LARGEST_CONFIG + 1), 'en');
    expect(config).toEqual({});
    expect(problems.map(({ message }) => message)).toEqual([
      'The settings file is too large (at most 1000000 characters); nothing in it has effect',
    ]);
  });

  test('with thousands of faults has a hundred told, and how many there are beside; the rest of it holds', () => {
    const source = `{ "year": 2024, "rules": {${Array.from({ length: 3000 }, (_, index) => `"table/lab${index}": "off"`)}} }`;
    const { config, problems } = parseConfig(source, 'en');
    expect(config).toMatchObject({ year: 2024 });
    expect(problems).toHaveLength(101);
    expect(problems[0]?.message).toContain('2900 more problems');
  });

  test('has its keys quoted in a message, but not at any length', () => {
    expect(parseConfig(`{"${'a'.repeat(50_000)}": 1}`).problems[0]?.message).toContain(`“${'a'.repeat(60)}…”`);
  });
});
