import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { readWord, type WordDraft, writeBack } from '../../server/src/word/bundle.ts';
import { editsBetween } from '../../server/src/word/review/write-back.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { bodyOf, listed, NUMBERING, paragraph, run, word } from './ooxml.ts';
import { accepted, partsOf, rejected } from './revisions.ts';

const DATE = '2026-01-20T09:00:00Z';
const html = LAYOUTS.find(({ format }) => format === 'html') ?? LAYOUTS[0];

function read(bytes: Uint8Array): WordDraft {
  const result = readWord(bytes);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

describe('a draft that was changed in the editor', () => {
  const bytes = word(bodyOf(draft({ layout: html }).text));
  const { text } = read(bytes);
  const changed = text.replace('总体情况', '总的情况').replace('规章\t0\t0\t0', '规章\t1\t0\t20');

  it('comes back as tracked changes in its paragraphs and cells, and as it was when they are rejected', () => {
    const out = writeBack(read(bytes), changed, 'track', DATE);
    if (typeof out === 'string') throw new Error(out);
    expect(read(out).text).toBe(changed);
    expect(read(accepted(out)).text).toBe(changed);
    expect(read(rejected(out)).text).toBe(text);
    expect(partsOf(out)['word/document.xml']?.match(/<w:ins /g)).toHaveLength(3);
  });

  it('can be saved again and again: its own changes are changed', () => {
    const once = writeBack(read(bytes), changed, 'track', DATE);
    if (typeof once === 'string') throw new Error(once);
    const twice = writeBack(read(once), changed.replace('总的情况', '总体的情况'), 'track', DATE);
    if (typeof twice === 'string') throw new Error(twice);
    expect(read(twice).text).toBe(changed.replace('总的情况', '总体的情况'));
  });

  it('fills cells that were empty, in the look of their mark', () => {
    const mark = '<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>';
    const blank = word(
      `<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc><w:tc><w:p>${mark}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
    );
    expect(read(blank).text).toBe('甲\t\t\n');
    const out = writeBack(read(blank), '甲\t5\t6\n', 'track', DATE);
    if (typeof out === 'string') throw new Error(out);
    expect(read(out).text).toBe('甲\t5\t6\n');
    expect(read(rejected(out)).text).toBe('甲\t\t\n');
    expect(partsOf(out)['word/document.xml']).toContain(
      '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">5</w:t></w:r>',
    );
  });

  it('comes back in place when that is asked for', () => {
    const out = writeBack(read(bytes), changed, 'accept', DATE);
    expect(typeof out === 'string' ? out : partsOf(out)['word/document.xml']).not.toContain('<w:ins ');
  });

  it('is refused when paragraphs or cells came or went, or an automatic number was written over', () => {
    expect(writeBack(read(bytes), `${text}再写一段。\n`, 'track', DATE)).toBe('lines');
    expect(writeBack(read(bytes), text.replace('规章\t', '规章'), 'track', DATE)).toBe('lines');
    const numbered = word(paragraph(run('总体情况'), listed(0)), { parts: { numbering: NUMBERING } });
    expect(writeBack(read(numbered), '二、总体情况\n', 'track', DATE)).toBe('fixed');
    expect(typeof writeBack(read(numbered), '一、总的情况\n', 'track', DATE)).not.toBe('string');
  });

  it('is as it was when nothing was changed', () => {
    expect(writeBack(read(bytes), text.replaceAll('\n', '\r\n'), 'track', DATE)).toEqual(bytes);
  });
});

describe('the changes between two texts', () => {
  const line = fc.string({ unit: fc.constantFrom('收', '到', '1', '\t', '𠮷', '。'), maxLength: 8 });
  it('make the second of the first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 4 }), (lines) => {
        const before = `${lines.map(([first]) => first).join('\n')}。\n`;
        const after = `${lines.map(([, second]) => second).join('\n')}。\n`;
        const edits = editsBetween(before, after);
        const tabs = (text: string): number[] => text.split('\n').map((each) => each.split('\t').length);
        if (!edits) expect(tabs(before)).not.toEqual(tabs(after));
        else expect(applyEdits(before, edits).text).toBe(after);
      }),
    );
  });
});
