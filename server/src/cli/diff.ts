import { printable } from './formats/width.ts';

/** Lines with their ends, so that a diff of a CRLF file can be applied. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const CONTEXT = 3;
/** Beyond this many changed lines the shortest script is not worth its memory: all between is shown as replaced. */
const MOST_CHANGES = 2000;

/** A step of the edit script: lines kept, taken out or put in, one at a time. */
type Step = ' ' | '-' | '+';

/** Myers' greedy algorithm: the shortest way from `a` to `b`. */
function script(a: readonly string[], b: readonly string[]): Step[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const history: Map<number, number>[] = [];
  for (let changes = 0; changes <= Math.min(a.length + b.length, MOST_CHANGES); changes++) {
    history.push(new Map(furthest));
    for (let k = -changes; k <= changes; k += 2) {
      const down = k === -changes || (k !== changes && reach(furthest, k - 1) < reach(furthest, k + 1));
      let x = down ? reach(furthest, k + 1) : reach(furthest, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(history, a.length, b.length);
    }
  }
  return [...a.map((): Step => '-'), ...b.map((): Step => '+')];
}

const reach = (furthest: ReadonlyMap<number, number>, k: number): number => furthest.get(k) ?? -1;

function walkBack(history: readonly Map<number, number>[], width: number, height: number): Step[] {
  const steps: Step[] = [];
  let x = width;
  let y = height;
  for (let changes = history.length - 1; changes >= 0; changes--) {
    const furthest = history[changes] ?? new Map();
    const k = x - y;
    const down = k === -changes || (k !== changes && reach(furthest, k - 1) < reach(furthest, k + 1));
    const previousK = down ? k + 1 : k - 1;
    const previousX = changes === 0 ? 0 : reach(furthest, previousK);
    const previousY = changes === 0 ? 0 : previousX - previousK;
    while (x > previousX && y > previousY) {
      steps.push(' ');
      x--;
      y--;
    }
    if (changes > 0) steps.push(down ? '+' : '-');
    x = previousX;
    y = previousY;
  }
  return steps.reverse();
}

interface Line {
  readonly step: Step;
  readonly text: string;
  /** Line numbers from 0 in the old and the new text, before this step. */
  readonly old: number;
  readonly fresh: number;
}

function number(steps: readonly Step[], a: readonly string[], b: readonly string[]): Line[] {
  let old = 0;
  let fresh = 0;
  return steps.map((step) => {
    const line = { step, text: (step === '+' ? b[fresh] : a[old]) ?? '', old, fresh };
    if (step !== '+') old++;
    if (step !== '-') fresh++;
    return line;
  });
}

/** Changed lines with their surroundings; changes that share surroundings are one hunk. */
function* hunksOf(lines: readonly Line[]): Generator<readonly Line[]> {
  let from = -1;
  let until = -1;
  for (const [index, line] of lines.entries()) {
    if (line.step === ' ') continue;
    if (from >= 0 && index - CONTEXT > until) {
      yield lines.slice(from, until);
      from = -1;
    }
    if (from < 0) from = Math.max(0, index - CONTEXT);
    until = index + CONTEXT + 1;
  }
  if (from >= 0) yield lines.slice(from, until);
}

function printHunk(hunk: readonly Line[]): string {
  const length = (other: Step): number => hunk.filter(({ step }) => step !== other).length;
  const range = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;
  const head = `@@ -${range(hunk[0]?.old ?? 0, length('+'))} +${range(hunk[0]?.fresh ?? 0, length('-'))} @@\n`;
  const body = hunk.map(({ step, text }) =>
    text.endsWith('\n') ? step + text : `${step}${text}\n\\ No newline at end of file\n`,
  );
  return head + body.join('');
}

const NAMED: Readonly<Record<number, string>> = { 7: 'a', 8: 'b', 9: 't', 10: 'n', 11: 'v', 12: 'f', 13: 'r' };

/** A file's name as `patch` reads it: one that would steer the terminal or end the line is quoted as in C. */
function nameOf(path: string): string {
  if (path === printable(path) && !path.startsWith('"')) return path;
  const quoted = Array.from(path, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    if (character === printable(character)) return character;
    return Array.from(Buffer.from(character), (byte) => `\\${NAMED[byte] ?? byte.toString(8).padStart(3, '0')}`).join(
      '',
    );
  });
  return `"${quoted.join('')}"`;
}

/** A unified diff that `patch` accepts; empty when the texts are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const a = linesOf(before);
  const b = linesOf(after);
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const steps = [...Array.from({ length: same }, (): Step => ' '), ...script(a.slice(same), b.slice(same))];
  const name = nameOf(path);
  return `--- ${name}\n+++ ${name}\n${[...hunksOf(number(steps, a, b))].map(printHunk).join('')}`;
}
