import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lint } from '../../server/src/index.ts';
import { diagnosticsFor, shownOf } from '../../server/src/lsp/shown.ts';

const text = `${'全年公开信息12条。。\n'.repeat(700)}本局已完成workflow改造，公开信息２０条、、共计。\n`;
const document = TextDocument.create('file:///r.txt', 'plaintext', 1, text);

/** Findings lead to no page and to no pack. */
const NO_LEADS = { rulePages: undefined, entryOf: undefined, locale: 'zh' } as const;

test('of very many findings the most urgent are sent, in the order of the text, and the list says so', () => {
  const result = lint(text);
  expect(result.problems.length).toBeGreaterThan(600);
  const shown = shownOf(document, result, NO_LEADS);
  const [notice, ...listed] = diagnosticsFor(shown, result, 'zh');
  expect(shown.size).toBe(500);
  expect(listed).toHaveLength(500);
  expect(notice?.message).toContain(`只列出最要紧的 500 处，另有 ${result.problems.length - 500} 处没有显示`);
  const starts = [...shown.keys()].map(({ span }) => span.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  const errors = result.problems.filter(({ severity }) => severity === 'error').length;
  expect(errors).toBeGreaterThan(0);
  expect([...shown.keys()].filter(({ severity }) => severity === 'error')).toHaveLength(errors);
});

test('fewer are all sent, without a word', () => {
  const result = lint('全年公开信息12条。。\n');
  expect(diagnosticsFor(shownOf(document, result, NO_LEADS), result, 'zh')).toHaveLength(result.problems.length);
});
