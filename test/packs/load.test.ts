// Which packs are read, what is said of those that are not, and that a pack's own sentences are tried.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { patternOf, placesOf } from '../../server/src/packs/pattern.ts';
import { parsePack } from '../../server/src/packs/read-pack.ts';
import { faultsOf, ONE, packsOf, packWith } from './pack.ts';

const ROOT = join(import.meta.dirname, '../..');
const SHIPPED = readdirSync(join(ROOT, 'packs')).filter((name) => name.endsWith('.json'));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('the packs that are shipped', () => {
  const isValid = new Ajv({ strict: false }).compile(JSON.parse(read('schemas/nianbao-pack.schema.json')));

  test.each(SHIPPED)('%s has no fault, its sentences come out as they say, and the schema agrees', async (name) => {
    const loaded = await packsOf({ [name]: read(`packs/${name}`) });
    expect(faultsOf(loaded)).toEqual([]);
    expect(loaded.packs[0]?.tried?.passed).toBeGreaterThan(10);
    expect(isValid(parse(read(`packs/${name}`))), JSON.stringify(isValid.errors)).toBe(true);
  });

  test.each([
    ['no kind', { message: 'a', basis: 'b' }],
    ['a kind that there is not', { kind: 'regex', message: 'a', basis: 'b', phrases: '公开' }],
    ['no basis', { kind: 'forbid', message: 'a', phrases: '公开' }],
    ['a key of another kind', { kind: 'forbid', message: 'a', basis: 'b', phrases: '公开', most: 4 }],
    ['a place that there is not', { kind: 'require', message: 'a', basis: 'b', phrases: '公开', in: '第一部分' }],
  ])('what the reader refuses, the schema refuses: %s', (_, entry) => {
    const pack = { name: '某县', entries: { 甲: entry } };
    expect(isValid(pack)).toBe(false);
    expect(parsePack(JSON.stringify(pack)).problems.filter(({ severity }) => severity === 'warning')).not.toEqual([]);
  });
});

test('the example in the documentation has no fault, and its sentences come out as they say', async () => {
  const [, example = '', settings = ''] =
    /```json\n([\s\S]*?)```[\s\S]*?```json\n([\s\S]*?)```/.exec(read('docs/rule-packs.md')) ?? [];
  const loaded = await packsOf({ '青禾县.nianbao-pack.json': example });
  expect(parse(settings)).toEqual({ packs: ['./青禾县.nianbao-pack.json'] });
  expect(faultsOf(loaded)).toEqual([]);
  expect(loaded.packs[0]?.tried).toEqual({ passed: 7, failed: 0 });
});

describe('sentences of a pack', () => {
  const entry = { kind: 'forbid', phrases: '县府办' };

  test('that come out otherwise are told in the pack, in their place', async () => {
    const pack = packWith({ ...entry, right: ['由县府办受理。'], wrong: ['由办公室受理。'] });
    const { packs } = await packsOf({ [ONE]: pack });
    const [{ text, problems, tried } = { text: '', problems: [], tried: undefined }] = packs;
    expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '"由县府办受理。"',
      '"由办公室受理。"',
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      '例句写在 right 中，却被报为有问题：“由县府办受理。”',
      '例句写在 wrong 中，却没有被报出：“由办公室受理。”',
    ]);
    expect(tried).toEqual({ passed: 0, failed: 2 });
  });

  test('that are left out are asked for', async () => {
    const { packs } = await packsOf({ [ONE]: packWith(entry) });
    expect(packs[0]?.problems).toMatchObject([{ severity: 'information' }]);
  });
});

describe('what a pack extends', () => {
  const child = (name: string, more: object = {}): object => ({ name, entries: {}, ...more });

  test('is used as well, from wherever in the workspace', async () => {
    const files = {
      'county/a.nianbao-pack.json': child('县', { extends: ['../province/b.nianbao-pack.json'] }),
      'province/b.nianbao-pack.json': packWith({ kind: 'forbid', phrases: '某词语' }, '省'),
    };
    const loaded = await packsOf(files);
    expect(loaded.ids).toEqual(['省', '省/一条', '县']);
    expect(loaded.rules.map(({ meta }) => meta.id)).toEqual(['省/一条']);
    expect(loaded.originOf.get('省/一条')?.address).toBe('/office/province/b.nianbao-pack.json');
  });

  test.each([
    ['../../etc/b.nianbao-pack.json', '在工作区之外'],
    ['/etc/b.nianbao-pack.json', '应写相对路径'],
    ['C:\\b.nianbao-pack.json', '应写相对路径'],
    ['https://example.org/b.nianbao-pack.json', '应写相对路径'],
    ['./secrets.json', '应写相对路径'],
    ['./none.nianbao-pack.json', '找不到规则包'],
  ])('is refused: %s', async (path, message) => {
    expect(faultsOf(await packsOf({ [ONE]: child('县', { extends: [path] }) })).join()).toContain(message);
  });

  test('may not lead back to itself', async () => {
    const files = {
      [ONE]: child('甲', { extends: ['b.nianbao-pack.json'] }),
      'b.nianbao-pack.json': child('乙', { extends: [ONE] }),
    };
    const loaded = await packsOf(files);
    expect(loaded.packs).toHaveLength(2);
    expect(faultsOf(loaded)).toEqual(['规则包“a.nianbao-pack.json”直接或间接地引用了自己，这一处引用不起作用']);
  });

  test('is eight packs deep at most, and thirty-two in all', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `${at}.nianbao-pack.json`,
        child(`p${at}`, { extends: [`${at + 1}.nianbao-pack.json`] }),
      ]),
    );
    expect((await packsOf(chain, ['0.nianbao-pack.json'])).packs).toHaveLength(8);
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`${at}.nianbao-pack.json`, child(`p${at}`)]),
    );
    const loaded = await packsOf(many, Object.keys(many));
    expect(loaded.packs).toHaveLength(32);
    expect(loaded.problems).toHaveLength(8);
  });

  test('of two packs of one name the first is used', async () => {
    const files = { [ONE]: child('县'), 'b.nianbao-pack.json': packWith({ kind: 'forbid', phrases: '某词语' }, '县') };
    const loaded = await packsOf(files, Object.keys(files));
    expect(loaded.rules).toEqual([]);
    expect(faultsOf(loaded)).toContain('已有名为“县”的规则包，这一个不起作用');
  });
});

describe('a pack that nobody wrote by hand', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'name: 县'],
    ['brackets', '['.repeat(100_000)],
    ['a list', '[1, 2]'],
    ['entries that are none', '{"name": "县", "entries": [1]}'],
    ['an entry that is none', '{"name": "县", "entries": {"甲": null, "乙": {"kind": 3}}}'],
    ['a name of a built-in group', '{"name": "table", "entries": {}}'],
    ['a name with a slash', '{"name": "a/b", "entries": {}}'],
    ['keys of the language itself', '{"name": "县", "entries": {"__proto__": {"kind": "forbid"}}}'],
  ])('is read to an end and has its faults told: %s', (_, source) => {
    const { problems } = parsePack(source, 'en');
    expect(problems.length).toBeGreaterThan(0);
  });

  test('has bounds: entries, phrases, sentences', () => {
    const entries = Object.fromEntries(
      Array.from({ length: 600 }, (_, at) => [
        `e${at}`,
        { kind: 'forbid', message: 'm', basis: 'b', phrases: '甲乙', right: ['a'], wrong: ['b'] },
      ]),
    );
    expect(parsePack(JSON.stringify({ name: '县', entries })).pack?.entries).toHaveLength(500);
    const phrases = Array.from({ length: 300 }, (_, at) => `短语${at}`);
    const { pack } = parsePack(JSON.stringify(packWith({ kind: 'forbid', phrases })));
    expect(pack?.entries[0]).toMatchObject({ phrases: { length: 100 } });
  });

  test.each(['*', '公', '*公开', '公开*', '?', '#', '公*开', '', '甲乙*甲*甲*甲*甲*甲*甲*丙'])(
    'no phrase is too wide: %s',
    (source) => {
      expect(patternOf(source)).toBeUndefined();
    },
  );

  test('what its wildcards take is bounded, so that no text takes long', () => {
    const pattern = patternOf('公开*公*公*公*公*公*丁丁');
    const text = '公开'.repeat(20_000);
    expect(pattern && placesOf({ text: `${text}。丁丁` }, pattern)).toEqual([]);
  });
});
