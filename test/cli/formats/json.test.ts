import { describe, expect, it } from 'vitest';
import { cli, folderOf, TITLE } from '../harness.ts';

describe('json', () => {
  it('has the documented shape', async () => {
    const cwd = folderOf({ 'a.txt': `\ufeff${TITLE}𠮷旧词，空表\n`, 'b.txt': '通知\n', 'c.doc': '' });
    const { stdout, status } = await cli(cwd, ['.', '--format', 'json', '--checks']);
    const { tool, ...rest } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(tool.name).toBe('nianbao-lint');
    expect(tool.version).toMatch(/^\d+\.\d+\.\d+/);
    const at = TITLE.length + 2; // two code units for the rare character, none for the byte order mark
    expect(rest).toEqual({
      version: 1,
      files: [
        {
          path: 'a.txt',
          report: true,
          encoding: 'utf-8',
          year: 2024,
          form: '2021',
          fixed: 0,
          problems: [
            {
              rule: 'term/old-word',
              messageId: 'found',
              severity: 'warning',
              message: '此处有“旧词”',
              line: 2,
              column: 3,
              endLine: 2,
              endColumn: 5,
              offset: at,
              endOffset: at + 2,
              fingerprint: expect.stringMatching(/^[\w-]{8,}$/),
              related: [
                {
                  message: '标题',
                  path: 'a.txt',
                  line: 1,
                  column: 1,
                  endLine: 1,
                  endColumn: 3,
                  offset: 0,
                  endOffset: 2,
                },
              ],
              fixable: true,
              fixes: [
                {
                  title: '改为“新词”',
                  kind: 'safe',
                  tried: true,
                  edits: [{ offset: at, endOffset: at + 2, newText: '新词' }],
                },
              ],
            },
          ],
          staleIgnores: [],
          outcomes: expect.arrayContaining([
            { rule: 'term/old-word', status: 'passed', subject: 'document' },
            { rule: 'term/old-word', status: 'not-checked', subject: 'table', reason: 'table-missing' },
            {
              rule: 'term/old-word',
              status: 'failed',
              subject: '旧词',
              line: 2,
              column: 3,
              endLine: 2,
              endColumn: 5,
              offset: at,
              endOffset: at + 2,
            },
          ]),
          ignored: [],
        },
      ],
      notReports: ['b.txt'],
      notRead: [{ path: 'c.doc', reason: 'old-word' }],
      summary: {
        reports: 1,
        notReports: 1,
        notRead: 1,
        problems: { error: 0, warning: 1, information: 0, hint: 0 },
        fixable: 1,
        fixed: 0,
        checks: { passed: 5, failed: 1, notChecked: 5, ignored: 0, reasons: { 'table-missing': 5 } },
      },
      exitStatus: 0,
    });
  });

  it('lists what is let stand, and marks its outcome', async () => {
    const draft = `# ${TITLE}\n<!-- nianbao-ignore term/old-word: 引用原名 -->\n\n旧词。\n`;
    const { stdout } = await cli(folderOf({ 'a.md': draft }), ['.', '--format', 'json', '--checks']);
    const { files, summary } = JSON.parse(stdout);
    expect(files[0].problems).toEqual([]);
    expect(files[0].ignored).toMatchObject([{ rule: 'term/old-word', line: 5, reason: '引用原名', by: 'comment' }]);
    expect(files[0].outcomes).toContainEqual(
      expect.objectContaining({ rule: 'term/old-word', status: 'failed', ignored: true, ignoreReason: '引用原名' }),
    );
    expect(summary.checks).toMatchObject({ failed: 0, ignored: 1 });
  });

  it('lists the checks for who asks, and counts them for everybody', async () => {
    const cwd = folderOf({ 'a.txt': `${TITLE}旧词\n` });
    const { files, summary } = JSON.parse((await cli(cwd, ['.', '--format', 'json'])).stdout);
    expect(files[0]).not.toHaveProperty('outcomes');
    expect(summary.checks).toMatchObject({ failed: 1 });
    const { stderr, status } = await cli(cwd, ['.', '--checks']);
    expect(status).toBe(2);
    expect(stderr).toContain('--checks 只用于 --format json');
  });

  it('counts what --quiet leaves out, and counts lines at \\r\\n and \\r', async () => {
    const cwd = folderOf({ 'a.txt': `${TITLE.trim()}\r\n旧词\r坏数` });
    const { files, summary } = JSON.parse((await cli(cwd, ['.', '--format', 'json', '-q'])).stdout);
    expect(files[0].problems).toMatchObject([{ rule: 'table/wrong-sum', line: 3, column: 1 }]);
    expect(summary.problems).toEqual({ error: 1, warning: 1, information: 0, hint: 0 });
  });

  it('is one document even when nothing could be read', async () => {
    const { stdout, status } = await cli(folderOf({}), ['gone.txt', '--format', 'json']);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [],
      notRead: [{ path: 'gone.txt', reason: 'ENOENT' }],
      exitStatus: 2,
    });
  });
});
