import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = join(ROOT, 'server/src');
const copy = mkdtempSync(join(tmpdir(), 'nianbao-forms-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the compiler says of the forms with other text in their list. */
function compiled(change: (list: string) => string): string {
  for (const folder of ['forms', 'text']) cpSync(join(SOURCE, folder), join(copy, folder), { recursive: true });
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
  const list = join(copy, 'forms/index.ts');
  writeFileSync(list, change(readFileSync(list, 'utf8')));
  const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
  const options = { ...compilerOptions, types: [], noEmit: true };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['forms'] }));
  try {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', copy], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

describe('the list of forms', () => {
  const ID = "FORM_IDS = ['2019', '2021']";

  it('compiles as it is', () => {
    expect(compiled((list) => list)).toBe('');
  });

  it('asks for the form of every id', () => {
    const said = compiled((list) => list.replace(ID, "FORM_IDS = ['2019', '2021', '2026']"));
    expect(said.trim().split('\n').length).toBeLessThan(4);
    expect(said).toMatch(/forms\/index\.ts.*TS2741.*2026/s);
  });

  it('asks every form for each of its facts', () => {
    const said = compiled((list) =>
      list
        .replace(ID, "FORM_IDS = ['2019', '2021', '2026']")
        .replace(
          "'2021': form2021 }",
          "'2021': form2021, '2026': { ...form2021, overview: undefined, since: undefined } }",
        ),
    );
    expect(said).toMatch(/TS2322[\s\S]*(?:overview|since)/);
  });
});

/** A form's id as a word of its own, a table of one year, a look-up by id. */
const NAMES_A_FORM = /['"`](?:2019|2021)['"`]|_(?:2019|2021)\b|\bFORMS\[/;
/** A year with which a form begins, or before which it ends, as a number. */
const NAMES_A_YEAR = /(?:[<>=]=?|\(|,)\s*20(?:19|20|21)\b/;

it('no other file tells what to do by the name or the year of a form', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts') && !path.startsWith('forms/'));
  const code = (path: string): string =>
    readFileSync(join(SOURCE, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const naming = files.filter((path) => NAMES_A_FORM.test(code(path)) || NAMES_A_YEAR.test(code(path)));
  expect(naming).toEqual([]);
});
