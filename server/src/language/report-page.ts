import { allMade, checksText, LEVELS, resultText } from '../check/counts.ts';
import type { Locale } from '../rules/rule.ts';
import { pageFrame } from './page-frame.ts';
import { PAGE_STYLE } from './report-page-style.ts';
import type { ReportView, ViewItem, ViewProblem } from './report-view.ts';
import type { CellStatus, ViewCell, ViewTable } from './report-view-tables.ts';
import { escapeHtml, MARKS, type ViewWords, wordsOf } from './report-view-words.ts';

/** What a page says of itself beside the report. */
export interface PageFacts {
  /** The draft's file name. */
  readonly file: string;
  /** The day of the check, `2025-01-20`. */
  readonly date: string;
  readonly version: string;
}

const WORDS = {
  zh: {
    file: '文件',
    date: '核对日期',
    form: '年度与格式',
    program: '程序',
    name: '年报校对（nianbao-lint）',
    result: '结论',
    problems: (count: number) => `需要处理的问题（${count}）`,
    unchecked: (count: number) => `未能核对的项目（${count}）`,
    ignored: (count: number) => `写明理由后忽略的问题（${count}）`,
    tables: '法定表格',
    inOrder: (count: number) => `核对通过 ${count} 项，未发现下列问题`,
    place: (section: string, line: number) => `${section}，第 ${line} 行`,
    footer: '只核对了上列各项，未列出的内容不在核对范围内。',
    signature: ['审核人', '日期'],
    colon: '：',
    list: '、',
  },
  en: {
    file: 'File',
    date: 'Checked on',
    form: 'Year and form',
    program: 'Program',
    name: 'nianbao-lint',
    result: 'Result',
    problems: (count: number) => `Problems (${count})`,
    unchecked: (count: number) => `Not checked (${count})`,
    ignored: (count: number) => `Ignored for a reason (${count})`,
    tables: 'Statutory tables',
    inOrder: (count: number) => `${count} checks passed: none of these was found`,
    place: (section: string, line: number) => `${section}, line ${line}`,
    footer: 'Only what is listed was checked.',
    signature: ['Reviewed by', 'Date'],
    colon: ': ',
    list: ', ',
  },
} as const;

type Words = (typeof WORDS)[Locale];

/**
 * The page that a leader signs: what was checked and when, the problems with what the draft says there, what could not
 * be checked, the tables. It stands alone: its style inside, no script, nothing fetched.
 */
export function reportPage(view: ReportView, facts: PageFacts, locale: Locale): string {
  const [words, common] = [WORDS[locale], wordsOf(locale)];
  const { problems, unchecked, ignored, passed, counts } = view;
  const parts = [
    head(view, facts, words, common, locale),
    `<h2>${words.problems(problems.length)}</h2>`,
    problems.length === 0
      ? `<p>✓ ${common.noProblems}</p>`
      : `<ol class="problems">${problems.map((problem) => problemHtml(problem, words, common)).join('\n')}</ol>`,
    ...(unchecked.length > 0 ? [`<h2>${words.unchecked(unchecked.length)}</h2>`, itemsHtml(unchecked, words)] : []),
    ...(ignored.length > 0 ? [`<h2>${words.ignored(ignored.length)}</h2>`, itemsHtml(ignored, words)] : []),
    `<h2>${words.tables}</h2>`,
    ...view.tables.map((table) => tableHtml(table, common)),
    `<h2>${words.inOrder(counts.checks.passed)}</h2>`,
    ...passed.map(
      ({ section, checks }) =>
        `<p class="passed"><b>${escapeHtml(section)}</b>${words.colon}${checks.map(({ title, count }) => `${escapeHtml(title)} ${count}`).join(words.list)}</p>`,
    ),
    footer(words),
  ];
  return pageFrame(`${view.title} · ${common.view}`, PAGE_STYLE, parts.join('\n'), locale);
}

function head(view: ReportView, facts: PageFacts, words: Words, common: ViewWords, locale: Locale): string {
  const year = view.year ?? common.unknownYear;
  const { found, checks } = view.counts;
  const rows: [string, string][] = [
    [words.file, facts.file],
    [words.form, `${year} · ${view.form}`],
    [words.date, facts.date],
    [words.program, `${words.name} ${facts.version}`],
    [words.result, resultText({ found, checks }, locale)],
    ['', allMade(checks) > 0 ? checksText(checks, locale) : ''],
  ];
  const facing = rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('');
  return `<header><h1>${escapeHtml(view.title)}</h1><p>${common.view}</p><dl>${facing}</dl></header>`;
}

function problemHtml(
  { severity, text, quote, section, line }: ViewProblem,
  words: Words,
  { level }: ViewWords,
): string {
  const quoted = quote === '' ? '' : `<q>${escapeHtml(quote)}</q>`;
  return `<li class="${severity}"><b>${MARKS[severity]} ${level[severity]}</b> ${escapeHtml(text)} <span class="where">${escapeHtml(words.place(section, line))}</span>${quoted}</li>`;
}

/** Many of a kind stand in one section: its name is said once. */
function itemsHtml(items: readonly ViewItem[], words: Words): string {
  const sections = new Map<string, ViewItem[]>();
  for (const item of items) sections.set(item.section, [...(sections.get(item.section) ?? []), item]);
  const lines = [...sections].map(
    ([section, own]) =>
      `<li><b>${escapeHtml(section)}</b>${words.colon}${own.map(({ text }) => escapeHtml(text)).join(words.list)}</li>`,
  );
  return `<ul>${lines.join('\n')}</ul>`;
}

function tableHtml({ title, found, rows }: ViewTable, words: ViewWords): string {
  const body = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n');
  const missing = found ? '' : `<p>${words.missing}</p>`;
  return `<section><h3>${escapeHtml(title)}</h3>${missing}<table>${body}</table></section>`;
}

const SHADED: Readonly<Record<CellStatus, string>> = {
  error: 'error',
  warning: 'warning',
  contradicted: 'warning',
  information: '',
  hint: '',
  open: 'open',
  'not-checked': 'open',
  passed: '',
};

function cellHtml({ text, colspan, rowspan, value }: ViewCell): string {
  const size = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
  if (!value) return `<th${size}>${escapeHtml(text)}</th>`;
  const shade = SHADED[value.status];
  const mark =
    LEVELS.some((level) => level === value.status) || value.status === 'contradicted' ? MARKS[value.status] : '';
  return `<td${size}${shade && ` class="${shade}"`}>${mark}${escapeHtml(text)}</td>`;
}

const footer = ({ footer: scope, signature, colon }: Words): string =>
  `<footer><p class="signature">${signature.map((name) => `<span>${name}${colon}</span>`).join('')}</p><p>${scope}</p></footer>`;

/** The day where the user is, and not in Greenwich: `2025-01-20`. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
}
