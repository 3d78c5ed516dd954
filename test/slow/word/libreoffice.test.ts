// The same corpus through LibreOffice: what it writes is read, and what the program writes it opens.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixEdits, lint, readReport } from '../../../server/src/index.ts';
import { cellIn } from '../../../server/src/report/find.ts';
import { placeIn, readWord, remarkOn, reviewWord, type WordDraft } from '../../../server/src/word/bundle.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';
import { WAYS, type Way } from '../../word/traps.ts';

const isThere = spawnSync('soffice', ['--version']).status === 0;
if (!isThere) console.log('LibreOffice is not installed: its documents are not tried.');

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

const home = mkdtempSync(join(tmpdir(), 'nianbao-office-'));
/** A folder in which the pages stay, for whoever wants to look at them. */
const keep = process.env.NIANBAO_KEEP;
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Converts all files of a folder into another, in a profile of its own. */
function convert(from: string, to: string, target: string, filter?: string): void {
  const files = readdirSync(from).map((name) => join(from, name));
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(home, 'profile')}`,
      '--headless',
      ...(filter ? [`--infilter=${filter}`] : []),
      ...['--convert-to', target, '--outdir', to],
      ...files,
    ],
    { encoding: 'utf8', timeout: 300_000 },
  );
  if (status !== 0) throw new Error(stderr);
}

function read(bytes: Uint8Array): WordDraft {
  const result = readWord(bytes);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

const folderOf = (name: string): string => {
  mkdirSync(join(home, name), { recursive: true });
  return join(home, name);
};

const page = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>年报</title></head><body>${body}</body></html>`;

describe.skipIf(!isThere)('documents that LibreOffice wrote', () => {
  const NAMES = [...WAYS.map((_, at) => `way-${at}`), 'page'];
  beforeAll(async () => {
    for (const [kind, text] of [
      ['clean', clean.text],
      ['faulty', faulty.text],
    ] as const) {
      const source = folderOf(`${kind}-source`);
      for (const [at, { write }] of WAYS.entries()) writeFileSync(join(source, `way-${at}.docx`), await write(text));
      convert(source, folderOf(kind), 'docx:MS Word 2007 XML');
      const web = folderOf(`${kind}-web`);
      writeFileSync(join(web, 'page.html'), page(text));
      convert(web, folderOf(kind), 'docx:MS Word 2007 XML', 'HTML (StarWriter)');
    }
  });

  const wayOf = (name: string): Way | undefined => WAYS[Number(name.slice('way-'.length))];
  const nameOf = (name: string): string => wayOf(name)?.name ?? 'from a web page';

  it.each(NAMES.map((name) => ({ name, way: nameOf(name) })))('have every cell and no finding: $way', ({ name }) => {
    const document = read(readFileSync(join(home, 'clean', `${name}.docx`)));
    const report = readReport(document.text);
    for (const [id, raw] of clean.printed) expect(cellIn(report, id)?.raw, id).toBe(raw);
    const alarms = lint(document.text).problems.filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    expect(alarms.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });

  it.each(NAMES.map((name) => ({ name, way: nameOf(name) })))('have every fault at its place: $way', ({ name }) => {
    const document = read(readFileSync(join(home, 'faulty', `${name}.docx`)));
    const { problems } = lint(document.text);
    const placeOf = (rule: string) => {
      const span = problems.find((problem) => problem.rule === rule)?.span;
      return span && placeIn(document, span);
    };
    expect(placeOf('table/broken-total')).toMatchObject({
      row: 4,
      column: wayOf(name)?.officeColumn ?? 10,
      text: '99999',
    });
    expect(placeOf('text/untranslated')?.text.trim()).toBe(SAID);
  });
});

describe.skipIf(!isThere)('documents that the program wrote', () => {
  it('are opened by LibreOffice and made into pages, with what was said on them', async () => {
    const folder = folderOf('reviewed');
    const wrote: { comments: number; changes: number }[] = [];
    for (const [at, { write }] of WAYS.entries()) {
      const document = read(await write(faulty.text));
      const { problems } = lint(document.text);
      const { bytes, comments, changes } = reviewWord(document, {
        remarks: problems.map((problem) => remarkOn(problem, 'zh', 'track')),
        edits: fixEdits(document.text),
        changes: 'track',
        date: '2026-01-20T09:00:00Z',
      });
      wrote.push({ comments, changes });
      writeFileSync(join(folder, `way-${at}.docx`), bytes);
    }
    convert(folder, folderOf('flat'), 'fodt');
    convert(folder, keep ?? folderOf('pages'), 'pdf');
    for (const [at, { name }] of WAYS.entries()) {
      const flat = readFileSync(join(home, 'flat', `way-${at}.fodt`), 'utf8');
      const ours = '<dc:creator>年报校对</dc:creator>';
      const seen = (element: string): number =>
        [...flat.matchAll(new RegExp(`<${element}[ >][\\s\\S]*?</${element}>`, 'g'))].filter(([all]) =>
          all.includes(ours),
        ).length;
      const { comments = 0, changes = 0 } = wrote[at] ?? {};
      expect(seen('office:annotation'), name).toBe(comments);
      expect(changes === 0 || seen('text:changed-region') > 0, name).toBe(true);
      expect(
        readFileSync(join(keep ?? join(home, 'pages'), `way-${at}.pdf`))
          .subarray(0, 5)
          .toString(),
        name,
      ).toBe('%PDF-');
    }
  });
});
