import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/check/fix.ts';
import { lintReport, type Problem } from '../../server/src/check/lint.ts';
import { isGood, type Judge, leftToWrite, tryFix } from '../../server/src/check/try-fix.ts';
import { fix } from '../../server/src/index.ts';
import { readReport } from '../../server/src/report/read.ts';
import { defineRule, failed, type Rule } from '../../server/src/rules/rule.ts';
import type { Edit } from '../../server/src/text/span.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';

const judge: Judge = (text) => {
  const report = readReport(text);
  return { report, result: lintReport(report) };
};

const [layout] = LAYOUTS;
const faulty = draft({ layout, cells: { 'requests/new/total': '99999' } });
const found = judge(faulty.text);
const total = found.result.problems.find(({ rule }) => rule === 'table/broken-total') as Problem;
const tried = (edits: readonly Edit[]) => tryFix(found, total, edits, judge);

describe('a fix that is tried', () => {
  it('is good when what was found is gone and nothing else has changed', () => {
    const [offered] = total.fixes;
    expect(isGood(tried(offered?.edits ?? []))).toBe(true);
  });

  it('is not when the finding stays', () => {
    const { span } = found.report.title ?? total;
    expect(isGood(tried([{ span: { start: span.end, end: span.end }, newText: '' }]))).toBe(false);
  });

  it('is not when another cell changes its value, or is lost with its row', () => {
    const [, right] = total.fixes[0]?.edits ?? [];
    expect(right).toBeUndefined();
    const row = faulty.text.indexOf('\n', faulty.cellAt('requests/carriedIn/total').end);
    const before = faulty.text.lastIndexOf('\n', faulty.cellAt('requests/carriedIn/total').start);
    const trial = tried([...(total.fixes[0]?.edits ?? []), { span: { start: before, end: row }, newText: '' }]);
    expect(trial.harm).toContainEqual({ kind: 'cell', cell: 'requests/carriedIn/total' });
    expect(isGood(trial)).toBe(false);
  });

  it('is not when a section is lost', () => {
    const heading = found.report.sections.find(({ number }) => number === 5)?.heading;
    const trial = tried([{ span: heading?.span ?? total.span, newText: '甲' }]);
    expect(trial.harm).toContainEqual({ kind: 'section', section: 5 });
  });

  it('that makes a place for words says how many are left to write', () => {
    const end = faulty.text.length;
    const trial = tried([
      ...(total.fixes[0]?.edits ?? []),
      { span: { start: end, end }, newText: '联系电话：XX，主动公开信息  条。\n' },
    ]);
    expect(leftToWrite(trial)).toBeGreaterThan(0);
    expect(isGood(trial)).toBe(true);
  });
});

/** Writes `to` for each `from`, which is no harm to any rule of the form. */
const writes = (id: `${string}/${string}`, from: string, to: string): Rule =>
  defineRule({
    meta: {
      id,
      title: { zh: '', en: '' },
      severity: 'warning',
      basis: '',
      fix: 'safe',
      messages: { found: { zh: '', en: '' } },
    },
    *check({ text }) {
      for (const { index } of text.matchAll(new RegExp(from, 'g'))) {
        const span = { start: index, end: index + from.length };
        const edits = [{ span, newText: to }];
        yield failed(from, { messageId: 'found', span, fixes: [{ title: { zh: '', en: '' }, kind: 'safe', edits }] });
      }
    },
  });

describe('safe fixes applied together', () => {
  const all = (text: string, rules: readonly Rule[]) =>
    fixAll(text, (each) => {
      const report = readReport(each);
      return { report, result: lintReport(report, {}, rules) };
    });

  it('leave out the one that brings a finding, and keep the others', () => {
    const rules = [writes('toy/a', '甲', '乙'), writes('toy/b', '丙', '丁丁'), writes('toy/c', '丁', '戊丁')];
    expect(all('甲丙', [...rules.slice(0, 2)]).text).toBe('乙丁丁');
    expect(all('甲丙', rules).text).toBe('乙丙');
  });

  it('that undo each other end', () => {
    const rules = [writes('toy/a', '甲', '乙'), writes('toy/b', '乙', '甲')];
    expect(['甲', '乙']).toContain(all('甲', rules).text);
  });

  it('settle in one call', () => {
    const brackets = `依据${'（办法(试行)）'.repeat(11)}办理。`;
    const { text } = draft({ layout, say: { 1: brackets } });
    const once = fix(text).text;
    expect(fix(once)).toEqual({ text: once, applied: 0 });
  });
});
