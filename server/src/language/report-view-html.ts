import { LEVELS } from '../check/counts.ts';
import type { Locale, Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import type { ReportView, ViewItem, ViewPassed, ViewProblem } from './report-view.ts';
import type { ViewCell, ViewTable, ViewValue } from './report-view-tables.ts';
import { escapeHtml, MARKS, type ViewWords, wordsOf } from './report-view-words.ts';

/**
 * The inside of the view; static, so that a strict content security policy can show it.
 * @param first what stands at the top: beside an editor with a list of its own the tables
 */
export function viewBody(view: ReportView, locale: Locale, first: 'tables' | 'list' = 'tables'): string {
  const words = wordsOf(locale);
  const tables = [
    `<h2>${words.tables}</h2><p class="how-to" data-outside="${words.outside}">${words.howTo}</p>`,
    ...view.tables.map((table) => tableHtml(table, view.problems, words)),
  ];
  const list = [`<h2 id="list" tabindex="-1">${words.list}</h2>`, controls(view, words), listHtml(view, words)];
  return [head(view, words), ...(first === 'list' ? [...list, ...tables] : [...tables, ...list])].join('\n');
}

function head({ title, year, form, counts: { checks } }: ReportView, words: ViewWords): string {
  const count = (name: 'passed' | 'failed' | 'notChecked' | 'ignored', show: string, mark: string): string =>
    name === 'ignored' && checks.ignored === 0
      ? ''
      : `<button type="button" class="count ${show}" data-show="${show}" data-key="count ${show}">${mark} ${words.check[name]} ${checks[name]}</button>`;
  return `<header><h1>${escapeHtml(title)}</h1>
<p>${words.year} ${year ?? words.unknownYear} · ${words.form} ${escapeHtml(form)}</p>
<p class="counts">${count('passed', 'passed', '✓')} ${count('failed', 'failed', '✗')} ${count('notChecked', 'not-checked', '?')} ${count('ignored', 'ignored', '–')}</p>
<p class="state" role="status" data-checking="${words.stale}" data-changed="${words.changed}" data-closed="${words.closed}"></p></header>`;
}

function tableHtml(table: ViewTable, problems: readonly ViewProblem[], words: ViewWords): string {
  const { id, title, found, rows, equations } = table;
  const name = escapeHtml(title);
  const body = rows.map((row) => rowHtml(row, problems, words)).join('\n');
  const does = (what: 'totals' | 'rest'): string =>
    `<button type="button" data-table="${id}" data-fill="${what}" data-key="${what} ${id}">${what === 'rest' && equations.length === 0 ? words.zeros : words[what]}</button>`;
  const tools = found ? `<p class="tools">${equations.length > 0 ? does('totals') : ''} ${does('rest')}</p>` : '';
  return `<section class="form"><h3>${name}</h3>${found ? '' : `<p class="missing">${words.missing}</p>`}${tools}
<div class="scroll"><table role="grid" aria-label="${name}" data-table="${id}" data-balance="${words.balance}" data-equations="${escapeHtml(JSON.stringify(equations))}">${body}</table></div></section>`;
}

function rowHtml(row: readonly ViewCell[], problems: readonly ViewProblem[], words: ViewWords): string {
  const role = row.some(({ value }) => value) ? 'rowheader' : 'columnheader';
  return `<tr role="row">${row.map((cell) => cellHtml(cell, role, problems, words)).join('')}</tr>`;
}

function cellHtml(cell: ViewCell, role: string, problems: readonly ViewProblem[], words: ViewWords): string {
  const { text, colspan, rowspan, value } = cell;
  const size = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
  if (!value)
    return text === '' ? `<td${size} class="corner"></td>` : `<th${size} role="${role}">${escapeHtml(text)}</th>`;
  const { id, name, status, span, writable } = value;
  const said = saidOf(value, problems, words);
  // What a screen reader says: where, how much, and what is wrong with it.
  const label = [name, text || (writable ? words.open : words.noPlace), ...said].join('，');
  return `<td${size} role="gridcell" class="${status}" data-cell="${escapeHtml(id)}" data-key="${escapeHtml(id)}" data-name="${escapeHtml(name)}"${place(span)} tabindex="-1" aria-readonly="${!writable}"${status === 'passed' || status === 'open' || status === 'not-checked' ? '' : ' aria-invalid="true"'} aria-label="${escapeHtml(label)}" title="${escapeHtml(said.join('\n') || name)}" data-problems="${value.problems.map((index) => problems[index]?.fingerprint).join(' ')}"><span class="mark" data-mark="${MARKS[status]}"></span><span class="number">${escapeHtml(text)}</span><span class="sum"></span></td>`;
}

function saidOf(
  { status, writable, problems: own }: ViewValue,
  problems: readonly ViewProblem[],
  words: ViewWords,
): string[] {
  const messages = own.flatMap((index) => problems[index]?.text ?? []);
  if (!writable) return [words.noPlace, ...messages];
  return [
    ...(status === 'contradicted' ? [words.contradicted] : []),
    ...(status === 'not-checked' ? [words.check.notChecked] : []),
    ...messages,
  ];
}

const place = (span: Span | undefined): string => (span ? ` data-start="${span.start}" data-end="${span.end}"` : '');

/** What the list shows, and in which order. */
function controls({ counts: { found, checks } }: ReportView, words: ViewWords): string {
  const choice = (value: string, label: string): string =>
    `<label><input type="radio" name="show" value="${value}" data-key="show ${value}"${value === 'all' ? ' checked' : ''}> ${label}</label>`;
  const levels = LEVELS.filter((level) => found[level] > 0).map((level) =>
    choice(level, `${words.level[level]} ${found[level]}`),
  );
  const others = [
    checks.notChecked > 0 ? choice('not-checked', `${words.check.notChecked} ${checks.notChecked}`) : '',
    checks.ignored > 0 ? choice('ignored', `${words.check.ignored} ${checks.ignored}`) : '',
    choice('passed', `${words.check.passed} ${checks.passed}`),
  ];
  return `<fieldset class="filter"><legend>${words.show}</legend>${choice('all', words.all)}${choice('failed', `${words.check.failed} ${checks.failed}`)}${levels.join('')}${others.join('')}</fieldset>
<p class="sort"><label>${words.sort} <select name="sort" data-key="sort"><option value="severity">${words.bySeverity}</option><option value="place">${words.byPlace}</option></select></label></p>`;
}

/** What was found stands first, then what could not be checked, then what is in order. */
function listHtml({ problems, unchecked, ignored, passed, counts }: ReportView, words: ViewWords): string {
  const none = problems.length === 0 ? `<p class="none">✓ ${words.noProblems}</p>` : '';
  const rest = [
    ...unchecked.map((item) => itemHtml(item, 'not-checked', '?', words.check.notChecked, words)),
    ...ignored.map((item) => itemHtml(item, 'ignored', '–', words.check.ignored, words)),
  ];
  return `${none}<ul class="problems">${problems.map((problem) => problemHtml(problem, words)).join('\n')}</ul>
<ul class="others">${rest.join('\n')}</ul>
<details class="in-order" data-has="passed"><summary data-key="in order">✓ ${words.inOrder(counts.checks.passed)}</summary>${passed.map((section) => passedHtml(section, words)).join('\n')}</details>
<p class="nothing" hidden>${words.nothing}</p>`;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

function problemHtml(problem: ViewProblem, words: ViewWords): string {
  const { fingerprint, severity, span, fixes } = problem;
  const key = escapeHtml(fingerprint);
  const buttons = fixes
    .map(
      (title, index) =>
        `<button type="button" class="fix" data-problem="${key}" data-fix="${escapeHtml(title)}" data-key="fix ${key} ${index}">${escapeHtml(title)}</button>`,
    )
    .join(' ');
  return `<li class="item ${severity}" data-has="failed ${severity}" data-id="${key}" data-rank="${RANK[severity]}" data-at="${span.start}">${goHtml(problem, MARKS[severity], words.level[severity], `go ${key}`, words)}${buttons && `<span class="fixes">${buttons}</span>`}</li>`;
}

const itemHtml = (item: ViewItem, kind: string, mark: string, label: string, words: ViewWords): string =>
  `<li class="item ${kind}" data-has="${kind}">${goHtml(item, mark, label, '', words)}</li>`;

/** The words of an entry; when it stands in one place, a way there. */
function goHtml(
  { text, section, span, line }: ViewItem,
  mark: string,
  label: string,
  key: string,
  words: ViewWords,
): string {
  const where = `<span class="where">${escapeHtml(section)}${line === undefined ? '' : ` · ${words.line(line)}`}</span>`;
  const said = `<span class="mark">${mark}</span> <span class="level">${label}</span> <span class="text">${escapeHtml(text)}</span> ${where}`;
  return span
    ? `<button type="button" class="go"${place(span)}${key && ` data-key="${key}"`}>${said}</button>`
    : `<span class="go">${said}</span>`;
}

const passedHtml = ({ section, checks }: ViewPassed, words: ViewWords): string =>
  `<h3>${escapeHtml(section)}</h3><ul>${checks.map(({ title, count }) => `<li class="check">✓ ${words.notFound}${escapeHtml(title)} <span class="where">${count}</span></li>`).join('')}</ul>`;
