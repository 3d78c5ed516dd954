import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { cli, fakeEngine } from './harness.ts';

const explain = (...argv: string[]) => cli('.', ['--explain', ...argv], { engine: { ...fakeEngine, rules } });

describe('--explain', () => {
  it('prints the page of a rule, without what only the repository needs', async () => {
    const { status, stdout } = await explain('table/label');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# 表格项目名称与格式不一致\n/);
    for (const heading of ['检查什么', '依据', '错误示例', '正确示例', '修复', '何时不报', '如何关闭', 'English']) {
      expect(stdout).toContain(`\n## ${heading}\n`);
    }
    expect(stdout).not.toMatch(/<!--|```draft|\]\(.*\.md\)/);
  });

  it('has the page of every rule', async () => {
    for (const { meta } of rules) {
      expect((await explain(meta.id)).stdout, meta.id).toContain(`| \`${meta.id}\` |`);
      expect((await explain(meta.id, '--lang', 'en')).stdout, meta.id).toMatch(/^# [^#]+$/);
    }
  });

  it('gives an English reader title, table and summary', async () => {
    const { stdout } = await explain('table/label', '--lang', 'en');
    expect(stdout).toContain('A label differs from the statutory form');
    expect(stdout).toContain('Row labels and column heads are the form’s');
    expect(stdout).not.toContain('检查什么');
  });

  it('lists the rules of a group', async () => {
    const { status, stdout } = await explain('date');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^date\/impossible {2,}日期不存在$/m);
    expect(stdout).not.toContain('table/');
  });

  it.each([
    ['table/labl', /没有“table\/labl”这条规则。是否要找：table\/label/],
    ['Label', /Did you mean table\/label/],
    ['text/label', /table\/label/],
    ['统计期限', /是否要找：date\/period/],
    ['../../package', /没有“\.\.\/\.\.\/package”这条规则/],
    ['zzz', /可以按分组列出：.*--explain table/],
  ])('says that there is no rule %s, and what is near', async (asked, message) => {
    const { status, stdout, stderr } = await explain(asked);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });

  it('still says something of a rule without a page', async () => {
    const { stdout } = await cli('.', ['--explain', 'term/old-word']);
    expect(stdout).toBe('不用“旧词”\n\n测试\n');
  });

  it('needs a rule', async () => {
    expect(await explain()).toMatchObject({ status: 2, stderr: expect.stringContaining('--explain 后面缺少值') });
  });
});
