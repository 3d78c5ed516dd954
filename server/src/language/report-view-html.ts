import { OWN_PAGE } from '../report/own-page.ts';
import type { Locale } from '../rules/rule.ts';
import type { ReportView, ViewCell, ViewCheck, ViewItem, ViewSection, ViewTable } from './report-view.ts';
import { VIEW_STYLE } from './report-view-style.ts';

/** Draft text is escaped wherever it is shown; attributes are always quoted. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const WORDS = {
  zh: {
    view: '年报检查',
    form: '格式',
    year: '年度',
    passed: '通过',
    failed: '不符',
    'not-checked': '未能核对',
    ignored: '已忽略',
    tables: '法定表格',
    list: '核对清单',
    missing: '草稿中没有读到这张表，以下为空表。',
    show: '显示',
    all: '全部',
    unknownYear: '未知',
    nothing: '没有符合条件的条目。',
    printedBy: '由年报校对生成。只核对了上列各项，未列出的内容不在核对范围内。',
    signature: '审核人：　　　　　　　　日期：　　　　　　　　',
    checks: '项',
    // Rules are named after the fault that they look for.
    title: { passed: '未发现：', failed: '', 'not-checked': '未能核对：' },
  },
  en: {
    view: 'Report check',
    form: 'Form',
    year: 'Year',
    passed: 'passed',
    failed: 'failed',
    'not-checked': 'not checked',
    ignored: 'ignored',
    tables: 'Statutory tables',
    list: 'Check list',
    missing: 'This table was not read in the draft; it is shown empty.',
    show: 'Show',
    all: 'all',
    unknownYear: 'unknown',
    nothing: 'Nothing to show.',
    printedBy: 'Made by nianbao-lint. Only what is listed was checked.',
    signature: 'Reviewed by: ____________________   Date: ____________________',
    checks: 'checks',
    title: { passed: 'Not found: ', failed: '', 'not-checked': 'Not checked: ' },
  },
} as const;

type Words = (typeof WORDS)[Locale];

/** Marks beside the colours, for those who do not see them and for paper. */
const MARKS = { passed: '✓', failed: '✗', 'not-checked': '?', ignored: '–' } as const;

/** The inside of the view; static, so that a strict content security policy can show it. */
export function viewBody(view: ReportView, locale: Locale): string {
  const words = WORDS[locale];
  return [
    head(view, words),
    `<h2>${words.tables}</h2>`,
    ...view.tables.map((table) => tableHtml(table, words)),
    `<h2>${words.list}</h2>`,
    filter(words),
    ...view.sections.map((section) => sectionHtml(section, words)),
    `<p class="nothing" hidden>${words.nothing}</p>`,
  ].join('\n');
}

/** One page that stands alone: style inside, no script, ready to print for the leader’s signature. */
export function viewPage(view: ReportView, locale: Locale): string {
  const words = WORDS[locale];
  return `<!DOCTYPE html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
${OWN_PAGE}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(view.title)} · ${words.view}</title>
<style>${VIEW_STYLE}</style>
</head>
<body class="page">
${viewBody(view, locale)}
<footer><p class="signature">${words.signature}</p><p>${words.printedBy}</p></footer>
</body>
</html>
`;
}

function head(view: ReportView, words: Words): string {
  const { counts } = view;
  const parts = [
    `${words.passed} ${counts.passed}`,
    `${words.failed} ${counts.failed}`,
    `${words['not-checked']} ${counts.notChecked}`,
    ...(counts.ignored > 0 ? [`${words.ignored} ${counts.ignored}`] : []),
  ];
  return `<header><h1>${escapeHtml(view.title)}</h1>
<p>${words.year} ${view.year ?? words.unknownYear} · ${words.form} ${escapeHtml(view.form)}</p>
<p class="counts"><span class="passed">${MARKS.passed} ${parts[0]}</span> <span class="failed">${MARKS.failed} ${parts[1]}</span> <span class="not-checked">${MARKS['not-checked']} ${parts[2]}</span>${parts[3] ? ` <span class="ignored">${MARKS.ignored} ${parts[3]}</span>` : ''}</p></header>`;
}

function tableHtml({ title, found, rows }: ViewTable, words: Words): string {
  const body = rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell, words)).join('')}</tr>`).join('\n');
  return `<section class="form"><h3>${escapeHtml(title)}</h3>${found ? '' : `<p class="missing">${words.missing}</p>`}
<div class="scroll"><table>${body}</table></div></section>`;
}

function cellHtml({ text, colspan, rowspan, status, span, note }: ViewCell, words: Words): string {
  const size = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
  if (!status) return `<th${size}>${escapeHtml(text)}</th>`;
  const label = note ?? words[status];
  return `<td${size} class="${status}"${place(span)} title="${escapeHtml(label)}"><span class="mark">${status === 'passed' ? '' : MARKS[status]}</span>${escapeHtml(text)}</td>`;
}

const place = (span: ViewCell['span']): string =>
  span ? ` data-start="${span.start}" data-end="${span.end}" tabindex="-1"` : '';

function filter(words: Words): string {
  const choice = (value: string, label: string, checked: boolean): string =>
    `<label><input type="radio" name="show" value="${value}"${checked ? ' checked' : ''}> ${label}</label>`;
  return `<fieldset class="filter"><legend>${words.show}</legend>${choice('all', words.all, true)}${choice('failed', words.failed, false)}${choice('not-checked', words['not-checked'], false)}${choice('passed', words.passed, false)}</fieldset>`;
}

function sectionHtml({ heading, checks }: ViewSection, words: Words): string {
  return `<section class="checks"><h3>${escapeHtml(heading)}</h3><ul>${checks.map((check) => checkHtml(check, words)).join('\n')}</ul></section>`;
}

function checkHtml({ rule, title, passed, open }: ViewCheck, words: Words): string {
  const statuses = new Set([...open.map(({ status }) => status), ...(passed > 0 ? ['passed'] : [])]);
  const worst = statuses.has('failed') ? 'failed' : statuses.has('not-checked') ? 'not-checked' : 'passed';
  const items = open.map((item) => itemHtml(item, words)).join('');
  return `<li class="check ${worst}" data-has="${[...statuses].join(' ')}"><span class="mark">${MARKS[worst]}</span> ${words.title[worst]}${escapeHtml(title)} <code>${escapeHtml(rule)}</code>${passed > 0 ? ` <span class="count">${words.passed} ${passed} ${words.checks}</span>` : ''}${items ? `<ul>${items}</ul>` : ''}</li>`;
}

function itemHtml({ status, severity, text, span }: ViewItem, words: Words): string {
  return `<li class="item ${status}${severity ? ` ${severity}` : ''}"${place(span).replace('tabindex="-1"', 'tabindex="0" role="link"')}><span class="mark" aria-label="${words[status]}">${MARKS[status]}</span> ${escapeHtml(text)}</li>`;
}
