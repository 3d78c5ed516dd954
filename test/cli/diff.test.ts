import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../server/src/cli/diff.ts';

/** What `patch` does with a unified diff, line numbers taken at their word. */
function apply(before: string, diff: string): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const head = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@\n/.exec(hunk);
    if (!head) throw new Error(`no head: ${hunk}`);
    const [start, count] = [Number(head[1]), Number(head[2])];
    const from = count === 0 ? start : start - 1;
    result.push(...lines.slice(at, from));
    at = from;
    const body = hunk.slice(head[0].length).match(/[^\n]*\n/g) ?? [];
    for (const [index, printed] of body.entries()) {
      if (printed.startsWith('\\')) continue;
      const line = body[index + 1]?.startsWith('\\') ? printed.slice(0, -1) : printed;
      if (line[0] !== '+') {
        expect(line.slice(1)).toBe(lines[at]);
        at++;
      }
      if (line[0] !== '-') result.push(line.slice(1));
    }
  }
  return [...result, ...lines.slice(at)].join('');
}

describe('the difference that --fix would make', () => {
  it('is empty when there is none', () => {
    expect(unifiedDiff('a.txt', '一\n二\n', '一\n二\n')).toBe('');
  });

  it('shows changed lines with three lines around them, apart when far apart', () => {
    const before = Array.from({ length: 20 }, (_, index) => `第${index + 1}行\n`);
    const after = before.with(2, '改\n').with(16, '改\n');
    expect(unifiedDiff('a.txt', before.join(''), after.join(''))).toMatchInlineSnapshot(`
      "--- a.txt
      +++ a.txt
      @@ -1,6 +1,6 @@
       第1行
       第2行
      -第3行
      +改
       第4行
       第5行
       第6行
      @@ -14,7 +14,7 @@
       第14行
       第15行
       第16行
      -第17行
      +改
       第18行
       第19行
       第20行
      "
    `);
  });

  it('says when the last line has no end', () => {
    expect(unifiedDiff('a.txt', '一', '二')).toBe(
      '--- a.txt\n+++ a.txt\n@@ -1,1 +1,1 @@\n-一\n\\ No newline at end of file\n+二\n\\ No newline at end of file\n',
    );
  });

  it('leads from the old text to the new one', () => {
    const text = fc
      .array(fc.constantFrom('甲\n', '乙\n', '丙\r\n', '\n'), { maxLength: 40 })
      .chain((lines) => fc.constantFrom(lines.join(''), `${lines.join('')}完`));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(apply(before, unifiedDiff('a', before, after))).toBe(after);
      }),
      { numRuns: 300 },
    );
  });

  it('ends soon when everything is different', () => {
    const before = Array.from({ length: 5000 }, (_, index) => `旧${index}\n`).join('');
    const after = Array.from({ length: 5000 }, (_, index) => `新${index}\n`).join('');
    expect(apply(before, unifiedDiff('a', before, after))).toBe(after);
  });
});
