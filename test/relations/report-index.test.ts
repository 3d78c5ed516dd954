import { describe, expect, it } from 'vitest';
import { type Filed, indexOf } from '../support/between.ts';
import { type DraftOptions, draft } from '../support/draft.ts';
import { ISSUERS, type Issuer } from '../support/issuers.ts';

const by = (name: string): Issuer => ({
  name,
  type: /镇|乡/.test(name) ? 'township' : /政府$/.test(name) ? 'government' : 'department',
  self: '我局',
  whole: '全局',
});

let seed = 0;
const filed = (
  path: string,
  name: string,
  year: number,
  options: DraftOptions = {},
  settings?: Filed['settings'],
): Filed => ({
  path,
  text: draft({ issuer: by(name), year, form: year < 2021 ? '2019' : '2021', seed: ++seed, ...options }).text,
  ...(settings && { settings }),
});

const relationsOf = (files: readonly Filed[], path = files[0]?.path ?? '') => {
  const relations = indexOf(files).of(path);
  if (!relations) throw new Error(`${path} is not known`);
  return relations;
};

describe('last year’s report', () => {
  it('is that of the same body, whatever the form, layout and file name', () => {
    const files = [
      filed('青溪县/2021/水利.txt', '青溪县水利局', 2021),
      filed('青溪县/2020/a.txt', '青溪县水利局', 2020),
    ];
    expect(relationsOf(files).prior?.document).toBe('青溪县/2020/a.txt');
  });

  it('is not that of a body of another place with a like name', () => {
    const files = [filed('a/1.txt', '云岭县教育局', 2024), filed('a/2.txt', '云岭市教育局', 2023)];
    expect(relationsOf(files).prior).toBeUndefined();
  });

  it('is not that of two years ago', () => {
    const files = [filed('a/1.txt', '青溪县水利局', 2024), filed('a/2.txt', '青溪县水利局', 2022)];
    expect(relationsOf(files).prior).toBeUndefined();
  });

  it('of a township without its county is found by the folder', () => {
    const files = [
      filed('青溪县/2024.txt', '松河镇人民政府', 2024),
      filed('青溪县/2023.txt', '青溪县松河镇人民政府', 2023),
      filed('禾原县/2023.txt', '禾原县松河镇人民政府', 2023),
    ];
    expect(relationsOf(files).prior?.document).toBe('青溪县/2023.txt');
  });

  it('of a renamed body is found where that is configured', () => {
    const settings = { renamed: { 青溪县林业和草原局: '青溪县林业局' } };
    const now = filed('a/1.txt', '青溪县林业和草原局', 2024, {}, settings);
    const before = filed('a/2.txt', '青溪县林业局', 2023);
    expect(relationsOf([now, before]).prior?.document).toBe('a/2.txt');
    expect(relationsOf([{ path: now.path, text: now.text }, before]).prior).toBeUndefined();
  });

  it('may be set by hand', () => {
    const now = filed('a/1.txt', '青溪县水利局', 2024, {}, { prior: 'b/旧名.txt' });
    expect(relationsOf([now, filed('b/旧名.txt', '青溪县水务局', 2023)]).prior?.document).toBe('b/旧名.txt');
  });

  it('is nobody’s where two differ', () => {
    const twice = [filed('a/2.txt', '青溪县水利局', 2023), filed('b/2.txt', '青溪县水利局', 2023)];
    expect(relationsOf([filed('a/1.txt', '青溪县水利局', 2024), ...twice]).prior).toBeUndefined();
  });
});

describe('the same report filed twice', () => {
  const one = filed('a/水利局.txt', '青溪县水利局', 2024);

  it('is said', () => {
    const files = [one, { ...one, path: 'a/报送稿.txt' }];
    expect(relationsOf(files).duplicates.map(({ document }) => document)).toEqual(['a/报送稿.txt']);
  });

  it('is one report where only the format differs', () => {
    expect(relationsOf([one, { ...one, path: 'a/水利局.md' }]).duplicates).toEqual([]);
  });
});

describe('a folder of versions', () => {
  const bodies = ['青溪县水利局', '青溪县教育局', '青溪县司法局'];
  const versions = bodies.flatMap((name) => [1, 2].map((nth) => filed(`稿/${name}${nth}.txt`, name, 2024)));

  it('is no filing: nothing is said of its reports', () => {
    const { duplicates, alike, members } = relationsOf(versions);
    expect([duplicates, alike, members]).toEqual([[], [], []]);
  });

  it('is not one where each report is kept in two formats', () => {
    const kept = versions
      .filter((_, index) => index % 2 === 0)
      .flatMap(({ path, text }) => [
        { path, text },
        { path: path.replace('txt', 'md'), text },
      ]);
    expect(relationsOf(kept).neighbours).toHaveLength(2);
    expect(relationsOf(kept).duplicates).toEqual([]);
  });
});

describe('a government and its members', () => {
  const government = (settings?: Filed['settings']) => filed('县/政府.txt', '青溪县人民政府', 2024, {}, settings);
  const members = ['青溪县水利局', '青溪县教育局', '青溪县松河镇人民政府', '青溪县司法局'].map((name, index) =>
    filed(`县/${index}.txt`, name, 2024),
  );

  it('are all bodies of its place, each once', () => {
    const files = [government(), ...members, filed('县/市.txt', '云岭市教育局', 2024)];
    const again = { path: '县/又.txt', text: members[0]?.text ?? '' };
    expect(relationsOf([...files, again]).members.map(({ document }) => document)).toEqual([
      '县/0.txt',
      '县/1.txt',
      '县/2.txt',
      '县/3.txt',
    ]);
    expect(relationsOf(files, '县/0.txt').government?.document).toBe('县/政府.txt');
  });

  it('are those that the configuration lists, and it says who is missing', () => {
    const listed = { members: ['青溪县水利局', '教育局', '青溪县民政局'] };
    const { members: found, missing, isListed } = relationsOf([government(listed), ...members]);
    expect(found.map(({ issuer }) => issuer?.name)).toEqual(['青溪县水利局', '青溪县教育局']);
    expect(missing.map(({ name }) => name)).toEqual(['青溪县民政局']);
    expect(isListed).toBe(true);
  });

  it('without a list miss who reported last year', () => {
    const before = ['青溪县水利局', '青溪县教育局', '青溪县松河镇人民政府', '青溪县司法局', '青溪县民政局'];
    const last = before.map((name, index) => filed(`县/去年${index}.txt`, name, 2023));
    const { missing, mixed } = relationsOf([government(), ...members, ...last]);
    expect(missing.map(({ name, last: report }) => [name, report?.document])).toEqual([
      ['青溪县民政局', '县/去年4.txt'],
    ]);
    expect(mixed).toEqual([]);
  });

  it('do not miss a body that may have been renamed', () => {
    const last = [...members.map(({ text }) => text), draft({ issuer: by('青溪县林业局'), year: 2023 }).text];
    const files = last.map((text, index) => ({ path: `县/去年${index}.txt`, text: text.replaceAll('2024', '2023') }));
    const renamed = filed('县/林草.txt', '青溪县林业和草原局', 2024);
    expect(relationsOf([government(), ...members, renamed, ...files]).missing).toEqual([]);
  });

  it('of which one sent last year’s report', () => {
    const files = [government(), ...members, filed('县/2024民政局.txt', '青溪县民政局', 2023)];
    expect(relationsOf(files).mixed.map(({ document }) => document)).toEqual(['县/2024民政局.txt']);
    expect(relationsOf(files).missing).toEqual([]);
  });
});

it('an edit that keeps name and year leaves the others as they are sorted', () => {
  const [own, other] = [filed('a/1.txt', '青溪县水利局', 2024), filed('a/2.txt', '青溪县水利局', 2023)];
  const index = indexOf([own, other]);
  const before = index.of('a/1.txt')?.prior;
  const changed = before && { ...before, problems: [1] };
  if (changed) index.set(changed);
  expect(index.of('a/1.txt')?.prior).toBe(changed);
  index.delete('a/2.txt');
  expect(index.of('a/1.txt')?.prior).toBeUndefined();
});

it('a summary is small and keeps no sentence', () => {
  const text = draft({ issuer: ISSUERS[0] }).text;
  const summary = indexOf([{ path: 'a', text }]).get('a');
  const written = JSON.stringify(summary);
  expect(written.length).toBeLessThan(12_000);
  expect(written.match(/[\u4e00-\u9fff]{9,}/)).toBeNull();
});
