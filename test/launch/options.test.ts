import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { optionsFor } from '../../server/src/launch/options.ts';

it('leaves a version of V8 that nobody has tried as it is', () => {
  expect(optionsFor('99.1.2-node.3')).toEqual([]);
  expect(optionsFor('11.30.1')).toEqual([]);
});

it('sets nothing that this version of V8 does not know', () => {
  const options = optionsFor(process.versions.v8);
  const set = options.map((option) => `require('node:v8').setFlagsFromString(${JSON.stringify(option)});`).join('');
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', set], { encoding: 'utf8', env: {} });
  expect(stdout + stderr).toBe('');
});
