// One engine in a process of its own: child.mjs ENGINE MODULE TIME_MS REPORT… Prints a line of JSON after the reports
// and one after the long text, so that an engine that never ends with the long text has told the first.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { median, sum } from '../stats.ts';
import type { EngineName } from './run.ts';

type Check = (text: string) => number;

const [, , name, module = '', time = '0', ...files] = process.argv;
const texts = files.map((file) => readFileSync(file, 'utf8'));

const load = <T>(): Promise<T> => import(pathToFileURL(module).href);

/** Each returns the number of findings. All rules of each engine are on, as it comes. */
const ENGINES: Readonly<Record<EngineName, () => Promise<Check>>> = {
  async baseline() {
    const patterns = [
      /行政许可/g,
      /[0-9]+(?:\.[0-9]+)?/g,
      /(?:19|20)[0-9]{2}年/g,
      /[一二三四五六七八九十]+、/g,
      /[A-Za-z]{4,}/g,
      /[，。；：]{2,}/g,
      /(?:合计|总计|总数)/g,
      /第[一二三四五六七八九十]+条/g,
    ];
    return (text) => {
      let found = 0;
      for (const line of text.split(/\r?\n/)) {
        for (const pattern of patterns) {
          pattern.lastIndex = 0;
          while (pattern.exec(line)) found++;
        }
      }
      return found;
    };
  },
  async nianbao() {
    const { lint } = await load<{ lint(text: string): { problems: readonly unknown[] } }>();
    return (text) => lint(text).problems.length;
  },
  async 'autocorrect-node'() {
    const { lintFor } = createRequire(module)(module) as {
      lintFor(text: string, name: string): { lines: readonly unknown[] };
    };
    return (text) => lintFor(text, 'report.txt').lines.length;
  },
  async markdownlint() {
    type Lint = (options: object) => Record<string, readonly unknown[]>;
    const { lint } = await load<{ lint: Lint }>();
    return (text) => lint({ strings: { text }, config: { default: true } }).text?.length ?? 0;
  },
  async zhlint() {
    type Run = (text: string, options: object) => { validations?: readonly unknown[] };
    const { run } = await load<{ run: Run }>();
    return (text) => run(text, { rules: { preset: 'default' } }).validations?.length ?? 0;
  },
};

function timed(check: Check, text: string): number {
  const start = performance.now();
  check(text);
  return performance.now() - start;
}

/** A slice of warming that is less than this quicker than the one before says that V8 is done, or nearly so. */
const SETTLED = 0.97;
const MOST_SLICES = 12;

/** Checks all reports in turn until that becomes no quicker. */
function warmUp(check: Check): void {
  let before = Number.POSITIVE_INFINITY;
  for (let slice = 0; slice < MOST_SLICES; slice++) {
    const times: number[] = [];
    const end = performance.now() + Number(time);
    while (performance.now() < end || times.length === 0) times.push(sum(texts.map((text) => timed(check, text))));
    const now = median(times);
    if (now > before * SETTLED) return;
    before = now;
  }
}

/** Milliseconds for one report when the engine is warm. */
function timeFor(check: Check, text: string): number {
  const end = performance.now() + Number(time);
  const times: number[] = [];
  while (times.length < 1_000 && (performance.now() < end || times.length === 0)) times.push(timed(check, text));
  return median(times);
}

const check = await ENGINES[name as EngineName]();
warmUp(check);
const perReport = texts.map((text) => timeFor(check, text));
const findings = sum(texts.map(check));
console.log(JSON.stringify({ perReport, findings }));

// Through a buffer: a text made by joining is a tree of strings, which no editor would hand over.
const long = Buffer.from(`${texts.join('\n')}\n`.repeat(100)).toString();
const times: number[] = [];
const end = performance.now() + 5 * Number(time);
while (times.length < 5 && (performance.now() < end || times.length === 0)) times.push(timed(check, long));
console.log(JSON.stringify({ longMs: median(times), longBytes: Buffer.byteLength(long) }));
