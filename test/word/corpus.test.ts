import { describe, expect, it } from 'vitest';
import { fixEdits, lint, readReport } from '../../server/src/index.ts';
import { cellIn } from '../../server/src/report/find.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { placeIn, readWord, remarkOn, reviewWord, type WordDraft } from '../../server/src/word/bundle.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { accepted, partsOf, rejected } from './revisions.ts';
import { WAYS } from './traps.ts';

const html = LAYOUTS.find(({ format }) => format === 'html') ?? LAYOUTS[0];
const clean = draft({ layout: html, seed: 7, size: 'large' });
const SAID = '本局依据(国务院令第711号)办理,并加强 management 工作。';
const faulty = draft({
  layout: html,
  seed: 7,
  size: 'large',
  cells: { 'requests/new/total': '99999' },
  say: { 6: SAID },
});

function read(bytes: Uint8Array): WordDraft {
  const result = readWord(bytes);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

const problemsIn = ({ text }: WordDraft) => lint(text).problems;

describe.each(WAYS)('a report written with $name', ({ write, cell = { table: 2, row: 4, column: 10 } }) => {
  it('has every cell in its place and no finding when it is right', async () => {
    const document = read(await write(clean.text));
    const report = readReport(document.text);
    for (const [id, raw] of clean.printed) expect(cellIn(report, id)?.raw, id).toBe(raw);
    const alarms = problemsIn(document).filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(alarms.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });

  it('has every fault at its place when it is wrong', async () => {
    const document = read(await write(faulty.text));
    const found = problemsIn(document).map(({ rule, span }) => ({ rule, place: placeIn(document, span) }));
    const total = found.find(({ rule }) => rule === 'table/broken-total');
    expect(total?.place).toEqual({ ...cell, text: '99999' });
    const foreign = found.find(({ rule }) => rule === 'text/untranslated');
    expect(foreign?.place?.text.trim()).toBe(SAID);
    expect(found.filter(({ rule }) => rule === 'text/untranslated')).toHaveLength(1);
  });

  it('comes back from review as the fixed text when accepted, as it was when rejected, and once', async () => {
    const bytes = await write(faulty.text);
    const document = read(bytes);
    const options = { fileName: 'draft.docx' };
    const date = '2026-01-20T09:00:00Z';
    const problems = lint(document.text, options).problems;
    const edits = fixEdits(document.text, options);
    const remarks = problems.map((problem) => remarkOn(problem, 'zh', 'track'));
    const reviewed = reviewWord(document, { remarks, edits, changes: 'track', date });
    expect(reviewed.comments).toBe(problems.length);
    expect(read(rejected(reviewed.bytes)).text).toBe(document.text);
    const fixed = edits.length - reviewed.left;
    expect(reviewed.changes).toBe(fixed);
    if (reviewed.left === 0) expect(read(accepted(reviewed.bytes)).text).toBe(applyEdits(document.text, edits).text);
    const again = read(reviewed.bytes);
    const twice = reviewWord(again, {
      remarks: lint(again.text, options).problems.map((problem) => remarkOn(problem, 'zh', 'track')),
      edits: fixEdits(again.text, options),
      changes: 'track',
      date,
    });
    expect(twice.comments).toBe(0);
    expect(partsOf(twice.bytes)).toEqual(partsOf(reviewed.bytes));
  });
});
