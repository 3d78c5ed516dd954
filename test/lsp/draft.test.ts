import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CodeActionKind } from 'vscode-languageserver/node';
import { allFound } from '../../server/src/check/counts.ts';
import { applied, startEditor } from './harness.ts';

const URI = 'file:///office/2023.txt';
const draft = readFileSync(new URL('../vscode/fixtures/pipe-rows.txt', import.meta.url), 'utf8');

test('a draft is mended through the protocol: total set, word replaced, nothing else changed', async () => {
  const editor = await startEditor();
  await editor.open(URI, draft);
  const items = await editor.items(URI);
  const total = items.find(({ code, message }) => code === 'table/broken-total' && /自然人/.test(String(message)));
  const word = items.find(({ code, message }) => code === 'text/untranslated' && /workflow/.test(String(message)));
  if (!total || !word) throw new Error('the fixture has lost its faults');
  expect(total.relatedInformation?.length).toBeGreaterThan(0);

  const [setTotal] = await editor.actions(URI, total.range, [CodeActionKind.QuickFix], [total]);
  expect(setTotal?.title).toBe('将「（七）总计」自然人列由 0 改为 3，「（七）总计」总计列由 0 改为 3');
  expect(setTotal?.isPreferred).toBe(true);
  const mended = applied(draft, setTotal?.edit);
  // One without the other would break the row's own sum.
  expect(mended).toBe(
    draft.replace('（七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '（七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |'),
  );

  await editor.change(URI, mended);
  const left = await editor.items(URI);
  const places = (diagnostics: typeof items) => diagnostics.map(({ code, range }) => [code, range.start]);
  expect(places(left)).toEqual(places(items.filter(({ code }) => code !== 'table/broken-total')));
  const [replace, report, workspace] = await editor.actions(URI, word.range, [CodeActionKind.QuickFix], [word]);
  expect(applied(mended, replace?.edit)).toBe(mended.replace(/ ?workflow ?/, '工作流程'));
  expect([report?.title, workspace?.title]).toEqual(['在本报告中允许“workflow”', '在本工作区允许“workflow”']);
});

test('the status says year, form and how much was checked', async () => {
  const editor = await startEditor();
  await editor.open(URI, draft);
  const items = await editor.items(URI);
  const status = await editor.statuses.first();
  expect(status).toMatchObject({ report: true, year: 2023, form: '2021' });
  expect(status.counts.checks.passed).toBeGreaterThan(30);
  expect(allFound(status.counts.found)).toBe(items.length);
  expect(status.counts.checks.failed).toBe(items.length);
});

test('what an issuer is can be said where its name does not tell', async () => {
  const editor = await startEditor();
  const name = '云岭综合实验区管理委员会';
  await editor.open(URI, draft.replace(/^[^\n]*2023年/, `${name}2023年`));
  const items = await editor.items(URI);
  const kind = items.find(({ code }) => code === 'structure/issuer-kind');
  if (!kind) throw new Error('the finding is gone');
  const actions = await editor.actions(URI, kind.range, [CodeActionKind.QuickFix], [kind]);
  const asGovernment = actions.find(({ title }) => title === `“${name}”按一级政府核对`);
  expect(JSON.stringify(asGovernment?.edit)).toContain('government');
});
