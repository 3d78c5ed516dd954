import { describe, expect, it } from 'vitest';
import {
  CHECK_WORDS,
  checksText,
  foundText,
  LEVEL_WORDS,
  LEVELS,
  NO_COUNTS,
  resultText,
} from '../../server/src/check/counts.ts';
import { lint, readReport } from '../../server/src/index.ts';
import { quoteOf, toLines } from '../../server/src/language/quote.ts';
import { reportPage } from '../../server/src/language/report-page.ts';
import { type ReportView, reportView } from '../../server/src/language/report-view.ts';
import { viewBody } from '../../server/src/language/report-view-html.ts';
import type { ViewValue } from '../../server/src/language/report-view-tables.ts';
import { isOwnPage } from '../../server/src/report/own-page.ts';
import { rules } from '../../server/src/rules/index.ts';
import { LAYOUT_CASES } from '../support/cases.ts';
import { type DraftOptions, draft } from '../support/draft.ts';

function viewOf(options: DraftOptions): ReportView {
  const { text, format } = draft(options);
  return reportView(readReport(text, { format }), lint(text, { format }), 'zh');
}

const valuesOf = ({ tables }: ReportView): ViewValue[] =>
  tables.flatMap(({ rows }) => rows.flat().flatMap(({ value }) => value ?? []));
const statusOf = (view: ReportView, id: string) => valuesOf(view).find((value) => value.id === id)?.status;
const facts = { file: '报告.txt', date: '2025-01-20', version: '1.2.3' };

describe.each(LAYOUT_CASES)('the view, $name', ({ layout, form }) => {
  it('has every cell of the form with its number, and takes a number in each', () => {
    const written = draft({ layout, form, seed: 7 });
    const view = viewOf({ layout, form, seed: 7 });
    const values = valuesOf(view);
    expect(values.length).toBe(written.printed.size);
    expect(values.every(({ writable, status }) => writable && status === 'passed')).toBe(true);
    expect(view.tables.flatMap(({ rows }) => rows.flat().flatMap(({ text, value }) => (value ? text : [])))).toEqual(
      values.map(({ id }) => written.printed.get(id)),
    );
  });
});

describe('a cell', () => {
  it('of a wrong sum is an error, and knows its finding', () => {
    const view = viewOf({ seed: 4, cells: { 'requests/new/total': '99' } });
    expect(statusOf(view, 'requests/new/total')).toBe('error');
    const [first] = valuesOf(view).find(({ id }) => id === 'requests/new/total')?.problems ?? [];
    expect(view.problems[first ?? -1]?.text).toContain('总计');
  });

  it('offers the fix that mends it together with another', () => {
    const cells = { 'requests/resultTotal/natural': '0', 'requests/resultTotal/total': '0' };
    const view = viewOf({ seed: 4, cells });
    for (const id of ['requests/resultTotal/natural', 'requests/resultTotal/total']) {
      const own = valuesOf(view).find((value) => value.id === id)?.problems ?? [];
      expect(own.flatMap((index) => view.problems[index]?.fixes ?? []).length, id).toBeGreaterThan(0);
    }
  });

  it('that the text contradicts is not in order', () => {
    const view = viewOf({ seed: 4, say: { 1: '2024年，新收政府信息公开申请8888件。' } });
    expect(statusOf(view, 'requests/new/total')).toBe('contradicted');
  });

  it('that waits is open, and shows nothing', () => {
    const view = viewOf({ seed: 4, cells: { 'requests/new/ngo': '待填' } });
    expect(statusOf(view, 'requests/new/ngo')).toBe('open');
    expect(viewBody(view, 'zh')).toMatch(/aria-label="「一、本年新收政府信息公开申请数量」社会公益组织列，待填/);
  });

  it('of a row that the draft does not have takes no number, and says why', () => {
    const view = viewOf({ seed: 4, faults: { dropRows: ['notHandled.repeat'] } });
    const gone = valuesOf(view).filter(({ writable }) => !writable);
    expect(gone.map(({ id }) => id.split('/')[1])).toEqual(new Array(7).fill('notHandled.repeat'));
    expect(viewBody(view, 'zh')).toContain('草稿中没有这一格');
  });
});

describe('the list', () => {
  const view = viewOf({
    seed: 4,
    cells: { 'requests/new/total': '99' },
    say: { 1: '建立feedback机制。', 5: '下一步将加强公开，，提高质量' },
  });

  it('has the most urgent first, and then the order of the text', () => {
    const order = view.problems.map(({ severity, span }) => [
      ['error', 'warning', 'information', 'hint'].indexOf(severity),
      span.start,
    ]);
    expect(order.length).toBeGreaterThan(2);
    expect(order).toEqual(order.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  });

  it('says in which section and line each stands, and what stands there', () => {
    const found = view.problems.find(({ text }) => text.includes('feedback'));
    expect(found).toMatchObject({ section: '一、总体情况', quote: expect.stringContaining('建立【feedback】机制') });
    const { text } = draft({
      seed: 4,
      cells: { 'requests/new/total': '99' },
      say: { 1: '建立feedback机制。', 5: '下一步将加强公开，，提高质量' },
    });
    expect(text.split('\n')[(found?.line ?? 0) - 1]).toContain('feedback');
  });
});

describe('the page', () => {
  const clean = reportPage(viewOf({ seed: 4 }), facts, 'zh');
  const wrong = reportPage(viewOf({ seed: 4, cells: { 'requests/new/total': '99' } }), facts, 'zh');

  it('says what was checked, when and by what', () => {
    for (const said of ['报告.txt', '2025-01-20', '1.2.3', '2024 · ', '国办公开办函〔2021〕30号']) {
      expect(clean).toContain(said);
    }
  });

  it('has the problems before the tables, and the signature last', () => {
    const order = ['需要处理的问题', '法定表格', '核对通过 ', '审核人'].map((said) => wrong.indexOf(said));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(wrong).toMatch(/<li class="error">.*总计.*第 \d+ 行.*<q>.*【99】/);
  });

  it('has no ids of rules, and nothing of the view', () => {
    for (const { meta } of rules) expect(wrong).not.toContain(meta.id);
    expect(wrong).not.toMatch(/<button|<input|data-|fingerprint|<script/);
  });

  it('is known for the product’s own', () => {
    expect(isOwnPage(clean)).toBe(true);
  });

  it('is there in English', () => {
    expect(reportPage(viewOf({ seed: 4 }), facts, 'en')).toContain('Reviewed by');
  });
});

describe('a quotation', () => {
  const text = '第一行。\n推动feedback落实到位，形成合力。\n合计 | 12 | 3';
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

  it.each([
    ['feedback', '推动【feedback】落实到位，形成合力。'],
    ['12', '【12】'],
    ['第一行。', '【第一行。】'],
    ['', ''],
  ])('of %j is %j', (part, quote) => {
    expect(quoteOf(text, at(part)).replace(/\s/g, '')).toBe(quote);
  });

  it('has its line', () => {
    const lines = toLines('a\r\nb\nc\rd');
    expect([0, 1, 3, 5, 7].map((offset) => lines.lineAt(offset))).toEqual([1, 1, 2, 3, 4]);
  });
});

describe.each(['zh', 'en'] as const)('the words of the counts, %s', (locale) => {
  const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

  it('are the same in the view, on the page and in the status', () => {
    const view = viewOf({
      seed: 4,
      cells: { 'requests/new/total': '99', 'proactive/licence/decisions': '35件' },
      say: { 1: '全年更新目录,核对指南。' },
    });
    const { found, checks } = view.counts;
    const body = plain(viewBody(view, locale));
    const page = plain(reportPage(view, facts, locale));
    const levels = LEVELS.filter((level) => found[level] > 0);
    expect(levels.length).toBeGreaterThan(2);
    for (const level of levels) expect(body).toContain(`${LEVEL_WORDS[locale][level]} ${found[level]}`);
    for (const kind of ['passed', 'failed', 'notChecked'] as const) {
      expect(body).toContain(`${CHECK_WORDS[locale][kind]} ${checks[kind]}`);
    }
    expect(page).toContain(resultText(view.counts, locale));
    expect(page).toContain(checksText(checks, locale));
    expect(body + page).not.toContain(foundText(NO_COUNTS.found, locale));
  });

  it('say of a clean report what the status says', () => {
    const view = viewOf({ seed: 4 });
    expect(view.problems).toEqual([]);
    for (const html of [viewBody(view, locale), reportPage(view, facts, locale)]) {
      expect(plain(html)).toContain(`✓ ${foundText(NO_COUNTS.found, locale)}`);
    }
  });
});
