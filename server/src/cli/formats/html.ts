import { LEVEL_WORDS, LEVELS } from '../../check/counts.ts';
import { escapeHtml, MARKS } from '../../language/report-view-words.ts';
import type { Severity } from '../../rules/rule.ts';
import { messagesIn } from '../messages.ts';
import { pageOf } from '../office/page.ts';
import type { CheckedReport, NotRead } from '../result.ts';
import type { FormatContext, Formatter } from './format.ts';

interface Listed {
  readonly kind: 'report';
  readonly path: string;
  /** The body, or the file's path where nothing names it. */
  readonly body: string;
  readonly year: number | undefined;
  readonly isTwice: boolean;
  readonly checked: string;
  readonly problems: readonly { severity: Severity; message: string; rule: string; line: number; column: number }[];
}

type Part = Listed | { readonly kind: 'other'; readonly text: string };

const WORDS = {
  zh: {
    title: '年报核对情况',
    overview: '各单位各年度',
    body: '单位',
    clean: '未发现问题',
    missing: '没有',
    twice: '重复',
    byRule: '各项规则的问题数',
    rule: '规则',
    count: '个数',
    reports: '逐份列出',
    others: '没有核对的文件',
    unknown: '年度不明',
  },
  en: {
    title: 'Annual reports checked',
    overview: 'Bodies and years',
    body: 'Body',
    clean: 'nothing found',
    missing: 'none',
    twice: 'twice',
    byRule: 'Findings by rule',
    rule: 'Rule',
    count: 'Count',
    reports: 'Report by report',
    others: 'Files that were not checked',
    unknown: 'year unknown',
  },
} as const;

/** An overview of an office's reports as one page: bodies and years, findings by rule, then report by report. */
export const html = (context: FormatContext): Formatter<Part> => {
  const { locale } = context;
  const say = messagesIn(locale);
  const listed: Listed[] = [];
  const others: string[] = [];
  return {
    part(file) {
      if (file.kind === 'report') return partOf(file, context);
      const isOther = file.kind === 'not-report';
      return { kind: 'other', text: isOther ? say.notReport(file.path) : say.cannotRead(file.path, reasonOf(file)) };
    },
    add(part) {
      if (part.kind === 'report') listed.push(part);
      else others.push(part.text);
      return '';
    },
    end(summary) {
      const words = WORDS[locale];
      const parts = [
        `<p>${escapeHtml(`${say.reports(summary.reports)}：${say.counts(summary.problems)}`)}</p>`,
        `<h2>${words.overview}</h2>`,
        overview(listed, context),
        `<h2>${words.byRule}</h2>`,
        byRule(listed, context),
        `<h2>${words.reports}</h2>`,
        ...listed.map((report, index) => reportHtml(report, index, context)),
        ...(others.length > 0 ? [`<h2>${words.others}</h2>`, list(others.map(escapeHtml))] : []),
      ];
      return [pageOf(words.title, parts, locale)];
    },
  };
};

const reasonOf = ({ reason }: NotRead): string => reason;

function partOf(file: CheckedReport, { locale }: FormatContext): Listed {
  const { path, result, relations, shown, locate } = file;
  return {
    kind: 'report',
    path,
    body: relations?.issuer ?? path,
    year: result.year,
    isTwice: (relations?.duplicates.length ?? 0) > 0,
    checked: messagesIn(locale).checked(result.checks),
    problems: shown.map(({ severity, message, rule, span }) => ({ severity, message, rule, ...locate(span.start) })),
  };
}

const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;

/** 错误 2，警告 1 */
function stateOf({ problems }: Listed, { locale }: FormatContext): string {
  const counts = LEVELS.flatMap((level) => {
    const count = problems.filter(({ severity }) => severity === level).length;
    return count > 0 ? [`${MARKS[level]} ${LEVEL_WORDS[locale][level]} ${count}`] : [];
  });
  return counts.length > 0 ? counts.join(locale === 'zh' ? '，' : ', ') : `✓ ${WORDS[locale].clean}`;
}

function overview(listed: readonly Listed[], context: FormatContext): string {
  const words = WORDS[context.locale];
  const years = [...new Set(listed.map(({ year }) => year))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const bodies = [...new Set(listed.map(({ body }) => body))].sort();
  const head = years.map((year) => `<th scope="col">${year ?? words.unknown}</th>`).join('');
  const rows = bodies.map((body) => {
    const cells = years.map((year) => {
      const own = listed.flatMap((report, index) =>
        report.body === body && report.year === year ? [{ report, index }] : [],
      );
      const links = own.map(({ report, index }) => {
        const twice = report.isTwice ? `（${words.twice}）` : '';
        return `<a href="#r${index}">${escapeHtml(stateOf(report, context))}${twice}</a>`;
      });
      const isBad = own.some(({ report }) => report.problems.some(({ severity }) => severity === 'error'));
      return `<td${isBad ? ' class="error"' : own.length === 0 ? ' class="open"' : ''}>${links.join('<br>') || words.missing}</td>`;
    });
    return `<tr><th scope="row">${escapeHtml(body)}</th>${cells.join('')}</tr>`;
  });
  return `<table><tr><th scope="col">${words.body}</th>${head}</tr>${rows.join('\n')}</table>`;
}

function byRule(listed: readonly Listed[], { rules, locale }: FormatContext): string {
  const words = WORDS[locale];
  const counts = new Map<string, number>();
  for (const { problems } of listed) for (const { rule } of problems) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const titles = new Map<string, string>(rules.map(({ meta }) => [meta.id, meta.title[locale]]));
  const rows = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(
      ([rule, count]) =>
        `<tr><th scope="row">${escapeHtml(titles.get(rule) ?? rule)} <small>${rule}</small></th><td>${count}</td></tr>`,
    );
  return `<table><tr><th scope="col">${words.rule}</th><th scope="col">${words.count}</th></tr>${rows.join('\n')}</table>`;
}

function reportHtml(report: Listed, index: number, context: FormatContext): string {
  const { path, year, problems, checked } = report;
  const words = WORDS[context.locale];
  const items = problems.map(
    ({ severity, message, rule, line, column }) =>
      `<b>${MARKS[severity]} ${LEVEL_WORDS[context.locale][severity]}</b> ${escapeHtml(message)} <span class="where">${line}:${column} ${escapeHtml(rule)}</span>`,
  );
  return `<section id="r${index}"><h3>${escapeHtml(path)} · ${year ?? words.unknown}</h3>${items.length > 0 ? list(items) : `<p>✓ ${words.clean}</p>`}<p class="passed">${escapeHtml(checked)}</p></section>`;
}
