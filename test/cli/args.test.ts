import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../server/src/cli/args.ts';

const options = (...argv: string[]) => {
  const command = readArguments(argv);
  if (command.kind !== 'lint') throw new Error(`read as ${command.kind}`);
  return command.options;
};

describe('arguments', () => {
  it('has calm defaults', () => {
    expect(options('a.txt')).toEqual({
      allowNoReport: false,
      paths: ['a.txt'],
      format: 'pretty',
      fix: 'none',
      config: undefined,
      year: undefined,
      maxWarnings: undefined,
      stdinName: undefined,
      quiet: false,
      checks: false,
      relations: true,
      threads: undefined,
      locale: 'zh',
    });
  });

  it('takes options before, between and behind paths, with = or a blank', () => {
    const read = options('--format=json', 'a.txt', '--year', '2024', '-q', 'b', '--max-warnings=0', '--lang', 'en');
    expect(read).toMatchObject({ paths: ['a.txt', 'b'], format: 'json', year: 2024, maxWarnings: 0, quiet: true });
    expect(read.locale).toBe('en');
  });

  it('takes - as a path, also as the name of standard input', () => {
    expect(options('-').paths).toEqual(['-']);
    expect(options('-', '--stdin-name', '-').stdinName).toBe('-');
  });

  it('takes everything after -- as paths', () => {
    expect(options('--', '--fix').paths).toEqual(['--fix']);
    expect(options('--', '--fix').fix).toBe('none');
  });

  it('shows help and version without paths', () => {
    expect(readArguments(['--help', 'a.txt'])).toEqual({ kind: 'help' });
    expect(readArguments(['-v'])).toEqual({ kind: 'version' });
  });

  it.each([
    [[], /请给出要核对的文件/],
    [['--nope', 'a'], /没有 --nope 这个选项/],
    [['-x', 'a'], /没有 -x 这个选项/],
    [['--format', 'xml', 'a'], /--format 只能是 pretty, json, sarif/],
    [['--format'], /--format 后面缺少值/],
    [['--year', '--fix', 'a'], /--year 后面缺少值/],
    [['--year=', 'a'], /--year 后面缺少值/],
    [['--year', '24', 'a'], /--year 应为四位年份/],
    [['--year', '２０２４', 'a'], /--year 应为四位年份/],
    [['--threads', '0', 'a'], /--threads 应为/],
    [['--max-warnings', '1.5', 'a'], /--max-warnings 应为/],
    [['--max-warnings=-1', 'a'], /--max-warnings 应为/],
    [['--fix=yes', 'a'], /--fix 后面不带值/],
    [['--fix', '--fix-dry-run', 'a'], /不能同时使用/],
    [['--lang', 'fr', 'a'], /--lang 只能是 zh, en/],
  ])('refuses %j in both languages', (argv, zh) => {
    expect(() => readArguments(argv)).toThrow(UsageError);
    expect(() => readArguments(argv)).toThrow(zh);
    expect(() => readArguments(argv)).toThrow(/\n[A-Z-].*[a-z]/);
  });
});
