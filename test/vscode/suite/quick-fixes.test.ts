// One quick fix of each kind, chosen by its title and applied by the editor: what it changes, and that nothing else does.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  alarms,
  applyQuickFix,
  closeAll,
  fileUri,
  finding,
  open,
  quickFixes,
  ruleOf,
  until,
} from './support/editor.ts';
import { changeOf } from './support/text-change.ts';

interface Case {
  readonly file: string;
  readonly rule: string;
  readonly fix: string;
  /** Lines gone (`-`) and come (`+`). */
  readonly change: readonly string[];
  /** A rule that finds what the fix leaves to be filled in. */
  readonly comes?: string;
}

const cases: readonly Case[] = [
  {
    file: 'fixtures/pipe-rows.txt',
    rule: 'table/broken-total',
    // The total of the row depends on it.
    fix: '将「（七）总计」自然人列由 0 改为 3，「（七）总计」总计列由 0 改为 3',
    change: ['-（七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '+（七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |'],
  },
  {
    file: 'fixtures/pipe-rows.txt',
    rule: 'table/not-a-number',
    fix: '将「行政许可」本年处理决定数量列由 35件 改为 35',
    change: ['-行政许可 | 35件 |', '+行政许可 | 35 |'],
  },
  {
    file: 'fixtures/pipe-rows.txt',
    rule: 'text/untranslated',
    fix: '替换为“工作流程”',
    change: [
      '-政策解读的形式较为单一，对外答复的 workflow 还不够顺畅。下一步，将丰富图解和问答，并用 docflow 登记每件申请。',
      '+政策解读的形式较为单一，对外答复的工作流程还不够顺畅。下一步，将丰富图解和问答，并用 docflow 登记每件申请。',
    ],
  },
  {
    file: 'fixtures/pipe-cells.txt',
    rule: 'structure/heading-number',
    fix: '补上序号“一、”',
    change: ['-总体情况', '+一、总体情况'],
  },
  {
    file: 'fixtures/pipe-cells.txt',
    rule: 'table/label',
    fix: '改为“2.其他法律行政法规禁止公开”',
    change: ['-2.其他法律法规禁止公开 |', '+2.其他法律行政法规禁止公开 |'],
  },
  {
    file: 'fixtures/pipe-cells-row-ends.txt',
    rule: 'table/identity',
    fix: '将「四、结转下年度继续办理」商业企业列由 0 改为 1，「四、结转下年度继续办理」总计列由 0 改为 1',
    change: ['-0 |', '-0 |', '-0 |', '-0 |', '-0 |', '-0 | ||', '+1 |', '+0 |', '+0 |', '+0 |', '+0 |', '+1 | ||'],
  },
  {
    file: 'fixtures/pipe-cells-row-ends.txt',
    rule: 'structure/missing-title',
    fix: '在文首插入标题“青禾县财政局2024年政府信息公开工作年度报告”',
    change: ['+青禾县财政局2024年政府信息公开工作年度报告'],
  },
  {
    file: 'fixtures/cell-lines.txt',
    rule: 'table/empty-cell',
    fix: '在「6.属于四类过程性信息」商业企业列填入 0',
    change: ['-\t', '+\t0'],
  },
  {
    file: 'fixtures/cell-lines.txt',
    rule: 'date/period',
    fix: '补上“日”字：12月31日',
    change: [
      '-根据《中华人民共和国政府信息公开条例》，编制本报告。本报告所列数据的统计期限自2022年1月1日起至2022年12月31止。',
      '+根据《中华人民共和国政府信息公开条例》，编制本报告。本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。',
    ],
  },
  {
    file: 'fixtures/tab-rows.txt',
    rule: 'table/cell-count',
    fix: '将「（一）予以公开」行补成 7 个 0',
    change: ['-三、本年度办理结果\t（一）予以公开\t\t0', '+三、本年度办理结果\t（一）予以公开\t\t0\t0\t0\t0\t0\t0\t0'],
  },
  {
    file: 'fixtures/tab-rows.txt',
    rule: 'structure/missing-section',
    // What there is to report only the author knows: it is left to be filled in, and found until it is.
    fix: '插入“六、其他需要报告的事项”，正文待填写（之后还有 1 处要填写）',
    change: ['+六、其他需要报告的事项', '+（待填写）'],
    comes: 'text/placeholder',
  },
  {
    file: 'fixtures/markdown.md',
    rule: 'date/wrong-year',
    fix: '将 2023 年改为 2024 年',
    change: [
      '-（一）主动公开。2023年，青禾县民政局通过县政府网站公开政府信息86条，其中工作动态52条、政策文件及解读34条。',
      '+（一）主动公开。2024年，青禾县民政局通过县政府网站公开政府信息86条，其中工作动态52条、政策文件及解读34条。',
    ],
  },
  {
    file: 'fixtures/markdown.md',
    rule: 'table/missing-row',
    fix: '插入「7.属于行政执法案卷」行，数字填 0',
    change: ['+|  |  | 7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |'],
  },
];

suite('Quick fixes', () => {
  teardown(closeAll);

  for (const { file, rule, fix, change, comes } of cases) {
    test(`${rule}: ${fix}`, async () => {
      const document = await open(file);
      const found = await finding(document, rule);
      const before = document.getText();
      const alarmsBefore = alarms(document).length;
      const ofRule = () => vscode.languages.getDiagnostics(document.uri).filter((one) => ruleOf(one) === rule).length;
      const ofRuleBefore = ofRule();
      await applyQuickFix(document, found.range, fix);
      assert.deepEqual(changeOf(before, document.getText()), change);
      await until(ofRule, (left) => left < ofRuleBefore, 'findings after the fix');
      if (comes) await finding(document, comes);
      // No other comes: what went was an alarm, or is not counted among them.
      const gone = found.severity <= vscode.DiagnosticSeverity.Warning ? 1 : 0;
      const most = alarmsBefore - gone + (comes ? 1 : 0);
      assert.ok(alarms(document).length <= most, alarms(document).join('\n'));
    });
  }

  test('table/missing-table: a table of zeros in the layout of the draft', async () => {
    const document = await open('fixtures/pdf-space-rows.txt');
    const { range } = await finding(document, 'table/missing-table');
    const before = document.getText();
    await applyQuickFix(document, range, '插入数字为 0 的法定表格');
    const change = changeOf(before, document.getText());
    assert.ok(change.every((line) => line.startsWith('+')));
    assert.equal(change.at(-1), '+0 0 0 0 0 0 0 0 0 0 0 0 0 0 0');
    await until(
      () => alarms(document),
      (now) => now.length === 1,
      'alarms after the fix',
    );
  });

  test('text/untranslated: the word is allowed, for all reports of the workspace', async () => {
    const config = fileUri('.nianbao.json');
    try {
      const document = await open('fixtures/pipe-rows.txt');
      await finding(document, 'text/untranslated');
      const start = document.positionAt(document.getText().indexOf('docflow'));
      const before = document.getText();
      await applyQuickFix(document, new vscode.Range(start, start), '在本工作区允许“docflow”');
      await until(
        () => alarms(document).filter((line) => line.includes('docflow')),
        (left) => left.length === 0,
        'docflow is still reported',
      );
      assert.equal(document.getText(), before);
      const written = (await vscode.workspace.openTextDocument(config)).getText();
      assert.deepEqual(JSON.parse(written), { allowedTerms: ['docflow'] });
    } finally {
      await vscode.workspace.fs.delete(config).then(undefined, () => undefined);
    }
  });

  test('the one to choose first is marked', async () => {
    const document = await open('fixtures/pipe-rows.txt');
    const { range } = await finding(document, 'table/broken-total');
    const [first] = await quickFixes(document, range);
    assert.equal(first?.isPreferred, true);
  });
});
