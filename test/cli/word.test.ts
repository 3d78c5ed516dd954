import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as engine from '../../server/src/index.ts';
import { readWord } from '../../server/src/word/word.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS, layoutNamed } from '../support/layouts.ts';
import { bodyOf, paragraph, word } from '../word/ooxml.ts';
import { accepted, partsOf, rejected } from '../word/revisions.ts';
import { cli as commandLine, folderOf } from './harness.ts';

const cli = (cwd: string, argv: readonly string[]) => commandLine(cwd, argv, { engine });

const html = LAYOUTS.find(({ format }) => format === 'html') ?? LAYOUTS[0];
const written = draft({
  layout: html,
  cells: { 'requests/new/total': '99999' },
  say: { 6: '依据(国务院令第711号)办理 ，加强 management 工作。' },
});
const clean = word(bodyOf(draft({ layout: html }).text));
const faulty = word(bodyOf(written.text));

const textOf = (bytes: Uint8Array): string => {
  const read = readWord(bytes);
  return typeof read === 'string' ? read : read.text;
};

describe('a Word document', () => {
  it('is checked like any other draft, each finding with its paragraph or its cell', async () => {
    const cwd = folderOf({ 'draft.docx': faulty, 'b/clean.docx': clean });
    const { status, stdout } = await cli(cwd, ['--format', 'json', '--no-relations', '.']);
    expect(status).toBe(1);
    const [second, first] = JSON.parse(stdout).files;
    expect(second).toMatchObject({ path: 'b/clean.docx', encoding: 'docx', problems: [] });
    const total = first.problems.find(({ rule }: { rule: string }) => rule === 'table/broken-total');
    expect(total.place).toEqual({ table: 2, row: 4, column: 10, text: '99999' });
    const foreign = first.problems.find(({ rule }: { rule: string }) => rule === 'text/untranslated');
    expect(foreign.place).toMatchObject({ text: '依据(国务院令第711号)办理 ，加强 management 工作。' });
    expect(foreign.place.paragraph).toBeGreaterThan(5);
  });

  it('has logical locations in SARIF, and places in words for a person', async () => {
    const cwd = folderOf({ 'draft.docx': faulty });
    const { runs } = JSON.parse((await cli(cwd, ['--format', 'sarif', 'draft.docx'])).stdout);
    const result = runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'table/broken-total');
    expect(result.locations[0].logicalLocations).toEqual([
      { name: '99999', fullyQualifiedName: 'table 2 row 4 column 10', kind: 'element' },
    ]);
    expect((await cli(cwd, ['draft.docx'])).stdout).toMatch(/表 2 第 4 行第 10 列 {2}错误/);
  });

  it.each([
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '另存为”.docx'],
    ['a.docx', new Uint8Array([0x25, 0x50, 0x44, 0x46]), '这是 PDF'],
    ['a.docx', new TextEncoder().encode('文字'), '内容却不是'],
    ['a.docx', clean.slice(0, 900), '已损坏'],
  ])('that cannot be read is named with what to do: %s', async (name, bytes, said) => {
    const { status, stderr } = await cli(folderOf({ [name]: bytes }), [name]);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  it('with revisions of others, or pictures where a table should be, says how it was read', async () => {
    const picture = '<w:p><w:r><w:drawing><a:blip r:embed="rId5"/></w:drawing></w:r></w:p>';
    const body = bodyOf(draft({ layout: html }).text).replace(/<w:tbl>[\s\S]*?<\/w:tbl>/, picture);
    const inserted = '<w:p><w:ins w:id="1" w:author="张"><w:r><w:t>另行说明。</w:t></w:r></w:ins></w:p>';
    const cwd = folderOf({ 'draft.docx': word(body + inserted) });
    const { stderr } = await cli(cwd, ['draft.docx']);
    expect(stderr).toContain('draft.docx：文档中有 1 处修订，按全部接受后的文字核对');
    expect(stderr).toContain('draft.docx：文档中有 1 张图片');
    const { files } = JSON.parse((await cli(cwd, ['--format', 'json', 'draft.docx'])).stdout);
    expect(files[0]).toMatchObject({ revisions: 1, pictures: 1 });
  });

  it('is not touched by --fix, which says what to use instead', async () => {
    const cwd = folderOf({ 'draft.docx': faulty });
    const { status, stderr } = await cli(cwd, ['--fix', 'draft.docx']);
    expect(status).toBe(2);
    expect(stderr).toContain('nianbao-lint review');
    expect(new Uint8Array(readFileSync(join(cwd, 'draft.docx')))).toEqual(faulty);
  });
});

describe('review', () => {
  const reviewed = async (...more: string[]): Promise<Uint8Array> => {
    const cwd = folderOf({ 'draft.docx': faulty });
    const { status } = await cli(cwd, ['review', 'draft.docx', '-o', 'out.docx', ...more]);
    expect(status).toBe(0);
    return new Uint8Array(readFileSync(join(cwd, 'out.docx')));
  };

  it('writes each finding as a comment and each safe fix as a tracked change', async () => {
    const out = await reviewed();
    const parts = partsOf(out);
    expect(parts['word/comments.xml']).toContain('【错误】');
    expect(parts['word/comments.xml']).toContain('99999');
    const original = textOf(faulty);
    expect(textOf(rejected(out))).toBe(original);
    expect(textOf(accepted(out))).toBe(engine.fix(original, { fileName: 'draft.docx' }).text);
    expect(textOf(accepted(out))).not.toBe(original);
  });

  it('leaves the text alone with --comments-only, and changes it at once with --accept-safe', async () => {
    expect(textOf(await reviewed('--comments-only'))).toBe(textOf(faulty));
    const at = await reviewed('--accept-safe');
    expect(textOf(at)).toBe(engine.fix(textOf(faulty)).text);
    expect(partsOf(at)['word/document.xml']).not.toMatch(/<w:(?:ins|del) /);
  });

  it('of its own output adds nothing', async () => {
    const out = await reviewed();
    const cwd = folderOf({ 'once.docx': out });
    await cli(cwd, ['review', 'once.docx', '-o', 'twice.docx']);
    expect(partsOf(new Uint8Array(readFileSync(join(cwd, 'twice.docx'))))).toEqual(partsOf(out));
  });

  it('puts a folder’s documents into a folder, each in its place', async () => {
    const cwd = folderOf({ 'in/a.docx': faulty, 'in/b/c.docx': clean, 'in/letter.docx': word(paragraph('通知')) });
    const { status, stderr } = await cli(cwd, ['review', 'in', '-o', 'out']);
    expect(status).toBe(0);
    expect(existsSync(join(cwd, 'out/a.docx'))).toBe(true);
    expect(existsSync(join(cwd, 'out/b/c.docx'))).toBe(true);
    expect(existsSync(join(cwd, 'out/letter.docx'))).toBe(false);
    expect(stderr).toContain('letter.docx');
  });

  it('leaves a file of the output’s name alone, unless it is the same review or --force is given', async () => {
    const cwd = folderOf({ 'a.docx': faulty, 'b.docx': clean });
    expect((await cli(cwd, ['review', 'a.docx', '-o', 'out.docx'])).status).toBe(0);
    const first = readFileSync(join(cwd, 'out.docx'));
    expect((await cli(cwd, ['review', 'a.docx', '-o', 'out.docx'])).status).toBe(0);
    const other = await cli(cwd, ['review', 'b.docx', '-o', 'out.docx']);
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('已有同名文件');
    expect(readFileSync(join(cwd, 'out.docx'))).toEqual(first);
    expect((await cli(cwd, ['review', 'b.docx', '-o', 'out.docx', '--force'])).status).toBe(0);
    expect(readFileSync(join(cwd, 'out.docx'))).not.toEqual(first);
    expect(readdirSync(cwd).sort()).toEqual(['a.docx', 'b.docx', 'out.docx']);
  });

  it('never writes over the document itself, and asks for a place to write', async () => {
    const cwd = folderOf({ 'a.docx': faulty });
    expect((await cli(cwd, ['review', 'a.docx', '-o', 'a.docx'])).status).toBe(2);
    expect((await cli(cwd, ['review', 'a.docx'])).stderr).toContain('-o');
    expect(new Uint8Array(readFileSync(join(cwd, 'a.docx')))).toEqual(faulty);
  });
});

describe('convert', () => {
  it.each(['docx', 'html', 'md', 'txt'])(
    'writes a draft as .%s, and what it wrote is the same report',
    async (ending) => {
      const cwd = folderOf({ 'draft.docx': faulty, 'draft.md': draft({ layout: layoutNamed('markdown') }).text });
      for (const name of ['draft.docx', 'draft.md']) {
        const out = `${name}.${ending}`;
        expect((await cli(cwd, ['convert', name, '-o', out])).status).toBe(0);
        const before = JSON.parse((await cli(cwd, ['--format', 'json', name])).stdout).files[0];
        const after = JSON.parse((await cli(cwd, ['--format', 'json', out])).stdout).files[0];
        const errors = (file: typeof before) =>
          file.problems
            .filter(({ severity }: { severity: string }) => severity === 'error')
            .map(({ message }: { message: string }) => message);
        expect(errors(after)).toEqual(errors(before));
      }
    },
  );

  it('writes over nothing unasked, and says what it cannot write or read', async () => {
    const cwd = folderOf({ 'a.docx': clean, 'out.txt': '别的', 'b.pdf': '%PDF-1.7' });
    expect((await cli(cwd, ['convert', 'a.docx', '-o', 'out.txt'])).stderr).toContain('已有同名文件');
    expect((await cli(cwd, ['convert', 'a.docx', '-o', 'out.txt', '--force'])).status).toBe(0);
    expect((await cli(cwd, ['convert', 'a.docx', '-o', 'out.odt'])).stderr).toContain('.docx、.html');
    expect((await cli(cwd, ['convert', 'a.docx'])).stderr).toContain('-o');
    expect((await cli(cwd, ['convert', 'a.docx', 'b.txt'])).status).toBe(0);
    expect((await cli(cwd, ['convert', 'b.pdf', 'c.txt'])).status).toBe(2);
  });
});
