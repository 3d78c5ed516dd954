import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../server/src/text/span.ts';
import { applyEdits, withoutCollisions } from '../../server/src/text/span.ts';
import { reviewWord } from '../../server/src/word/review/review.ts';
import { readWord, type WordDraft } from '../../server/src/word/word.ts';
import { listed, NUMBERING, paragraph, run, table, word } from './ooxml.ts';
import { accepted, partsOf, rejected } from './revisions.ts';

const DATE = '2026-01-20T09:00:00Z';

function read(bytes: Uint8Array): WordDraft {
  const result = readWord(bytes);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

const at = (draft: WordDraft, wanted: string, newText: string): Edit => {
  const start = draft.text.indexOf(wanted);
  expect(start).toBeGreaterThanOrEqual(0);
  return { span: { start, end: start + wanted.length }, newText };
};

const review = (bytes: Uint8Array, edits: readonly Edit[], changes: 'track' | 'accept' = 'track') =>
  reviewWord(read(bytes), { edits, remarks: [], changes, date: DATE });

describe('tracked changes', () => {
  const body = paragraph(run('收到', '<w:b/>') + run('申请&数量三') + run('件。'));

  it('delete and insert exactly the characters, in the look of their run', () => {
    const bytes = word(body);
    const { bytes: out, changes } = review(bytes, [at(read(bytes), '到申', '至申')]);
    expect(changes).toBe(1);
    const xml = partsOf(out)['word/document.xml'] ?? '';
    expect(xml).toContain('<w:delText xml:space="preserve">到</w:delText>');
    expect(xml).toContain('<w:r><w:rPr><w:b/></w:rPr><w:delText');
    expect(read(accepted(out)).text).toBe('收至申请&数量三件。\n');
    expect(read(rejected(out)).text).toBe(read(bytes).text);
    expect(xml).toContain(run('件。'));
  });

  it('made at once leave no revision', () => {
    const bytes = word(body);
    const { bytes: out } = review(bytes, [at(read(bytes), '数量三', '数量 3')], 'accept');
    expect(read(out).text).toBe('收到申请&数量 3件。\n');
    expect(partsOf(out)['word/document.xml']).not.toContain('w:ins');
  });

  it('inside an insertion of somebody else stay our own', () => {
    const bytes = word(
      paragraph(
        `${run('共')}<w:ins w:id="4" w:author="张" w:date="2026-01-01T00:00:00Z">${run('十二件件')}</w:ins>${run('。')}`,
      ),
    );
    const { bytes: out } = review(bytes, [at(read(bytes), '二件件', '三件')]);
    const xml = partsOf(out)['word/document.xml'] ?? '';
    expect(xml.match(/<w:ins w:id="4"/g)).toHaveLength(2);
    expect(read(accepted(out)).text).toBe('共十三件。\n');
    expect(read(rejected(out)).text).toBe('共十二件件。\n');
  });

  it('that would join paragraphs, write into a number or into a field are left', () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const bytes = word(
      paragraph(run('甲'), listed(0)) + paragraph('乙') + paragraph(`共${field}`.replace('共', run('共'))),
      {
        parts: { numbering: NUMBERING },
      },
    );
    const draft = read(bytes);
    expect(draft.text).toBe('一、甲\n\n乙\n\n共12\n');
    const edits = [at(draft, '一、', '二、'), at(draft, '甲\n\n乙', '甲乙'), at(draft, '12', '13')];
    const { bytes: out, changes, left } = review(bytes, edits);
    expect({ changes, left }).toEqual({ changes: 0, left: 3 });
    expect(partsOf(out)).toEqual(partsOf(bytes));
  });
});

describe('comments', () => {
  const bytes = word(`${paragraph('收到申请三件。')}<w:p/>${table('<tr><td>甲</td><td>5</td></tr>')}`);
  const remark = (draft: WordDraft, wanted: string, line: string) => {
    const start = draft.text.indexOf(wanted);
    return { span: { start, end: start + wanted.length }, lines: [line, '请核对 A<B。'] };
  };
  const said = (input: Uint8Array) => {
    const draft = read(input);
    return reviewWord(draft, {
      edits: [],
      remarks: [remark(draft, '三件', '数字'), remark(draft, '5', '表格')],
      changes: 'track',
      date: DATE,
    });
  };

  it('stand around their words, in the text and in a cell', () => {
    const parts = partsOf(said(bytes).bytes);
    const xml = parts['word/document.xml'] ?? '';
    expect(xml).toMatch(
      /<w:commentRangeStart w:id="0"\/><w:r><w:t xml:space="preserve">三件<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/>/,
    );
    expect(xml).toMatch(/<w:commentRangeStart w:id="1"\/><w:r><w:t xml:space="preserve">5<\/w:t>/);
    expect(parts['word/comments.xml']).toContain('请核对 A&lt;B。');
    expect(parts['[Content_Types].xml']).toContain('/word/comments.xml');
    expect(parts['word/_rels/document.xml.rels']).toContain('relationships/comments');
    expect(read(said(bytes).bytes).text).toBe(read(bytes).text);
  });

  it('are not written twice', () => {
    const once = said(bytes).bytes;
    const twice = said(once);
    expect(twice.comments).toBe(0);
    expect(partsOf(twice.bytes)).toEqual(partsOf(once));
  });

  it('come after those of others, which stay', () => {
    const other = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="6" w:author="李"><w:p><w:r><w:t>请改</w:t></w:r></w:p></w:comment></w:comments>`;
    const noted = word(
      paragraph(`<w:commentRangeStart w:id="6"/>${run('收到申请三件。')}<w:commentRangeEnd w:id="6"/>`),
      {
        parts: { comments: other },
      },
    );
    const draft = read(noted);
    const { bytes: out } = reviewWord(draft, {
      edits: [],
      remarks: [remark(draft, '三件', '数字')],
      changes: 'track',
      date: DATE,
    });
    const parts = partsOf(out);
    expect(parts['word/comments.xml']).toContain(other.slice(0, -'</w:comments>'.length));
    expect(parts['word/comments.xml']).toContain('w:id="7"');
    expect(parts['[Content_Types].xml']).toBe(partsOf(noted)['[Content_Types].xml']);
  });

  it('on an empty paragraph stand at its end', () => {
    const empty = word(`<w:p/>${paragraph('甲')}`);
    const { bytes: out } = reviewWord(read(empty), {
      edits: [],
      remarks: [{ span: { start: 0, end: 0 }, lines: ['缺标题'] }],
      changes: 'track',
      date: DATE,
    });
    expect(partsOf(out)['word/document.xml']).toMatch(/commentRangeStart w:id="0"/);
    expect(read(out).text).toBe(read(empty).text);
  });
});

describe('whatever is changed', () => {
  const piece = fc.record({
    text: fc.string({
      unit: fc.constantFrom('收', '到', '申', '1', '&', '<', ' ', '𠮷', '。'),
      minLength: 1,
      maxLength: 6,
    }),
    look: fc.constantFrom('', '<w:b/>'),
    kind: fc.constantFrom('run', 'inserted', 'link', 'tab'),
  });
  const written = (each: { text: string; look: string; kind: string }): string =>
    each.kind === 'inserted'
      ? `<w:ins w:id="9" w:author="张" w:date="2026-01-01T00:00:00Z">${run(each.text, each.look)}</w:ins>`
      : each.kind === 'link'
        ? `<w:hyperlink>${run(each.text, each.look)}</w:hyperlink>`
        : each.kind === 'tab'
          ? `<w:r><w:tab/><w:t xml:space="preserve">${each.text.replace(/[&<]/g, '甲')}</w:t><w:br/></w:r>`
          : run(each.text, each.look);
  const paragraphs = fc.array(fc.array(piece, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
  const changes = fc.array(fc.tuple(fc.nat(60), fc.nat(4), fc.constantFrom('', '新', 'a&b')), {
    minLength: 1,
    maxLength: 4,
  });

  it('accepted is the changed text, rejected the first, and all other parts keep their bytes', () => {
    fc.assert(
      fc.property(paragraphs, changes, (content, wanted) => {
        const bytes = word(content.map((pieces) => paragraph(pieces.map(written).join(''))).join(''));
        const draft = read(bytes);
        const edits = withoutCollisions(
          wanted
            .map(([start, length, newText]) => ({
              span: { start, end: Math.min(start + length, draft.text.length) },
              newText,
            }))
            .filter(({ span, newText }) => span.start <= span.end && (span.start < span.end || newText !== ''))
            .filter(
              ({ span }) =>
                draft.locateWhole(span) && !splitsPair(draft.text, span.start) && !splitsPair(draft.text, span.end),
            ),
        );
        const { bytes: out, left } = review(bytes, edits);
        fc.pre(left === 0);
        const wantedText = settled(applyEdits(draft.text, edits).text);
        expect(settled(read(out).text)).toBe(wantedText);
        expect(settled(read(accepted(out)).text)).toBe(wantedText);
        expect(read(rejected(out)).text).toBe(draft.text);
        const { 'word/document.xml': after, ...others } = partsOf(out);
        const { 'word/document.xml': before, ...same } = partsOf(bytes);
        expect(others).toEqual(same);
        expect(after === before).toBe(edits.length === 0);
      }),
      { numRuns: 300 },
    );
  });
});

/** How many line feeds part two lines is the projection's own affair. */
const settled = (text: string): string => text.replace(/\n+/g, '\n').trim();

const splitsPair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));
