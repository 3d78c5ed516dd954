import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as engine from '../../server/src/index.ts';
import { REFUSALS } from '../../server/src/word/refusal.ts';
import { readWord } from '../../server/src/word/word.ts';
import { cli, folderOf } from '../cli/harness.ts';
import { REFUSED, withParts } from './hostile-documents.ts';
import { paragraph } from './ooxml.ts';

// How long these take, and how much memory, is measured in test/slow/attack/word.test.ts.

describe('a document that was made to do harm', () => {
  it.each(REFUSED)('is refused in one sentence: $name', ({ bytes, says }) => {
    const reason = readWord(bytes());
    expect(typeof reason === 'string' && REFUSALS[reason].zh).toContain(says);
  });

  it('is named by the command line, and nothing is written', async () => {
    const wanted = REFUSED.filter(({ name }) => /macros|leads out|4 GB/.test(name));
    const cwd = folderOf(Object.fromEntries(wanted.map(({ bytes }, at) => [`${at}.docm`, bytes()])));
    for (const argv of [['.'], ['review', '.', '-o', 'out']]) {
      const { status, stdout, stderr } = await cli(cwd, argv, { engine });
      expect(status).toBe(2);
      expect(stdout + stderr).toContain(argv.length > 1 ? '带有宏' : '未读的文件 4 个');
    }
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

describe('what a document points to', () => {
  it('is never fetched', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked++;
      response.end();
    });
    server.on('connection', () => asked++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const types = ['attachedTemplate', 'image', 'hyperlink', 'frame', 'oleObject', 'officeDocument'];
    const relationships = types.map(
      (type, at) =>
        `<Relationship Id="x${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${address}${type}" TargetMode="External"/>`,
    );
    const list = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`;
    const bytes = withParts({
      '_rels/.rels': list,
      'word/_rels/document.xml.rels': list,
      'word/_rels/settings.xml.rels': list,
    });
    const cwd = folderOf({ 'draft.docx': bytes });
    expect((await cli(cwd, ['draft.docx'], { engine })).status).toBe(0);
    expect((await cli(cwd, ['review', 'draft.docx', '-o', 'out.docx'], { engine })).status).toBe(0);
    server.close();
    expect(asked).toBe(0);
  });
});

describe('a name', () => {
  it('with a part of its own outside the archive makes no file', () => {
    expect(readWord(withParts({ 'word/../../x': paragraph('甲') }))).toBe('damaged');
  });
});
