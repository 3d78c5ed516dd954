import { checksText, foundTable, LEVEL_WORDS } from '../check/counts.ts';
import type { CheckCounts } from '../check/lint.ts';
import type { Locale, Severity } from '../rules/rule.ts';
import { REASONS, reasonNames } from '../rules/support/reasons.ts';
import { REFUSALS } from '../word/refusal.ts';
import type { NotReadReason } from './result.ts';

/** What the command line itself says, in one language. What rules say comes from the rules. */
export interface Messages {
  readonly severity: Readonly<Record<Severity, string>>;
  /** 2024 年度，2021 年格式 */
  heading(year: number | undefined, form: string): string;
  checked(checks: CheckCounts): string;
  counts(problems: Readonly<Record<Severity, number>>): string;
  reports(count: number): string;
  notReports(count: number): string;
  notRead(count: number): string;
  fixable(count: number): string;
  fixed(count: number, written: boolean): string;
  tooManyWarnings(found: number, allowed: number): string;
  notReport(path: string): string;
  cannotRead(path: string, reason: NotReadReason): string;
  cannotWrite(path: string, reason: string): string;
  noSettings(path: string): string;
  reviewed(comments: number, changes: number): string;
  revisions(path: string, count: number): string;
  pictures(path: string, count: number): string;
  packTried(path: string, passed: number, failed: number): string;
  noPack(path: string): string;
  readonly noReport: string;
  readonly stopped: string;
}

const SYSTEM: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  ENOENT: { zh: '找不到', en: 'not found' },
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '没有权限', en: 'operation not permitted' },
  EBUSY: { zh: '正被其他程序使用', en: 'in use by another program' },
  EROFS: { zh: '只读文件系统', en: 'read-only file system' },
  ENOSPC: { zh: '磁盘已满', en: 'no space left on the disk' },
  EDQUOT: { zh: '磁盘配额已满', en: 'disk quota exceeded' },
  EFBIG: { zh: '超过允许的文件大小', en: 'larger than files may be here' },
  EIO: { zh: '读写出错', en: 'input or output error' },
  ELOOP: { zh: '链接循环', en: 'loop of links' },
  EMFILE: { zh: '打开的文件过多', en: 'too many open files' },
  ...REFUSALS,
  'too-large': { zh: '文件过大', en: 'is too large' },
  'same-file': { zh: '不能写回原文件，请另给一个文件名', en: 'the document itself; name another file' },
  EEXIST: {
    zh: '已有同名文件，没有覆盖；要覆盖请加 --force',
    en: 'there is a file of this name, which was left alone; --force writes over it',
  },
  'unknown-target': {
    zh: '文件名应以 .docx、.html、.md 或 .txt 结尾',
    en: 'its name should end in .docx, .html, .md or .txt',
  },
  'word-fix': {
    zh: 'Word 文档请用 nianbao-lint review 写入批注和修订',
    en: 'use nianbao-lint review to write comments and tracked changes into a Word document',
  },
  binary: { zh: '不是文本文件', en: 'is not a text file' },
  'read-only': { zh: '文件是只读的', en: 'the file is read-only' },
  changed: { zh: '核对期间文件已被改动', en: 'the file was changed meanwhile' },
  unencodable: { zh: '按原来的编码写回会丢失字符', en: 'its encoding cannot hold the text without loss' },
  internal: { zh: '核对时程序内部出错', en: 'an internal error came up while it was checked' },
  'not-a-file': { zh: '不是普通文件', en: 'not a regular file' },
  outside: { zh: '是指向所给文件夹之外的链接', en: 'a link that leads out of the given folder' },
  'hard-links': {
    zh: '文件另有别名（硬链接），写入后别名仍是旧文',
    en: 'it has other names (hard links), which would keep the old text',
  },
  ENAMETOOLONG: { zh: '文件名过长', en: 'its name is too long' },
  ENOTDIR: { zh: '路径不对', en: 'part of the path is not a folder' },
};

const inWords = (reason: string, locale: Locale): string => SYSTEM[reason]?.[locale] ?? reason;

const reasonsOf = ({ reasons }: CheckCounts, locale: Locale): string[] =>
  reasonNames.flatMap((reason) => {
    const count = reasons[reason];
    return count ? [`${REASONS[reason][locale]} ${count}`] : [];
  });

const zh: Messages = {
  severity: LEVEL_WORDS.zh,
  heading: (year, form) => `${year === undefined ? '年度不明' : `${year} 年度`}，${form} 年格式`,
  checked: (checks) => checksText(checks, 'zh', reasonsOf(checks, 'zh').join('，')),
  counts: (problems) => foundTable(problems, 'zh'),
  reports: (count) => `共 ${count} 份年度报告`,
  notReports: (count) => `不是年度报告的文件 ${count} 个`,
  notRead: (count) => `未读的文件 ${count} 个`,
  fixable: (count) => `其中 ${count} 处可用 --fix 改正`,
  fixed: (count, written) => (written ? `已改正 ${count} 处` : `--fix 可改正 ${count} 处`),
  tooManyWarnings: (found, allowed) => `警告 ${found} 个，超过 --max-warnings 允许的 ${allowed} 个`,
  notReport: (path) => `${path}：不是政府信息公开工作年度报告，未核对`,
  cannotRead: (path, reason) => `${path}：未读，${inWords(reason, 'zh')}`,
  cannotWrite: (path, reason) => `${path}：未写入，原文件没有改动（${inWords(reason, 'zh')}）`,
  noSettings: (path) => `找不到设置文件 ${path}`,
  reviewed: (comments, changes) => `写入批注 ${comments} 条，修订 ${changes} 处`,
  revisions: (path, count) => `${path}：文档中有 ${count} 处修订，按全部接受后的文字核对`,
  pictures: (path, count) =>
    `${path}：文档中有 ${count} 张图片，图中的文字和表格没有核对；表格如是图片，请改成 Word 表格`,
  packTried: (path, passed, failed) =>
    failed === 0
      ? `${path}：例句 ${passed} 条，全部符合`
      : `${path}：例句 ${passed + failed} 条，其中 ${failed} 条不符`,
  noPack: (path) => `${path}：规则包的文件名应以 .nianbao-pack.json 结尾`,
  noReport: '没有找到政府信息公开工作年度报告',
  stopped: '已中止，其余文件未处理',
};

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const en: Messages = {
  severity: LEVEL_WORDS.en,
  heading: (year, form) => `${year === undefined ? 'year unknown' : `report for ${year}`}, form of ${form}`,
  checked: (checks) => checksText(checks, 'en', reasonsOf(checks, 'en').join(', ')),
  counts: (problems) => foundTable(problems, 'en'),
  reports: (count) => plural(count, 'report'),
  notReports: (count) => `${plural(count, 'file')} not a report`,
  notRead: (count) => `${plural(count, 'file')} not read`,
  fixable: (count) => `${count} can be mended with --fix`,
  fixed: (count, written) => (written ? `${plural(count, 'fix', 'fixes')} applied` : `--fix would mend ${count}`),
  tooManyWarnings: (found, allowed) =>
    `${plural(found, 'warning')}, more than the ${allowed} that --max-warnings allows`,
  notReport: (path) => `${path}: not an annual report on open government information, not checked`,
  cannotRead: (path, reason) => `${path}: not read, ${inWords(reason, 'en')}`,
  cannotWrite: (path, reason) => `${path}: not written, the file is as it was (${inWords(reason, 'en')})`,
  noSettings: (path) => `There is no settings file ${path}`,
  reviewed: (comments, changes) => `${plural(comments, 'comment')} and ${plural(changes, 'change')} written`,
  revisions: (path, count) =>
    `${path}: the document has ${plural(count, 'tracked change')}; it was checked as if all were accepted`,
  pictures: (path, count) =>
    `${path}: the document has ${plural(count, 'picture')}, which were not checked; make tables of Word out of tables that are pictures`,
  packTried: (path, passed, failed) =>
    `${path}: ${plural(passed + failed, 'sentence')}, ${failed === 0 ? 'all as they say' : `${failed} not as they say`}`,
  noPack: (path) => `${path}: the name of a rule pack ends in .nianbao-pack.json`,
  noReport: 'No annual report on open government information was found',
  stopped: 'Stopped; the remaining files were left alone',
};

export const messagesIn = (locale: Locale): Messages => (locale === 'zh' ? zh : en);
