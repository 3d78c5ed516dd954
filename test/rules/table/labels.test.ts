import { describe, expect, it } from 'vitest';
import { RULE_CASES } from '../../support/cases.ts';
import { check, found, lineAt, only, squeeze } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';

describe.each(RULE_CASES)('table/label, $name', ({ layout, form }) => {
  it.each([
    ['denied.law', '2.其他法律法规禁止公开', '2.其他法律行政法规禁止公开'],
    ['denied.internal', '5.属于三类内容事务信息', '5.属于三类内部事务信息'],
    ['denied.process', '6.属于四类过程性性信息', '6.属于四类过程性信息'],
    ['resultTotal', '（七）合计', '（七）总计'],
    ['carriedOut', '四、结转下年度继续办', '四、结转下年度继续办理'],
  ] as const)('corrects %s: %s', (row, written, expected) => {
    const wrong = draft({ layout, form, faults: { labels: { [row]: written } } });
    const correct = draft({ layout, form });
    const problem = only(found(check(wrong), 'table/label'));
    expect(lineAt(wrong.text, problem.span.start)).toBe(wrong.labelLine(row));
    expect(problem.message).toContain(expected);
    const fix = only(problem.fixes);
    expect(fix.kind).toBe('safe');
    expect(squeeze(expectMended(wrong.text, problem, fix, wrong.format))).toBe(squeeze(correct.text));
  });

  it('corrects the label of the older form, in the 2021 form only', () => {
    const wrong = draft({
      layout,
      form,
      faults: { labels: { normative: form === '2021' ? '规范性文件' : '行政规范性文件' } },
    });
    const problems = found(check(wrong), 'table/label');
    if (form === '2019') {
      expect(problems).toEqual([]);
      return;
    }
    const problem = only(problems);
    expect(problem.severity).toBe('warning');
    expect(squeeze(expectMended(wrong.text, problem, only(problem.fixes), wrong.format))).toBe(
      squeeze(draft({ layout, form }).text),
    );
  });

  it('takes 钩稽 for a matter to look at', () => {
    const note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
    const wrong = draft({ layout, form, faults: { heads: { [note]: note.replace('勾', '钩') } } });
    const problems = found(check(wrong), 'table/label');
    // In a PDF's text a line holds several head cells or a piece of one, so none of them can be compared.
    if (layout.id === 'space-rows' || layout.id === 'pdf-columns') return;
    const problem = only(problems);
    expect(problem.severity).toBe('information');
    expect(squeeze(expectMended(wrong.text, problem, only(problem.fixes), wrong.format))).toBe(
      squeeze(draft({ layout, form }).text),
    );
  });

  it('takes no caption for a slip where the row below it is missing', () => {
    for (const row of ['licence', 'fees', 'regulations']) {
      const dropRows = row === 'regulations' ? ['regulations', 'normative'] : [row];
      const result = check(draft({ layout, form, faults: { dropRows } }));
      expect(found(result, 'table/label')).toEqual([]);
    }
  });

  it('still finds the caption of another block', () => {
    const wrong = draft({ layout, form, faults: { heads: { '第二十条第（六）项': '第二十条第（五）项' } } });
    const problems = found(check(wrong), 'table/label');
    if (['space-rows', 'pdf-columns', 'cell-lines'].includes(layout.id)) return;
    expect(only(problems).fixes.map(({ kind }) => kind)).toEqual(['suggestion']);
  });

  it('completes heads that a copy cut short, all of them at once', () => {
    const wrong = draft({ layout, form, faults: { heads: { 结果维持: '结果', 结果纠正: '结果', 尚未审结: '尚未' } } });
    const cut = found(check(wrong), 'table/label').filter(({ messageId }) => messageId === 'heads-cut');
    // In a PDF's text a line holds several head cells; in one cell a line, a line may be a piece of one that goes on.
    if (['space-rows', 'pdf-columns', 'cell-lines'].includes(layout.id)) {
      expect(cut).toEqual([]);
      return;
    }
    const problem = only(cut);
    expect(squeeze(expectMended(wrong.text, problem, only(problem.fixes), wrong.format))).toBe(
      squeeze(draft({ layout, form }).text),
    );
  });

  it('never changes a unit unasked', () => {
    const head = form === '2021' ? '本年收费金额（单位：万元）' : '采购总金额（单位：万元）';
    const written = head.replace('万元', '元');
    const wrong = draft({ layout, form, faults: { heads: { [head]: written, 采购总金额: written } } });
    const problems = found(check(wrong), 'table/label');
    for (const { fixes } of problems) expect(fixes.filter(({ kind }) => kind === 'safe')).toEqual([]);
    if (layout.id === 'space-rows' || layout.id === 'pdf-columns' || form === '2019') return;
    expect(only(problems)).toMatchObject({ severity: 'warning', messageId: 'unit' });
  });

  it('minds neither width, blanks, quotation marks nor 1、 for 1.', () => {
    const labels = {
      granted: '(一) 予以公开',
      'denied.safety': '3.危及"三安全一稳定"',
      'denied.secret': '1、属于国家秘密',
      resultTotal: '(七) 总 计',
      'notHandled.repeat': '2．重复申请',
    };
    const { problems } = check(draft({ layout, form, faults: { labels } }));
    expect(problems.filter(({ rule }) => rule === 'table/label')).toEqual([]);
  });

  it('keeps half-width marks in a half-width draft', () => {
    const written = '(二)部分公开(区分处理的,只计这一情况,不计其他情形)';
    const wrong = draft({ layout, form, width: 'half', faults: { labels: { partial: written } } });
    const problem = only(found(check(wrong), 'table/label'));
    for (const fix of problem.fixes) {
      const mended = expectMended(wrong.text, problem, fix, wrong.format);
      expect(mended).toContain('(二)部分公开(区分处理的,只计这一情形,不计其他情形)');
      expect(squeeze(mended)).toBe(squeeze(draft({ layout, form, width: 'half' }).text));
    }
  });
});
