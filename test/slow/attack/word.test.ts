// Word documents that were made to cost much: the bounds hold whatever a file is.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REFUSED, STRANGE } from '../../word/hostile-documents.ts';
import { word } from '../../word/ooxml.ts';
import { cli, folder } from './support.ts';

/** Of the processor's own time, so that another program on the machine upsets nothing. */
const SECONDS = 5;
const MEGABYTES = 600;

/** Linux knows the most memory that a process ever had; elsewhere it is what the system says of its children. */
const PROBE = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const fs = require('node:fs');
  let most = maxRSS;
  try { most = Number(/VmHWM:\\s*(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
  fs.writeFileSync('cost.json', JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: most / 1024 }));
});`;

function within(cwd: string, argv: readonly string[]) {
  writeFileSync(join(cwd, 'probe.cjs'), PROBE);
  const ran = cli(cwd, argv, { env: { ...process.env, NODE_OPTIONS: '-r ./probe.cjs' } });
  const cost = JSON.parse(readFileSync(join(cwd, 'cost.json'), 'utf8'));
  console.log(argv.length > 4 ? 'all' : argv.join(' '), cost);
  expect(cost.seconds).toBeLessThan(SECONDS);
  expect(cost.megabytes).toBeLessThan(MEGABYTES);
  return ran;
}

describe('Word documents that were made to do harm', () => {
  it('are refused and reviewed all together within the bounds of one', () => {
    const cwd = folder();
    const names = REFUSED.map(({ bytes }, at) => {
      writeFileSync(join(cwd, `${at}.docx`), bytes());
      return `${at}.docx`;
    });
    for (const argv of [
      ['--threads', '1', ...names],
      ['review', ...names, '-o', 'out'],
    ]) {
      const { status, stdout, stderr } = within(cwd, argv);
      expect(status).toBe(2);
      for (const name of names) expect(stdout + stderr).toContain(`${name}：未读，`);
    }
  });

  it.each(STRANGE)('are checked or refused within the bounds: $name', ({ body, parts = {} }) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'draft.docx'), word(body, { parts }));
    for (const argv of [['draft.docx'], ['review', 'draft.docx', '-o', 'out.docx']]) {
      expect(within(cwd, argv).signal).toBeNull();
    }
  });
});
