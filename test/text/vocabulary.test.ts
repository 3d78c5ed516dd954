import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CASE_MEASURES, MEASURE, MEASURES } from '../../server/src/text/measures.ts';
import { chineseNumeral, itemNumber, NUMERAL, startsBracketed, startsItem } from '../../server/src/text/ordinals.ts';
import { endsClause, endsSentence, sentencesOf } from '../../server/src/text/sentences.ts';

describe('a sentence', () => {
  it.each(['公开信息。', '（均已办结。）', '“应公开尽公开！”', '工作扎实;', '等等……', '是否公开？'])(
    'ends: %s',
    (text) => {
      expect(endsSentence(text)).toBe(true);
      expect(endsClause(text)).toBe(false);
    },
  );

  it.each(['公开信息，', '主要有：', '文件、', '公开信息', '共 3.5', '（一）'])('goes on: %s', (text) => {
    expect(endsSentence(text)).toBe(false);
  });

  it('is cut behind every mark that ends one, however wide, and never inside a decimal', () => {
    const text = '收费 3.5 元。公开了；办结了;好!是否？余下';
    const pieces = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
    expect(pieces).toEqual(['收费 3.5 元。', '公开了；', '办结了;', '好!', '是否？', '余下']);
    expect(pieces.filter(endsSentence)).toEqual(pieces.slice(0, -1));
  });
});

describe('the numeral of an item', () => {
  it('counts from one to twenty, and back', () => {
    const all = Array.from({ length: 20 }, (_, index) => chineseNumeral(index + 1));
    expect([all[0], all[9], all[10], all[18], all[19]]).toEqual(['一', '十', '十一', '十九', '二十']);
    expect(all.map(itemNumber)).toEqual(all.map((_, index) => index + 1));
    const whole = new RegExp(`^(?:${NUMERAL})$`);
    expect(all.filter((numeral) => !whole.test(numeral))).toEqual([]);
  });

  it('is nothing else', () => {
    expect(['百', '二一', '', '第', '一十'].map(itemNumber)).toEqual([0, 0, 0, 0, 0]);
    expect(itemNumber('12')).toBe(12);
  });

  it.each(['（一）主动公开', '( 十二 )公开', '一、总体情况', '二是加强', '3.加强', '4、加强'])(
    'begins an item: %s',
    (text) => {
      expect(startsItem(text)).toBe(true);
    },
  );

  it.each(['一方面', '3.5 万元', '第一季度', '（含上年）', '12 件'])('begins none: %s', (text) => {
    expect(startsItem(text)).toBe(false);
    expect(startsBracketed(text)).toBe(false);
  });
});

it('what the form counts is among what reports count, each once', () => {
  expect(MEASURES.startsWith(CASE_MEASURES)).toBe(true);
  expect(new Set(MEASURES).size).toBe(MEASURES.length);
  expect(new RegExp(`^${MEASURE}$`).test('件')).toBe(true);
});

it('is defined once: no other file has a class of the marks that end a sentence', () => {
  const source = fileURLToPath(new URL('../../server/src', import.meta.url));
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  // With 、 among them it is a list of marks, which of them ends anything being of no matter.
  const isOwn = (group: string): boolean =>
    ['。', '！', '？'].every((mark) => group.includes(mark)) && !group.includes('、');
  const foreign = files.filter((path) =>
    [...readFileSync(join(source, path), 'utf8').matchAll(/\[[^\]\n]{2,40}\]/g)].some(([group]) => isOwn(group)),
  );
  expect(foreign).toEqual([]);
});
