import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../server/src/cli/encode.ts';
import { cli, fakeEngine, folderOf, TITLE } from './harness.ts';

const clean = `${TITLE}一切正常。\n`;
const wrong = `${TITLE}坏数。\n`;
const doubtful = `${TITLE}旧词，旧词。\n`;

describe('exit status', () => {
  it.each([
    [['clean.txt'], 0],
    [['doubtful.txt'], 0],
    [['doubtful.txt', '--max-warnings', '2'], 0],
    [['doubtful.txt', '--max-warnings', '1'], 1],
    [['doubtful.txt', '--max-warnings', '1', '--quiet'], 1],
    [['doubtful.txt', '--max-warnings', '1', '--fix-dry-run'], 0],
    [['wrong.txt'], 1],
    [['wrong.txt', '--fix'], 1],
    [['wrong.txt', '--format', 'json'], 1],
    [['.'], 1],
    [['letter.txt'], 2],
    [['letter.txt', 'clean.txt'], 0],
    [['nothing.txt', 'wrong.txt'], 2],
    [['draft.doc', 'clean.txt'], 2],
    [['--year', 'x', 'clean.txt'], 2],
    [[], 2],
  ])('%j → %i', async (argv, status) => {
    const cwd = folderOf({
      'clean.txt': clean,
      'wrong.txt': wrong,
      'doubtful.txt': doubtful,
      'letter.txt': '各位同事：\n',
      'draft.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
    });
    expect((await cli(cwd, argv)).status).toBe(status);
  });

  it('is 2 for a folder without reports, and the reason is said', async () => {
    const { status, stderr } = await cli(folderOf({ 'a.txt': '通知\n' }), ['.']);
    expect(status).toBe(2);
    expect(stderr).toBe('没有找到政府信息公开工作年度报告\n');
  });

  it('is 2 when a draft in a folder is no text, but old Word files there are only counted', async () => {
    const broken = folderOf({ 'clean.txt': clean, 'broken.txt': new Uint8Array([0, 1, 2, 3]) });
    const first = await cli(broken, ['.']);
    expect(first).toMatchObject({ status: 2, stderr: 'broken.txt：未读，不是文本文件\n' });
    const word = folderOf({ 'clean.txt': clean, 'draft.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) });
    const second = await cli(word, ['.']);
    expect(second).toMatchObject({ status: 0, stderr: '' });
    expect(second.stdout).toContain('未读的文件 1 个');
  });
});

describe('messages', () => {
  it('says of a named file that it is no report, in the chosen language', async () => {
    const cwd = folderOf({ 'letter.txt': '各位同事：\n', 'clean.txt': clean });
    const zh = await cli(cwd, ['letter.txt', 'clean.txt']);
    expect(zh.stderr).toBe('letter.txt：不是政府信息公开工作年度报告，未核对\n');
    expect(zh.stdout).toContain('不是年度报告的文件 1 个');
    const en = await cli(cwd, ['letter.txt', 'clean.txt', '--lang', 'en']);
    expect(en.stderr).toBe('letter.txt: not an annual report on open government information, not checked\n');
  });

  it('tells wrong usage in both languages and where to read on', async () => {
    const { stderr, stdout } = await cli('/', ['--nope']);
    expect(stdout).toBe('');
    expect(stderr).toBe('没有 --nope 这个选项。\nThere is no option --nope.\nnianbao-lint --help\n');
  });

  it('helps in both languages with every option', async () => {
    const { status, stdout } = await cli('/', ['--help']);
    expect(status).toBe(0);
    expect(stdout.indexOf('用法')).toBe(0);
    for (const option of ['format', 'fix', 'fix-dry-run', 'config', 'year', 'max-warnings', 'stdin-name', 'quiet']) {
      expect(stdout.split(`--${option}`).length, option).toBeGreaterThan(2);
    }
  });

  it('has the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect((await cli('/', ['--version'])).stdout).toBe(`${version}\n`);
  });

  it('goes on when a file vanishes between listing and reading', async () => {
    const cwd = folderOf({ 'a.txt': clean, 'b.txt': wrong });
    const isReport = (text: string): boolean => {
      rmSync(join(cwd, 'b.txt'), { force: true });
      return fakeEngine.isReport(text);
    };
    const { status, stdout } = await cli(cwd, ['.', '--format', 'json'], { engine: { ...fakeEngine, isReport } });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).notRead).toEqual([{ path: 'b.txt', reason: 'ENOENT' }]);
  });
});

describe('--fix', () => {
  it('writes what is safe, says how much, and reports what is left', async () => {
    const cwd = folderOf({ 'a.txt': `${TITLE}旧词，坏数，旧词。\n`, 'b.txt': clean });
    const { status, stdout } = await cli(cwd, ['.', '--fix', '--format', 'json']);
    expect(status).toBe(1);
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(`${TITLE}新词，坏数，新词。\n`);
    expect(readFileSync(join(cwd, 'b.txt'), 'utf8')).toBe(clean);
    const { files, summary } = JSON.parse(stdout);
    expect(files[0]).toMatchObject({ path: 'a.txt', fixed: 2, problems: [{ rule: 'table/wrong-sum' }] });
    expect(summary).toMatchObject({ fixed: 2, fixable: 0, problems: { error: 1, warning: 0 } });
    expect(readdirSync(cwd)).toEqual(['a.txt', 'b.txt']);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)(
    'keeps %s, its mark and Windows line ends',
    async (encoding) => {
      const write = (text: string): Uint8Array => {
        const bytes = encode({ text, encoding, bom: encoding !== 'gb18030' });
        if (!bytes) throw new Error('not encodable');
        return bytes;
      };
      const windows = (text: string): Uint8Array => write(text.replaceAll('\n', '\r\n'));
      const cwd = folderOf({ 'a.txt': windows(`${TITLE}旧词，断行。㐀𠮷\n`) });
      expect((await cli(cwd, ['a.txt', '--fix'])).status).toBe(0);
      expect(new Uint8Array(readFileSync(join(cwd, 'a.txt')))).toEqual(windows(`${TITLE}新词，断\n开。㐀𠮷\n`));
    },
  );

  it('leaves a damaged file as it is, says so, and reports the file as it stands', async () => {
    const bytes = Buffer.concat([Buffer.from(doubtful.repeat(3)), Buffer.from([0xff, 0x0a])]);
    const cwd = folderOf({ 'a.txt': bytes });
    const { status, stderr, stdout } = await cli(cwd, ['a.txt', '--fix', '--format', 'json']);
    expect(status).toBe(2);
    expect(stderr).toBe('a.txt：未写入，原文件没有改动（按原来的编码写回会丢失字符）\n');
    expect(readFileSync(join(cwd, 'a.txt'))).toEqual(bytes);
    expect(JSON.parse(stdout).summary).toMatchObject({ fixed: 0, fixable: 6 });
  });

  it('leaves a read-only file as it is, says so, and reports the file as it stands', async () => {
    const cwd = folderOf({ 'a.txt': doubtful });
    chmodSync(join(cwd, 'a.txt'), 0o444);
    const { status, stderr, stdout } = await cli(cwd, ['a.txt', '--fix', '--format', 'json']);
    expect(status).toBe(2);
    expect(stderr).toBe('a.txt：未写入，原文件没有改动（文件是只读的）\n');
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(doubtful);
    expect(JSON.parse(stdout).summary).toMatchObject({ fixed: 0, problems: { warning: 2 } });
  });

  it('begins no further file once stopped', async () => {
    const cwd = folderOf({ 'a.txt': doubtful, 'b.txt': doubtful });
    let asked = 0;
    const { status, stderr } = await cli(cwd, ['.', '--fix', '--no-relations'], { stopped: () => asked++ > 0 });
    expect(status).toBe(130);
    expect(stderr).toContain('已中止');
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toContain('新词');
    expect(readFileSync(join(cwd, 'b.txt'), 'utf8')).toBe(doubtful);
  });
});

describe('--fix-dry-run', () => {
  it('prints the difference alone and changes nothing', async () => {
    const cwd = folderOf({ 'a.txt': doubtful, 'b.txt': wrong });
    const { status, stdout, stderr } = await cli(cwd, ['.', '--fix-dry-run']);
    expect(stdout).toBe(`--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n ${TITLE}-旧词，旧词。\n+新词，新词。\n`);
    expect(stderr).toContain('--fix 可改正 2 处');
    expect(stderr).toContain('table/wrong-sum');
    expect(status).toBe(1);
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(doubtful);
  });
});

describe('standard input', () => {
  it('is named - or as told', async () => {
    const cwd = folderOf({});
    const plain = await cli(cwd, ['-', '--format', 'json'], { stdin: wrong });
    expect(JSON.parse(plain.stdout).files[0].path).toBe('-');
    const named = await cli(cwd, ['-', '--stdin-name', '年报/草稿.md', '--format', 'json'], { stdin: wrong });
    expect(JSON.parse(named.stdout).files[0].path).toBe('年报/草稿.md');
    expect(named.status).toBe(1);
  });

  it('with --fix comes out mended, byte for byte as it was saved, findings aside', async () => {
    const stdin = encode({ text: doubtful, encoding: 'gb18030', bom: false });
    const { bytes, stderr, status } = await cli(folderOf({}), ['-', '--fix'], { stdin: stdin ?? '' });
    expect(new TextDecoder('gb18030').decode(bytes)).toBe(`${TITLE}新词，新词。\n`);
    expect(stderr).toContain('已改正 2 处');
    expect(status).toBe(0);
  });

  it.each([
    ['a letter', new TextEncoder().encode('各位同事：\n')],
    ['no text', new Uint8Array([0, 1, 2, 3])],
    ['a clean report', new TextEncoder().encode(clean)],
  ])('with --fix hands on %s unchanged', async (_, stdin) => {
    const { bytes } = await cli(folderOf({}), ['-', '--fix'], { stdin });
    expect(new Uint8Array(bytes)).toEqual(stdin);
  });
});

describe('.nianbao.json', () => {
  const settings = JSON.stringify({ allowedTerms: ['坏数'], reports: { 'year/b.txt': { year: 2020 } } });

  it('is found upwards from each report', async () => {
    const cwd = folderOf({
      'in/.nianbao.json': settings,
      'in/year/a.txt': wrong,
      'in/year/b.txt': wrong,
      'a.txt': wrong,
    });
    const { files } = JSON.parse((await cli(cwd, ['.', '--format', 'json'])).stdout);
    const seen = files.map((file: { path: string; year: number; problems: unknown[] }) => [
      file.path,
      file.year,
      file.problems.length,
    ]);
    expect(seen).toEqual([
      ['a.txt', 2024, 1],
      ['in/year/a.txt', 2024, 0],
      ['in/year/b.txt', 2020, 0],
    ]);
  });

  it('gives way to the command line, and to the file that --config names', async () => {
    const cwd = folderOf({
      '.nianbao.json': JSON.stringify({ year: 2019, allowedTerms: ['坏数'] }),
      'other.json': '// nothing allowed\n{}',
      'a.txt': wrong,
    });
    const year = async (...argv: string[]) =>
      JSON.parse((await cli(cwd, ['a.txt', '--format', 'json', ...argv])).stdout);
    expect((await year()).files[0]).toMatchObject({ year: 2019, problems: [] });
    expect((await year('--year', '2021')).files[0].year).toBe(2021);
    expect((await year('--config', 'other.json')).files[0]).toMatchObject({ year: 2024, problems: [{}] });
  });

  it('is complained about once with its place, and the rest of it holds', async () => {
    const cwd = folderOf({
      '.nianbao.json': '{\n  "yaer": 2024,\n  "allowedTerms": ["坏数"]\n}',
      'a.txt': wrong,
      'b.txt': wrong,
    });
    const { status, stderr, stdout } = await cli(cwd, ['.']);
    expect(stderr).toMatch(/^\.nianbao\.json:2:3 没有名为“yaer”的配置项[^\n]*\n$/);
    expect(stdout).toContain('错误 0');
    expect(status).toBe(2);
  });

  it('must be there when --config names it', async () => {
    const { status, stdout, stderr } = await cli(folderOf({ 'a.txt': clean }), ['a.txt', '--config', 'none.json']);
    expect(stdout).toBe('');
    expect(stderr).toBe('找不到设置文件 none.json\n');
    expect(status).toBe(2);
  });
});
