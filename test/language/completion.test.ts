import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, InsertTextFormat, type TextEdit } from 'vscode-languageserver-types';
import { completions } from '../../server/src/language/completion.ts';
import type { DraftView } from '../../server/src/language/draft-view.ts';
import { snippetText } from '../../server/src/language/snippet.ts';
import { sectionIn } from '../../server/src/report/find.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS, layoutNamed } from '../support/layouts.ts';
import { allViews, isInside, positionsIn, viewOf } from './views.ts';

/** The draft with ▮ where the cursor is. */
function atCursor(
  marked: string,
  format: 'text' | 'markdown' = 'text',
  asked = true,
): { view: DraftView; items: CompletionItem[] } {
  const offset = marked.indexOf('▮');
  const view = viewOf(marked.replace('▮', ''), format);
  return { view, items: completions(view, view.document.positionAt(offset), false, asked) };
}
const texts = (items: readonly CompletionItem[]) => items.map((item) => (item.textEdit as TextEdit).newText);
const apply = (view: DraftView, item: CompletionItem | undefined): string =>
  TextDocument.applyEdits(view.document, item?.textEdit ? [item.textEdit as TextEdit] : []);
const found = (items: readonly CompletionItem[], text: string) =>
  items.find((item) => (item.textEdit as TextEdit).newText.includes(text));

/** Prose that says none of what is said every year. */
const SILENT = { preface: ['编制说明如下。'], overview: ['（一）主动公开。按时更新栏目。'], other: ['无。'] };
const made = draft({ seed: 9, size: 'large', prose: SILENT });
const number = (id: Parameters<typeof made.printed.get>[0]) => made.printed.get(id);
const OVERVIEW = '一、总体情况\n';

describe('sentences', () => {
  test('with the year and the numbers of the tables', () => {
    const { items } = atCursor(made.text.replace(OVERVIEW, `${OVERVIEW}▮\n`));
    expect(texts(items)).toContain(
      `2024年，新收政府信息公开申请${number('requests/new/total')}件，上年结转${number('requests/carriedIn/total')}件；办结${number('requests/resultTotal/total')}件，结转下年度继续办理${number('requests/carriedOut/total')}件。`,
    );
    expect(found(items, '统计期限')).toBeUndefined();
  });

  test('go on from what is typed, after a sentence too', () => {
    const { view, items } = atCursor(made.text.replace(OVERVIEW, `${OVERVIEW}我局重视公开工作。新收▮\n`));
    expect(items.length).toBeGreaterThan(0);
    expect(apply(view, items[0])).toContain('我局重视公开工作。2024年，新收政府信息公开申请');
    expect(atCursor(made.text.replace(OVERVIEW, `${OVERVIEW}我局重视公开工作▮\n`)).items).toEqual([]);
  });

  test('say none where the tables say 0', () => {
    const zero = draft({ size: 'zero', prose: SILENT }).text;
    const { items } = atCursor(zero.replace(OVERVIEW, `${OVERVIEW}▮\n`));
    expect(texts(items)).toContain('2024年，本机关未收到政府信息公开申请。');
    expect(texts(items)).toContain('没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。');
  });

  test('the period stands in the preface, the fee in section six, and not before 2021', () => {
    const preface = atCursor(made.text.replace(OVERVIEW, `▮\n${OVERVIEW}`));
    expect(texts(preface.items)).toContain('本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。');
    const six = atCursor(made.text.replace('其他需要报告的事项\n', '其他需要报告的事项\n▮\n'));
    expect(found(six.items, '信息处理费')).toBeDefined();
    const old = draft({ form: '2019', year: 2020, prose: SILENT }).text;
    const then = atCursor(old.replace('其他需要报告的事项\n', '其他需要报告的事项\n▮\n'));
    expect(texts(then.items)).toEqual(['没有其他需要报告的事项。']);
  });

  test.each(
    (['zero', 'small', 'large'] as const).flatMap((size) =>
      (['2021', '2019'] as const).map((form) => [size, form] as const),
    ),
  )('raise no finding of their own (%s, %s)', (size, form) => {
    const text = draft({ size, form, seed: 11, prose: { preface: ['编制说明如下。'] } }).text;
    const alarms = (view: DraftView) =>
      view.result.problems
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ rule }) => rule);
    const before = alarms(viewOf(text));
    for (const place of [OVERVIEW, '编制说明如下。\n', '六、其他需要报告的事项\n']) {
      const { view, items } = atCursor(text.replace(place, `${place}▮\n`));
      for (const item of items)
        expect(before, item.label).toEqual(expect.arrayContaining(alarms(viewOf(apply(view, item)))));
    }
  });
});

describe('while somebody types', () => {
  const ASPECTS = ['（一）主动公开。按时更新栏目。', '（二）依申请公开。', '（五）监督保障。开展培训。'];
  const text = draft({ size: 'zero', prose: { ...SILENT, overview: ASPECTS } }).text;

  test('nothing is offered at the beginning of a sentence, unless it is asked for', () => {
    for (const aspect of ASPECTS) {
      const marked = text.replace(aspect, `${aspect}▮`);
      expect(atCursor(marked, 'text', false).items).toEqual([]);
      expect(atCursor(marked).items).not.toEqual([]);
    }
    expect(atCursor(text.replace('编制说明如下。', '编制说明如下。▮'), 'text', false).items).toEqual([]);
  });

  test('what is offered goes on exactly as typed', () => {
    const typed = (words: string) => atCursor(text.replace(ASPECTS[1] ?? '', `${ASPECTS[1]}${words}▮`), 'text', false);
    expect(typed('件').items).toEqual([]);
    expect(typed('本机').items).toEqual([]); // in the middle of a sentence that begins with the year
    expect(texts(typed('没有因').items)).toEqual(['没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。']);
  });
});

describe('what is asked for', () => {
  const said = '（二）依申请公开。2024年，本机关未收到政府信息公开申请。';
  const overview = ['（一）主动公开。按时更新栏目。', said, '（五）监督保障。开展培训。'];

  test('is not what the section says already', () => {
    const text = draft({ size: 'zero', prose: { ...SILENT, overview } }).text;
    const { items } = atCursor(text.replace(said, `${said}▮`));
    expect(found(items, '未收到')).toBeUndefined();
    expect(found(items, '行政复议')).toBeDefined();
  });

  test('begins with what belongs to the aspect', () => {
    const text = draft({ size: 'zero', prose: { ...SILENT, overview } }).text;
    const first = (at: string) => texts(atCursor(text.replace(at, `${at}▮`)).items)[0];
    expect(first('按时更新栏目。')).toContain('行政规范性文件');
    expect(first(said)).toContain('行政复议');
  });
});

describe('headings and aspects', () => {
  test('those that are not there yet', () => {
    const text = draft({ sections: [1, 2, 3, 4, 6], prose: { overview: ['（一）主动公开。我局主动公开信息。'] } }).text;
    const { items } = atCursor(text.replace('六、', '▮\n六、'));
    expect(texts(items)).toContain('五、存在的主要问题及改进情况');
    expect(found(items, '四、')).toBeUndefined();
    const { items: inOverview } = atCursor(text.replace('我局主动公开信息。\n', '我局主动公开信息。\n（▮\n'));
    expect(texts(inOverview)).toContain('（二）依申请公开。');
    expect(found(inOverview, '主动公开。')).toBeUndefined();
  });

  test('a lost section comes with its table, in the draft’s layout', () => {
    const text = draft({ sections: [1, 2, 4, 5, 6], layout: layoutNamed('tab-rows') }).text;
    const { view, items } = atCursor(text.replace('四、政府', '三▮\n四、政府'));
    const whole = items.find((item) => (item.textEdit as TextEdit).newText.includes('\t'));
    expect(whole?.label).toBe('三、收到和处理政府信息公开申请情况');
    const after = viewOf(apply(view, whole)).report;
    expect(sectionIn(after, 3)).toBeDefined();
    expect(after.tables.requests?.rows).toHaveLength(25);
  });

  test('in Markdown, once with its marks', () => {
    const text = draft({ sections: [1, 2, 3, 4, 6], layout: layoutNamed('markdown') }).text;
    const bare = atCursor(text.replace('## 六、', '▮\n\n## 六、'), 'markdown');
    expect(texts(bare.items)).toContain('## 五、存在的主要问题及改进情况');
    const typed = atCursor(`${text}\n## ▮\n`, 'markdown');
    expect(apply(typed.view, found(typed.items, '五、存在'))).toContain('\n## 五、存在');
  });
});

describe('rows', () => {
  test.each(
    LAYOUTS.filter(({ id }) => ['pipe-rows', 'tab-rows', 'markdown', 'pipe-cells'].includes(id)).map(
      (each) => [each.name, each] as const,
    ),
  )('a lost row is written as the table writes its rows: %s', (_, layout) => {
    const lost = draft({ layout, faults: { dropRows: ['notHandled.repeat'] } });
    const view = viewOf(lost.text, lost.format);
    const line = lost.labelLine('notHandled.publication') - 1;
    const text = lost.text.split('\n').toSpliced(line, 0, '').join('\n');
    const open = viewOf(text, lost.format);
    const item = found(completions(open, { line, character: 0 }, false, true), '重复申请');
    expect(view.report.tables.requests?.missingRows).toHaveLength(1);
    expect(item).toBeDefined();
  });

  test('a label goes on as typed', () => {
    const { view, items } = atCursor(made.text.replace('1.属于国家秘密 |', '1.属于▮ |'));
    expect(texts(items)).toContain('1.属于国家秘密');
    expect(apply(view, found(items, '1.属于国家秘密'))).toContain('| 1.属于国家秘密 |');
  });
});

test('holes are filled in one after the other, the same one once', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet, not a template
  const expected = '自${1:20xx}年至${1}年，${2:0}件{\\$1\\}\\\\';
  expect(snippetText(['自', { hole: '20xx' }, '年至', { hole: '20xx' }, '年，', { hole: '0' }, '件{$1}\\'])).toBe(
    expected,
  );
  const view = viewOf('一、总体情况\n\n二、主动公开政府信息情况\n');
  const items = completions(view, { line: 1, character: 0 }, true, true);
  expect(items.every(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet)).toBe(true);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet, not a template
  const begun = '${1:20xx}年，新收政府信息公开申请${2:0}件';
  expect(texts(items).some((text) => text.startsWith(begun))).toBe(true);
});

test.each(allViews().map(({ name, view }) => [name, view] as const))('answers anywhere in %s', (_, view) => {
  for (const position of positionsIn(view, 80)) {
    for (const { label, textEdit } of completions(view, position, true, true)) {
      expect(label).not.toBe('');
      expect(isInside(view, (textEdit as TextEdit).range)).toBe(true);
      expect((textEdit as TextEdit).range.end).toEqual(position);
    }
  }
});
