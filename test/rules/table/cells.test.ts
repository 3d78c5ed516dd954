import { describe, expect, it } from 'vitest';
import { cellId } from '../../../server/src/forms/index.ts';
import { RULE_CASES } from '../../support/cases.ts';
import { alarms, check, found, only, sliceOf, squeeze } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';

const COLUMNS = ['natural', 'business', 'research', 'ngo', 'legal', 'otherOrg', 'total'];
const at = (row: string, column: string) => cellId('requests', row, column);

describe.each(RULE_CASES)('table/cell-count, $name', ({ layout, form }) => {
  it('reports a row with a number too few', () => {
    const wrong = draft({ layout, form, size: 'zero', faults: { dropCells: [at('partial', 'business')] } });
    const problem = only(found(check(wrong), 'table/cell-count'));
    expect(problem.severity).toBe('error');
    expect(problem.message).toContain('「（二）部分公开」');
    expect(problem.span.start).toBeLessThanOrEqual(wrong.cellAt(at('partial', 'natural')).start);
    expect(problem.span.end).toBeGreaterThanOrEqual(wrong.cellAt(at('partial', 'otherOrg')).end);
  });

  it('offers zeros where all that is left is zero, and the row can be read again', () => {
    const wrong = draft({ layout, form, size: 'zero', faults: { dropCells: [at('partial', 'business')] } });
    const problem = only(found(check(wrong), 'table/cell-count'));
    const fix = only(problem.fixes);
    expect(fix.kind).toBe('suggestion');
    expect(fix.title).toContain('7 个 0');
    const mended = expectMended(wrong.text, problem, fix, wrong.format);
    expect(found(check({ ...wrong, text: mended }), 'table/cell-count')).toEqual([]);
  });

  it('says of a row whose numbers moved up that one is lost, and judges none of its columns', () => {
    if (!layout.showsBlanks) return;
    const values = ['1', '0', '0', '1', '0', '9', ''];
    const cells = Object.fromEntries(COLUMNS.map((column, index) => [at('granted', column), values[index] ?? '']));
    const result = check(draft({ layout, form, seed: 51, cells }));
    expect(only(found(result, 'table/cell-count')).message).toContain('「（一）予以公开」');
    expect(['table/broken-total', 'table/identity', 'table/empty-cell'].flatMap((rule) => found(result, rule))).toEqual(
      [],
    );
  });

  it('takes a column of totals that was left blank for no lost numbers', () => {
    if (!layout.showsBlanks || layout.id === 'pipe-runs') return;
    const rows = ['new', 'granted', 'partial', 'unable.notHeld', 'resultTotal'];
    const cells = Object.fromEntries(
      rows.flatMap((row) => [
        [at(row, 'natural'), '1'],
        [at(row, 'otherOrg'), '2'],
        [at(row, 'total'), ''],
      ]),
    );
    const result = check(draft({ layout, form, size: 'zero', cells }));
    expect(found(result, 'table/cell-count')).toEqual([]);
    const problem = only(found(result, 'table/empty-cell'));
    expect([problem.severity, problem.fixes[0]?.edits.length]).toEqual(['warning', rows.length]);
  });

  it('offers nothing where a number would have to be guessed', () => {
    const cells = { [at('partial', 'natural')]: '4', [at('partial', 'total')]: '4' };
    const wrong = draft({ layout, form, cells, faults: { dropCells: [at('partial', 'ngo')] } });
    expect(only(found(check(wrong), 'table/cell-count')).fixes).toEqual([]);
  });
});

describe.each(RULE_CASES.filter(({ layout }) => layout.showsBlanks))('table/empty-cell, $name', ({ layout, form }) => {
  const severity = form === '2021' ? 'warning' : 'information';

  it('fills a single blank with what its sums leave', () => {
    const correct = draft({ layout, form, seed: 51 });
    const cell = at('new', 'natural');
    const wrong = draft({ layout, form, seed: 51, cells: { [cell]: '' } });
    const problem = only(found(check(wrong), 'table/empty-cell'));
    expect(problem.severity).toBe(severity);
    expect(problem.message).toContain('「一、本年新收政府信息公开申请数量」自然人列');
    const mended = expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
    expect(squeeze(mended)).toBe(squeeze(correct.text));
  });

  it('fills a row of blanks, or all of the table, with zeros', () => {
    const rows = ['unable.notHeld', 'notHandled.repeat'];
    const cells = Object.fromEntries(rows.flatMap((row) => COLUMNS.map((column) => [at(row, column), ''])));
    const wrong = draft({ layout, form, size: 'zero', cells });
    const result = check(wrong);
    if (layout.id === 'pipe-runs') {
      // Between runs of pipes a row of blanks is one more run; the row is then said to be unreadable.
      expect(found(result, 'table/cell-count').length + found(result, 'table/missing-row').length).toBe(2);
      return;
    }
    const problems = found(result, 'table/empty-cell');
    expect(problems.map(({ message }) => message.slice(0, message.indexOf('」') + 1))).toEqual([
      '「1.本机关不掌握相关政府信息」',
      '「2.重复申请」',
    ]);
    const [first] = problems;
    if (!first) throw new Error('nothing found');
    expect(first.fixes.map(({ edits }) => edits.length)).toEqual([7, 14]);
    for (const fix of first.fixes) expectMended(wrong.text, first, fix, wrong.format);
  });

  it('offers no zero where a total of the row says otherwise', () => {
    const cells = { [at('partial', 'natural')]: '', [at('partial', 'business')]: '', [at('partial', 'total')]: '9' };
    const problem = found(check(draft({ layout, form, size: 'zero', cells })), 'table/empty-cell')[0];
    expect(problem?.fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText.trim()))).not.toContain('0');
  });

  it('takes the places of merged cells for no blanks', () => {
    expect(found(check(draft({ layout, form })), 'table/empty-cell')).toEqual([]);
  });
});

describe.each(RULE_CASES)('table/not-a-number, $name', ({ layout, form }) => {
  const cell = at('carriedIn', 'ngo');

  it.each([
    ['两件', '2'],
    ['零', '0'],
  ])('reports %s and offers %s', (written, digits) => {
    const wrong = draft({ layout, form, size: 'zero', cells: { [cell]: written } });
    const problem = only(found(check(wrong), 'table/not-a-number'));
    expect(problem.span).toEqual(wrong.cellAt(cell));
    expect(problem.severity).toBe('warning');
    const fix = only(problem.fixes);
    expect(fix.edits.map(({ newText }) => newText)).toEqual([digits]);
  });

  it('reports half a request, and a whole number with an empty fraction not', () => {
    const wrong = draft({ layout, form, size: 'zero', cells: { [cell]: '2.5', [at('new', 'ngo')]: '0.0' } });
    expect(sliceOf(wrong.text, only(found(check(wrong), 'table/not-a-number')).span)).toBe('2.5');
  });

  it.each(['减4', '零', 'O', '0x1F', '0?', '0%', '00'])(
    'takes %s for no plain number, and tells nothing else',
    (written) => {
      const wrong = draft({ layout, form, size: 'zero', cells: { [cell]: written } });
      const result = check(wrong);
      const problem = only(alarms(result));
      expect([problem.rule, problem.span]).toEqual(['table/not-a-number', wrong.cellAt(cell)]);
      for (const fix of problem.fixes) expectMended(wrong.text, problem, fix, wrong.format);
    },
  );

  it('warns of a unit, and strips it by a fix that says both numbers', () => {
    const wrong = draft({ layout, form, size: 'zero', cells: { [cell]: '0件' } });
    const problem = only(found(check(wrong), 'table/not-a-number'));
    expect(problem.severity).toBe('warning');
    expect(only(problem.fixes).title).toMatch(/由 0件 改为 0$/);
    expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
  });

  it('makes full-width digits half-width by a safe fix', () => {
    const wrong = draft({ layout, form, size: 'zero', cells: { [cell]: '０' } });
    const problem = only(found(check(wrong), 'table/not-a-number'));
    const fix = only(problem.fixes);
    expect(fix.kind).toBe('safe');
    const mended = expectMended(wrong.text, problem, fix, wrong.format);
    expect(mended).toBe(draft({ layout, form, size: 'zero' }).text);
  });

  it.each(['七', '约7', '7.', '柒'])(
    'reads %s in the first place of a row as no number and no part of the label',
    (written) => {
      const wrong = draft({ layout, form, size: 'zero', cells: { [at('granted', 'natural')]: written } });
      const result = check(wrong);
      const problem = only(found(result, 'table/not-a-number'));
      expect(problem.span).toEqual(wrong.cellAt(at('granted', 'natural')));
      expect(found(result, 'table/label')).toEqual([]);
      expect(found(result, 'table/missing-row')).toEqual([]);
    },
  );

  it.each(['约1286', '壹'])('reads %s where its row has one number', (written) => {
    const licence = cellId('proactive', 'licence', form === '2021' ? 'decisions' : 'lastYearItems');
    const wrong = draft({ layout, form, size: 'zero', cells: { [licence]: written } });
    const result = check(wrong);
    expect(sliceOf(wrong.text, only(found(result, 'table/not-a-number')).span)).toBe(written);
    expect(found(result, 'table/label')).toEqual([]);
    expect(found(result, 'table/missing-row')).toEqual([]);
  });

  it('takes 128.6.0 for no amount', () => {
    const amount =
      form === '2021' ? cellId('proactive', 'fees', 'amount') : cellId('proactive', 'procurement', 'amount');
    const wrong = draft({ layout, form, size: 'zero', cells: { [amount]: '128.6.0' } });
    expect(sliceOf(wrong.text, only(found(check(wrong), 'table/not-a-number')).span)).toBe('128.6.0');
  });

  it('takes 1 2 for no number where a cell shows its ends, and offers to join the digits', () => {
    if (layout.id === 'space-rows' || layout.id === 'pdf-columns') return;
    const wrong = draft({ layout, form, size: 'zero', cells: { [cell]: '1 2' } });
    const problem = only(found(check(wrong), 'table/not-a-number'));
    expect(problem.message).toContain('“1 2”');
    expect(only(problem.fixes)).toMatchObject({ kind: 'suggestion', edits: [{ newText: '12' }] });
  });

  it('leaves notes, signs and decimals of amounts alone', () => {
    const amount =
      form === '2021' ? cellId('proactive', 'fees', 'amount') : cellId('proactive', 'procurement', 'amount');
    const change = form === '2019' ? { [cellId('proactive', 'licence', 'change')]: '-1' } : {};
    const cells = { [amount]: '96171.64', [at('new', 'ngo')]: '0（其中补正0件）', ...change };
    expect(found(check(draft({ layout, form, size: 'zero', cells })), 'table/not-a-number')).toEqual([]);
  });
});

describe('table/not-a-number on full-width digits', () => {
  it('is said once a table', () => {
    const cells = Object.fromEntries(
      ['new', 'carriedIn', 'granted', 'resultTotal'].flatMap((row) => COLUMNS.map((column) => [at(row, column), '０'])),
    );
    const licence = cellId('proactive', 'licence', 'decisions');
    const wrong = draft({ size: 'zero', cells: { ...cells, [licence]: '０' } });
    const problems = found(check(wrong), 'table/not-a-number');
    expect(problems.map(({ messageId }) => messageId).sort()).toEqual(['width', 'widths']);
    const inRequests = problems.find(({ messageId }) => messageId === 'widths');
    expect(inRequests?.message).toContain('其余 27 处相同');
    expect(inRequests?.fixes.map(({ kind, edits }) => [kind, edits.length])).toEqual([['safe', 28]]);
  });

  it.each([
    ['１２', 'safe'],
    ['０ 0', 'suggestion'],
  ])('%s is mended as a %s fix', (written, kind) => {
    const wrong = draft({ cells: { [at('partial', 'natural')]: written } });
    const [problem] = found(check(wrong), 'table/not-a-number');
    expect(problem?.fixes.map((fix) => fix.kind)).toEqual([kind]);
  });
});
