import { expect, test } from 'vitest';
import { reportDictionary } from '../../server/src/rules/text/dictionary/index.ts';
import { nearMisses } from '../../server/src/text/near-miss/near-miss.ts';
import { rightText } from './right-text.ts';

const LENGTH = 1_000_000;

test('a million characters of right text raise no near miss', { timeout: 60_000 }, () => {
  const dictionary = reportDictionary();
  let length = 0;
  const found = new Set<string>();
  for (const text of rightText()) {
    length += text.length;
    for (const { start, end, phrase } of nearMisses(text, dictionary))
      found.add(`${text.slice(start - 3, end + 3)}→${phrase}`);
    if (length > LENGTH) break;
  }
  expect(length).toBeGreaterThan(LENGTH);
  expect([...found]).toEqual([]);
});
