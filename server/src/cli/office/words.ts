import type { Locale } from '../../rules/rule.ts';

/** What `rollup` and `compare` say. */
const WORDS = {
  zh: {
    noDraft: (path: string) => `${path}：读不出年度报告`,
    notFilled: (path: string) => `${path}：Word 文档不能直接填数，请先转换为文本`,
    several: '文件夹里有几个政府的报告，请用 --into 指明汇总哪一个。',
    added: (year: number, count: number, names: readonly string[]) =>
      `${year} 年度汇总 ${count} 个单位：${names.join('、')}`,
    beside: (name: string) => `与${name}的报告比较`,
    missing: (name: string, year: number) => `缺少：${name} ${year} 年度的报告`,
    otherYear: (name: string, year: number) => `年度不对：${name}的是 ${year} 年度的报告，没有计入`,
    own: (number: string) => `报告中为 ${number}`,
    allZero: '全部为 0',
    rollupTitle: (name: string, year: number) => `${name}${year} 年度汇总`,
    rollupHead: ['表', '数据栏', '各单位之和', '报告中的数', '不一致', '没有数的单位'],
    sameYear: (year: number) => `有两份 ${year} 年度的报告，请只给一份。`,
    noYear: (path: string) => `${path}：看不出报告年度`,
    otherBody: (a: string, b: string) => `注意：${a}与${b}不是同一名称的机关。`,
    compareTitle: (name: string, years: readonly number[]) => `${name} ${years.join('、')} 年度对照`,
    difference: '增减',
    cell: '数据栏',
    table: '表',
    says: '提示',
    section: { 1: '总体情况', 5: '存在的主要问题及改进情况' },
    alike: (section: string, percent: number) => `${section}：与上年相同 ${percent}%`,
    figures: '主要数据',
    findings: '与上年核对',
    noFindings: '与上年核对没有发现问题',
    place: (now: number, before: number) => `本年第 ${now} 行，上年第 ${before} 行`,
  },
  en: {
    noDraft: (path: string) => `${path}: no annual report can be read from it`,
    notFilled: (path: string) => `${path}: a Word document cannot be filled; convert it to text first`,
    several: 'There are reports of several governments; name the one to add up with --into.',
    added: (year: number, count: number, names: readonly string[]) =>
      `${count} bodies added up for ${year}: ${names.join(', ')}`,
    beside: (name: string) => `beside the report of ${name}`,
    missing: (name: string, year: number) => `missing: the report of ${name} for ${year}`,
    otherYear: (name: string, year: number) => `another year: the report of ${name} is for ${year} and was left out`,
    own: (number: string) => `the report has ${number}`,
    allZero: 'all 0',
    rollupTitle: (name: string, year: number) => `${name} ${year}, added up`,
    rollupHead: ['Table', 'Cell', 'Sum', 'In the report', 'Differs', 'Without a number'],
    sameYear: (year: number) => `There are two reports for ${year}; give one.`,
    noYear: (path: string) => `${path}: its report year is not clear`,
    otherBody: (a: string, b: string) => `Note: ${a} and ${b} are not the same body by name.`,
    compareTitle: (name: string, years: readonly number[]) => `${name}, ${years.join(', ')} side by side`,
    difference: 'Change',
    cell: 'Cell',
    table: 'Table',
    says: 'Findings',
    section: { 1: 'Overview', 5: 'Problems and improvement' },
    alike: (section: string, percent: number) => `${section}: ${percent}% as last year`,
    figures: 'Main figures',
    findings: 'Against last year',
    noFindings: 'Nothing was found against last year',
    place: (now: number, before: number) => `line ${now}, last year line ${before}`,
  },
} as const;

export type OfficeWords = (typeof WORDS)[Locale];

export const officeWords = (locale: Locale): OfficeWords => WORDS[locale];
