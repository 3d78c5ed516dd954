import { parseArgs } from 'node:util';
import type { Locale } from '../rules/rule.ts';

export const formatNames = [
  'pretty',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
  'agent',
  'html',
] as const;
export type FormatName = (typeof formatNames)[number];

/** What the command line asks for. */
export interface CliOptions {
  readonly paths: readonly string[];
  readonly format: FormatName;
  /** `write` changes files; `diff` only shows what would change. */
  readonly fix: 'none' | 'write' | 'diff';
  readonly config: string | undefined;
  readonly year: number | undefined;
  readonly maxWarnings: number | undefined;
  readonly stdinName: string | undefined;
  readonly quiet: boolean;
  /** Whether the JSON document lists every check, also those that passed. */
  readonly checks: boolean;
  /** No report among the files is no failure: for hooks, which are given whatever was changed. */
  readonly allowNoReport: boolean;
  /** Whether the given reports are compared with each other. */
  readonly relations: boolean;
  /**
   * How many files are checked in parallel; undefined: as many as the machine allows and the number of files is worth.
   */
  readonly threads: number | undefined;
  readonly locale: Locale;
}

/** What `review` writes into a Word document. */
export interface ReviewCommand {
  readonly options: CliOptions;
  readonly output: string;
  readonly changes: 'track' | 'accept' | 'none';
  /** A file of the output's name may be written over. */
  readonly force: boolean;
}

/** A draft and the file that it is written to, whose ending says as what. */
export interface ConvertCommand {
  readonly options: CliOptions;
  readonly output: string;
  readonly force: boolean;
}

/** How `rollup` and `compare` write tables. */
export const tableFormats = ['pretty', 'json', 'csv', 'markdown', 'html'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The sums of a folder's reports, or several years of one body's beside each other. */
export interface OfficeCommand {
  readonly kind: 'rollup' | 'compare';
  readonly options: CliOptions;
  readonly format: TableFormat;
  /** Of `rollup`: the government's own draft. */
  readonly into: string | undefined;
  /** Standard output when left out. */
  readonly output: string | undefined;
  readonly force: boolean;
}

export type Command =
  | { readonly kind: 'lint'; readonly options: CliOptions }
  | { readonly kind: 'review'; readonly review: ReviewCommand }
  | { readonly kind: 'convert'; readonly convert: ConvertCommand }
  | { readonly kind: 'pack-test'; readonly paths: readonly string[]; readonly locale: Locale }
  | { readonly kind: 'office'; readonly office: OfficeCommand }
  | { readonly kind: 'mcp' }
  | { readonly kind: 'explain'; readonly rule: string; readonly locale: Locale }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

/** Wrong usage, said in both languages: before the options are read, no language has been chosen. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
  }
}

const definitions = {
  format: { type: 'string' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  config: { type: 'string' },
  year: { type: 'string' },
  'max-warnings': { type: 'string' },
  'allow-no-report': { type: 'boolean' },
  'stdin-name': { type: 'string' },
  threads: { type: 'string' },
  explain: { type: 'string' },
  lang: { type: 'string' },
  output: { type: 'string', short: 'o' },
  into: { type: 'string' },
  'comments-only': { type: 'boolean' },
  'accept-safe': { type: 'boolean' },
  force: { type: 'boolean' },
  'no-relations': { type: 'boolean' },
  checks: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  version: { type: 'boolean', short: 'v' },
  help: { type: 'boolean', short: 'h' },
} as const;

type OptionName = keyof typeof definitions;

const isOption = (name: string): name is OptionName => Object.hasOwn(definitions, name);

/** Node's own parser is asked for tokens only: its messages are English alone and differ between versions. */
function readTokens(argv: readonly string[]) {
  const given = new Map<OptionName, string | true>();
  const paths: string[] = [];
  const { tokens } = parseArgs({
    args: [...argv],
    options: definitions,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!isOption(name)) {
      throw new UsageError(`没有 ${rawName} 这个选项。`, `There is no option ${rawName}.`);
    }
    if (definitions[name].type === 'boolean') {
      if (value !== undefined) throw new UsageError(`${rawName} 后面不带值。`, `${rawName} takes no value.`);
      given.set(name, true);
      continue;
    }
    const swallowed = !token.inlineValue && value !== undefined && value.length > 1 && value.startsWith('-');
    if (value === undefined || value === '' || swallowed) {
      throw new UsageError(`${rawName} 后面缺少值。`, `${rawName} needs a value.`);
    }
    given.set(name, value);
  }
  const text = (name: OptionName): string | undefined => {
    const value = given.get(name);
    return value === true ? undefined : value;
  };
  return { paths, text, has: (name: OptionName) => given.has(name) };
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  if (found !== undefined) return found;
  const list = allowed.join(', ');
  throw new UsageError(
    `${option} 只能是 ${list} 之一，不能是“${value}”。`,
    `${option} must be one of ${list}, not "${value}".`,
  );
}

function readFix(write: boolean, diff: boolean): CliOptions['fix'] {
  if (write && diff) {
    throw new UsageError('--fix 与 --fix-dry-run 不能同时使用。', '--fix and --fix-dry-run exclude each other.');
  }
  return write ? 'write' : diff ? 'diff' : 'none';
}

function readYear(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^20\d{2}$/.test(value)) return Number(value);
  throw new UsageError(
    `--year 应为四位年份，如 2024，不能是“${value}”。`,
    `--year must be a year such as 2024, not "${value}".`,
  );
}

function readCount(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageError(
    `--max-warnings 应为不小于 0 的整数，不能是“${value}”。`,
    `--max-warnings must be a whole number, not "${value}".`,
  );
}

function readThreads(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
  throw new UsageError(
    `--threads 应为 1 到 999 的整数，不能是“${value}”。`,
    `--threads must be a whole number from 1 to 999, not "${value}".`,
  );
}

function readChecks(checks: boolean, format: string | undefined): boolean {
  if (checks && format !== 'json') {
    throw new UsageError('--checks 只用于 --format json。', '--checks is for --format json alone.');
  }
  return checks;
}

function readReview(
  options: CliOptions,
  output: string | undefined,
  has: (name: 'comments-only' | 'accept-safe' | 'force') => boolean,
): ReviewCommand {
  if (output === undefined) {
    throw new UsageError('请用 -o 给出写入的文件或文件夹。', 'Name the file or folder to write with -o.');
  }
  if (has('comments-only') && has('accept-safe')) {
    throw new UsageError(
      '--comments-only 与 --accept-safe 不能同时使用。',
      '--comments-only and --accept-safe exclude each other.',
    );
  }
  const changes = has('comments-only') ? 'none' : has('accept-safe') ? 'accept' : 'track';
  return { options, output, changes, force: has('force') };
}

/** `convert IN -o OUT`, or `convert IN OUT`. */
function readConvert(options: CliOptions, output: string | undefined, force: boolean): ConvertCommand {
  const { paths } = options;
  const target = output ?? paths[1];
  if (target === undefined || paths.length !== (output === undefined ? 2 : 1)) {
    throw new UsageError(
      '请给出一个文件，并用 -o 给出写入的 .docx、.html、.md 或 .txt 文件。',
      'Name one file, and with -o the .docx, .html, .md or .txt file to write.',
    );
  }
  return { options: { ...options, paths: paths.slice(0, 1) }, output: target, force };
}

function readPack([verb, ...paths]: readonly string[], locale: Locale): Command {
  if (verb === 'test' && paths.length > 0) return { kind: 'pack-test', paths, locale };
  throw new UsageError('用法：nianbao-lint pack test <规则包>…', 'Usage: nianbao-lint pack test <pack>...');
}

const SUBCOMMANDS = ['review', 'convert', 'rollup', 'compare'] as const;

function readOffice(
  kind: OfficeCommand['kind'],
  options: CliOptions,
  text: (name: 'format' | 'into' | 'output') => string | undefined,
  force: boolean,
): OfficeCommand {
  if (kind === 'compare' && options.paths.length < 2) {
    throw new UsageError('compare 要给出两份以上的报告。', 'compare needs two reports or more.');
  }
  const format = oneOf('--format', text('format') ?? 'pretty', tableFormats);
  return { kind, options, format, into: text('into'), output: text('output'), force };
}

type Given = Pick<ReturnType<typeof readTokens>, 'text' | 'has'>;

function readOptions(
  named: (typeof SUBCOMMANDS)[number] | undefined,
  paths: readonly string[],
  { text, has }: Given,
  locale: Locale,
): CliOptions {
  if (paths.length === 0) {
    throw new UsageError(
      '请给出要核对的文件或文件夹；用 - 表示标准输入。',
      'Name the files or folders to check, or - for standard input.',
    );
  }
  const isOffice = named === 'rollup' || named === 'compare';
  return {
    paths,
    format: isOffice ? 'pretty' : oneOf('--format', text('format') ?? 'pretty', formatNames),
    fix: readFix(has('fix'), has('fix-dry-run')),
    config: text('config'),
    year: readYear(text('year')),
    maxWarnings: readCount(text('max-warnings')),
    stdinName: text('stdin-name'),
    quiet: has('quiet'),
    checks: readChecks(has('checks'), text('format')),
    allowNoReport: has('allow-no-report'),
    relations: !has('no-relations'),
    threads: readThreads(text('threads')),
    locale,
  };
}

/**
 * Read the arguments after the program's name.
 * @throws UsageError with a message in both languages.
 */
export function readArguments(argv: readonly string[]): Command {
  const { paths, text, has } = readTokens(argv);
  if (has('help')) return { kind: 'help' };
  if (has('version')) return { kind: 'version' };
  const locale = oneOf('--lang', text('lang') ?? 'zh', ['zh', 'en']);
  const rule = text('explain');
  if (rule !== undefined) return { kind: 'explain', rule, locale };
  if (paths[0] === 'mcp' && paths.length === 1) return { kind: 'mcp' };
  if (paths[0] === 'pack') return readPack(paths.slice(1), locale);
  const [first] = paths;
  const named = SUBCOMMANDS.find((name) => name === first);
  const options = readOptions(named, named ? paths.slice(1) : paths, { text, has }, locale);
  if (named === 'review') return { kind: 'review', review: readReview(options, text('output'), has) };
  if (named === 'convert') return { kind: 'convert', convert: readConvert(options, text('output'), has('force')) };
  if (named === 'rollup' || named === 'compare')
    return { kind: 'office', office: readOffice(named, options, text, has('force')) };
  return { kind: 'lint', options };
}
