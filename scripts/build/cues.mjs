// Prints what the prefilter derives of every pattern that is searched for, as the build puts it into the bundles.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { patternKey } from '../../server/src/facts/search/built-cues.ts';
import { derivedCues } from '../../server/src/facts/search/prefilter.ts';
import { soughtPatterns } from '../../server/src/facts/search/search.ts';

const root = path.join(import.meta.dirname, '../../server/src');
for (const room of ['facts', 'rules', 'language']) {
  for (const name of readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.ts')) await import(pathToFileURL(path.join(root, room, name)).href);
  }
}

const cues = new Map();
for (const pattern of soughtPatterns()) {
  const own = derivedCues(pattern) ?? null;
  const key = patternKey(pattern.source);
  if (cues.has(key) && JSON.stringify(cues.get(key)) !== JSON.stringify(own))
    throw new Error(`two patterns have the key ${key}`);
  cues.set(key, own);
}
console.log(JSON.stringify(Object.fromEntries(cues)));
