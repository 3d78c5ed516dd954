import { describe, expect, test } from 'vitest';
import { MarkupKind } from 'vscode-languageserver-types';
import { hover } from '../../server/src/language/hover.ts';
import { escapeMarkdown } from '../../server/src/language/markup.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { allViews, at, isInside, positionsIn, textAt, viewOf, viewOfDraft } from './views.ts';

const shown = (view: Parameters<typeof hover>[0], position: Parameters<typeof hover>[1]) => {
  const answer = hover(view, position, MarkupKind.PlainText);
  return answer && 'value' in (answer.contents as object) ? (answer.contents as { value: string }).value : undefined;
};

describe('a cell', () => {
  test.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('says its equations in %s', (_, layout) => {
    const made = draft({ layout, seed: 3 });
    const view = viewOf(made.text, made.format);
    const span = made.cellAt('requests/resultTotal/natural');
    const text = shown(view, view.document.positionAt(span.start));
    const value = made.printed.get('requests/resultTotal/natural');
    expect(text).toContain(`「（七）总计」申请人情况 › 自然人 ${value} 件`);
    expect(text).toContain('自然人列：各项结果之和＝（七）总计');
    expect(text).toContain('自然人列：一＋二＝（七）总计＋四');
    expect(text).toContain('等于');
    expect(text).not.toContain('不等于');
    expect(text).toContain('三、收到和处理政府信息公开申请情况');
  });

  test('names the unit once, whoever has written it', () => {
    const made = draft({ cells: { 'proactive/fees/amount': '297万元' } });
    const view = viewOf(made.text, made.format);
    const text = shown(view, view.document.positionAt(made.text.indexOf('297万元')));
    expect(text).toContain('297万元');
    expect(text).not.toMatch(/万元\s*万元/);
  });

  test('a wrong total says by how much', () => {
    const made = draft({ seed: 3, cells: { 'requests/granted/total': '999' } });
    const view = viewOf(made.text);
    const text = shown(view, view.document.positionAt(made.cellAt('requests/granted/total').start));
    expect(text).toMatch(/各列之和＝总计：.*，不等于 999，相差 \d+/);
    expect(text).toContain('依据：条例第三十六条第（一）（二）项');
  });

  test('a blank makes the sum unknown, never 0', () => {
    const made = draft({ seed: 3, cells: { 'requests/granted/natural': '' } });
    const view = viewOf(made.text);
    const text = shown(view, view.document.positionAt(made.cellAt('requests/granted/natural').start));
    expect(text).toContain('有空白或缺行，无法核对');
  });

  test('in English, and in Markdown with every mark escaped', () => {
    const made = draft({ seed: 3 });
    const view = { ...viewOf(made.text), locale: 'en' as const };
    const place = view.document.positionAt(made.cellAt('requests/granted/natural').start);
    const contents = hover(view, place, MarkupKind.Markdown)?.contents as { value: string };
    expect(contents.value).toContain('**equals**');
    expect(contents.value).toContain('Basis\\: ');
    expect(escapeMarkdown('*1*<b>|\n[x](y) www.z.cn')).toBe('\\*1\\*\\<b\\>\\| \\[x\\]\\(y\\) www\\.z\\.cn');
  });
});

describe('a number in prose', () => {
  const text = (stated: number) => draft({ prose: { overview: [`全年新收政府信息公开申请${stated}件。`] }, seed: 5 });

  test('says the cell and whether they agree', () => {
    const value = Number(text(1).printed.get('requests/new/total'));
    const right = viewOf(text(value).text);
    expect(shown(right, at(right, `申请▮${value}件`))).toContain(`总计列 ${value} 件，一致`);
    const wrong = viewOf(text(value + 2).text);
    const answer = hover(wrong, at(wrong, `申请▮${value + 2}件`), MarkupKind.PlainText);
    expect(answer?.contents).toMatchObject({ value: expect.stringContaining('相差 2') });
    expect(answer?.range && textAt(wrong, answer.range)).toBe(String(value + 2));
  });

  test('a sentence that says none shows the cells that must be 0', () => {
    const view = viewOfDraft({ size: 'zero', prose: { overview: ['本年度未收到政府信息公开申请。'] } });
    expect(shown(view, at(view, '未▮收到政府信息公开申请'))).toContain(
      '「一、本年新收政府信息公开申请数量」总计列 0 件',
    );
  });
});

test('a heading says what its section must contain', () => {
  const view = viewOfDraft();
  expect(shown(view, at(view, '一、总▮体情况'))).toContain('监督保障');
  expect(shown(view, at(view, '六、其▮他需要报告的事项'))).toContain('信息处理费');
});

test('a law and a document number say what they are', () => {
  const view = viewOf(
    draft({
      prose: { preface: ['依据《中华人民共和国政府信息公开条例》、国办公开办函〔2019〕60号和国办函(2020)109号编制。'] },
    }).text,
  );
  expect(shown(view, at(view, '《中华▮人民共和国政府信息公开条例》'))).toContain('现行有效');
  expect(shown(view, at(view, '国办公开▮办函〔2019〕60号'))).toMatch(/已被取代：2021年9月26日起为.*〔2021〕30号/);
  expect(shown(view, at(view, '国办▮函(2020)109号'))).toContain('发布机关：国务院办公厅');
});

test('a row label says its article', () => {
  const view = viewOfDraft();
  expect(shown(view, at(view, '1.属▮于国家秘密'))).toContain('（三）不予公开 › 1.属于国家秘密');
  expect(shown(view, at(view, '1.属▮于国家秘密'))).toContain('条例第十四条');
});

test('nothing is said where nothing stands', () => {
  expect(shown(viewOf(''), { line: 0, character: 0 })).toBeUndefined();
});

test.each(allViews().map(({ name, view }) => [name, view] as const))('answers anywhere in %s', (_, view) => {
  for (const position of positionsIn(view)) {
    const answer = hover(view, position, MarkupKind.Markdown);
    if (answer?.range) expect(isInside(view, answer.range)).toBe(true);
  }
});
