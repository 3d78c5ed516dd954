import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../server/src/cli/encode.ts';
import * as engine from '../../server/src/index.ts';
import { decode, type Encoding } from '../../server/src/text/decode.ts';
import { sarifErrors } from './formats/sarif-structure.ts';
import { cli, folderOf } from './harness.ts';

// Whole drafts through the real engine: what is found may not depend on how the file was saved.
const DRAFTS = new URL('../vscode/fixtures/', import.meta.url).pathname;
const read = (name: string): string => readFileSync(join(DRAFTS, name), 'utf8');
const drafts = readdirSync(DRAFTS).filter((name) => engine.isReport(read(name)));

interface Found {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
}

const places = (stdout: string): Found[] =>
  JSON.parse(stdout).files.flatMap(({ problems }: { problems: Found[] }) =>
    problems.map(({ rule, line, column }) => ({ rule, line, column })),
  );

const saved = (text: string, encoding: Encoding, bom: boolean): Uint8Array => {
  const bytes = encode({ text, encoding, bom });
  if (!bytes) throw new Error(`not encodable in ${encoding}`);
  return bytes;
};

const ways: readonly (readonly [Encoding, boolean])[] = [
  ['utf-8', true],
  ['utf-16le', true],
  ['utf-16be', false],
  ['gb18030', false],
];

describe('whole drafts', () => {
  it('are there, and some have faults', async () => {
    expect(drafts.length).toBeGreaterThan(5);
    const { stdout, status } = await cli(DRAFTS, ['.', '--format', 'json'], { engine });
    expect(status).toBe(1);
    expect(places(stdout).map(({ rule }) => rule)).toContain('table/broken-total');
    expect(JSON.parse(stdout).notReports).toEqual(['meeting-notes.txt']);
  });

  it('make a SARIF log that keeps to the standard', async () => {
    const { stdout } = await cli(DRAFTS, ['.', '--format', 'sarif'], { engine });
    const log = JSON.parse(stdout);
    expect(log.runs[0].results.length).toBeGreaterThan(5);
    expect(sarifErrors(log)).toEqual([]);
  });

  it.each(drafts)('%s gives the same findings in every encoding and with Windows line ends', async (name) => {
    const text = read(name);
    const usual = places((await cli(DRAFTS, [name, '--format', 'json'], { engine })).stdout);
    for (const [encoding, bom] of ways) {
      for (const content of [text, text.replaceAll('\n', '\r\n')]) {
        const cwd = folderOf({ [name]: saved(content, encoding, bom) });
        const { stdout } = await cli(cwd, [name, '--format', 'json'], { engine });
        expect(places(stdout), encoding).toEqual(usual);
      }
    }
  });

  it.each(drafts)('%s is mended alike in every encoding, and a second --fix has nothing to do', async (name) => {
    const mended = engine.fix(read(name), { fileName: name }).text;
    for (const [encoding, bom] of ways) {
      const cwd = folderOf({ [name]: saved(read(name), encoding, bom) });
      await cli(cwd, [name, '--fix'], { engine });
      const bytes = readFileSync(join(cwd, name));
      expect(decode(bytes)).toEqual({ text: mended, encoding, bom });
      await cli(cwd, [name, '--fix'], { engine });
      expect(readFileSync(join(cwd, name)).equals(bytes)).toBe(true);
    }
  });
});
