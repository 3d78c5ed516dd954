// Whatever comes from outside (file names, arguments, keys and values of settings, drafts) is shown and not obeyed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../server/src/cli/diff.ts';
import { cli, folderOf, TITLE } from './harness.ts';

/** Clears the screen, renames the window, turns the direction round, and begins a sequence with one character. */
const EVIL = '\u001b[2J\u001b]0;x\u0007\u202e\u009b31m';
const STEERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

const FILES = {
  '.nianbao.json': JSON.stringify({
    [`key${EVIL}`]: 1,
    rules: { [EVIL]: 'off' },
    ignores: [{ file: `甲${EVIL}.txt`, rule: 'term/old-word', fingerprint: EVIL, reason: EVIL }],
  }),
  [`甲${EVIL}.txt`]: `${TITLE}旧词，${EVIL}坏数。\n${'继续努力。'.repeat(100)}\n`,
  [`信${EVIL}.txt`]: '各位同事：\n',
  [`乙${EVIL}.docx`]: '',
  [`丙${EVIL}.txt`]: new Uint8Array([0, 1, 2]),
};

describe.skipIf(process.platform === 'win32')('no sequence reaches the terminal', () => {
  it.each([
    [['.']],
    [['.', '--lang', 'en', '--quiet']],
    [['.', '--format', 'json']],
    [['.', '--format', 'sarif']],
    [[`甲${EVIL}.txt`, `信${EVIL}.txt`, `丙${EVIL}.txt`, `nothing${EVIL}`]],
    [['.', '--config', `nothing${EVIL}.json`]],
    [[`--no${EVIL}`, '.']],
    [['--format', EVIL, '.']],
    [['--explain', `table/${EVIL}`]],
  ])('of %j', async (argv) => {
    const { stdout, stderr } = await cli(folderOf(FILES), argv);
    expect(stdout + stderr).not.toMatch(STEERS);
    expect(stdout + stderr).toMatch(/<U\+001B>|\\u001b/);
  });

  it('of a difference, whose lines are the draft’s own unless somebody looks at them', async () => {
    const head = /^(?:---|\+\+\+) .*$/gm;
    const piped = await cli(folderOf(FILES), ['.', '--fix-dry-run']);
    expect(piped.stderr).not.toMatch(STEERS);
    expect(piped.stdout.match(head)).toHaveLength(2);
    expect(piped.stdout.match(head)?.join('')).not.toMatch(STEERS);
    expect(piped.stdout).toContain(`-旧词，${EVIL}`);
    const watched = await cli(folderOf(FILES), ['.', '--fix-dry-run'], { terminal: true });
    expect(watched.stdout).not.toMatch(STEERS);
    expect(watched.stdout).toContain('-旧词，<U+001B>[2J');
  });

  it('and `patch` still finds the file', ({ skip }) => {
    const name = `a "b\\c\n${EVIL}é.txt`;
    const cwd = folderOf({ [name]: '一\n' });
    const { error, status, stderr } = spawnSync('patch', ['-p0'], { cwd, input: unifiedDiff(name, '一\n', '二\n') });
    if (error) skip('there is no patch on this machine');
    expect(status, String(stderr)).toBe(0);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe('二\n');
  });
});
