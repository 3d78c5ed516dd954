import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
const keys = (path: string) => Object.keys(JSON.parse(text(path))).sort();

test('every text of the client has a Chinese one, and none is left over', () => {
  const names = readdirSync(new URL('client/src/', root), { recursive: true, encoding: 'utf8' });
  const sources = names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => text(`client/src/${name}`))
    .join('\n');
  // Some files write `t` for `vscode.l10n.t`.
  const used = [...sources.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, message]) => message ?? '');
  expect(used.length).toBeGreaterThan(15);
  expect([...new Set(used)].sort()).toEqual(keys('l10n/bundle.l10n.zh-cn.json'));
});

test('every text of the manifest is there in both languages, and none is left over', () => {
  const used = [...text('package.json').matchAll(/%([\w.]+)%/g)].map(([, key]) => key ?? '');
  expect(keys('package.nls.json')).toEqual([...new Set(used)].sort());
  expect(keys('package.nls.zh-cn.json')).toEqual(keys('package.nls.json'));
});

test('the Chinese texts take the same values as the English ones', () => {
  const holes = (message: string) => [...message.matchAll(/\{\d\}/g)].map(String).sort();
  for (const [english, chinese] of Object.entries<string>(JSON.parse(text('l10n/bundle.l10n.zh-cn.json')))) {
    expect(holes(chinese), english).toEqual(holes(english));
  }
});
