import { describe, expect, it } from 'vitest';
import { padTo, printable, widthOf } from '../../../server/src/cli/formats/width.ts';
import { cli, folderOf, TITLE } from '../harness.ts';

const DRAFTS = {
  '一/清.txt': `${TITLE}一切正常。\n`,
  '一/误.md': `${TITLE}坏数，旧词。\n怪字，，坏数，空表。\n`,
  '一/信.txt': '各位同事：\n',
  '一/稿.doc': '',
};

describe('pretty', () => {
  it('shows what is wrong in each report and how much was checked', async () => {
    expect((await cli(folderOf(DRAFTS), ['一'])).stdout).toMatchInlineSnapshot(`
      "一/清.txt  2024 年度，2021 年格式
        已核对 5 项：通过 5，不符 0；未能核对 0

      一/误.md  2024 年度，2021 年格式
        2:1  错误  此处有“坏数”  table/wrong-sum
        2:4  警告  此处有“旧词”  term/old-word
        3:1  信息  此处有“怪字”  text/curious
        3:3  提示  此处有“，，”  punct/comma
        3:5  错误  此处有“坏数”  table/wrong-sum
        已核对 10 项：通过 5，不符 5；未能核对 5（缺少表格 5）

      共 2 份年度报告，不是年度报告的文件 1 个，未读的文件 1 个：错误 2，警告 1，信息 1，提示 1；其中 2 处可用 --fix 改正
      已核对 15 项：通过 10，不符 5；未能核对 5（缺少表格 5）
      "
    `);
  });

  it('counts what is let stand apart, neither as passed nor as failed', async () => {
    const ignored = `# ${TITLE}\n<!-- nianbao-ignore term/old-word: 引用原名 -->\n\n旧词。\n`;
    const cwd = folderOf({ 'a.md': ignored });
    expect((await cli(cwd, ['a.md'])).stdout).toContain('已核对 6 项：通过 5，不符 0，已忽略 1；未能核对 0');
    expect((await cli(cwd, ['a.md', '--lang', 'en'])).stdout).toContain(
      '6 checks: 5 passed, 0 failed, 1 ignored for a reason; 0 not checked',
    );
  });

  it('speaks English when asked', async () => {
    expect((await cli(folderOf(DRAFTS), ['一', '--lang', 'en', '--max-warnings=0'])).stdout).toMatchInlineSnapshot(`
      "一/清.txt  report for 2024, form of 2021
        5 checks: 5 passed, 0 failed; 0 not checked

      一/误.md  report for 2024, form of 2021
        2:1  error    here is "坏数"  table/wrong-sum
        2:4  warning  here is "旧词"  term/old-word
        3:1  info     here is "怪字"  text/curious
        3:3  hint     here is "，，"  punct/comma
        3:5  error    here is "坏数"  table/wrong-sum
        10 checks: 5 passed, 5 failed; 5 not checked (table missing 5)

      2 reports, 1 file not a report, 1 file not read: 2 errors, 1 warning, 1 info, 1 hint; 2 can be mended with --fix
      15 checks: 10 passed, 5 failed; 5 not checked (table missing 5)
      1 warning, more than the 0 that --max-warnings allows
      "
    `);
  });

  it('shows errors alone with --quiet, and nothing when there are none', async () => {
    const { stdout } = await cli(folderOf(DRAFTS), ['一', '-q']);
    expect(stdout.match(/错误 {2}/g)).toHaveLength(2);
    expect(stdout).not.toMatch(/警告 {2}|信息 {2}|清\.txt/);
    expect((await cli(folderOf({ 'a.txt': `${TITLE}旧词\n` }), ['a.txt', '-q'])).stdout).toBe('');
  });

  it('is coloured only where colour is wanted', async () => {
    const cwd = folderOf(DRAFTS);
    expect((await cli(cwd, ['一'])).stdout).not.toContain('\u001b');
    expect((await cli(cwd, ['一'], { colour: true })).stdout).toContain('\u001b[31m错误\u001b[39m');
    expect((await cli(cwd, ['一', '--format', 'json'], { colour: true })).stdout).not.toContain('\u001b');
  });
});

describe('columns on a terminal', () => {
  it('counts Chinese, full-width marks and emoji as two, combining marks as none', () => {
    expect(widthOf('年报ab')).toBe(6);
    expect(widthOf('（七）：，。')).toBe(12);
    expect(widthOf('e\u0301')).toBe(1);
    expect(widthOf('𠮷📄')).toBe(4);
    expect(padTo('年', 4)).toBe('年  ');
    expect(padTo('年报告', 4)).toBe('年报告');
  });

  it('shows control and direction marks instead of obeying them', () => {
    expect(printable('a\u001b[2Jb\u202e年\n')).toBe('a<U+001B>[2Jb<U+202E>年<U+000A>');
  });
});
