import type { LintResult } from '../../server/src/index.ts';
import { spanIn } from '../../server/src/report/prose/span-in.ts';
import { applyEdits, type Span } from '../../server/src/text/span.ts';
import { isInside, strayPlaces } from '../support/check.ts';
import type * as EngineModule from './engine.ts';

export type Engine = typeof EngineModule;

/** What an input is given to: the reader and the rules in one format, the reader of settings files, or the wire. */
export const TARGETS = ['text', 'markdown', 'html', 'config', 'headers'] as const;
export type Target = (typeof TARGETS)[number];
type Format = Exclude<Target, 'config' | 'headers'>;

/** A promise that the engine makes for any text and did not keep. */
export class Broken extends Error {
  readonly kind: string;
  constructor(kind: string, detail: string) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
  }
}

const short = (value: unknown): string => JSON.stringify(value)?.slice(0, 300) ?? 'undefined';

const digitsOf = (text: string): string => (text.normalize('NFKC').match(/\d+/g) ?? []).join(' ');

/** Generous: a draft of ten thousand characters takes some ten milliseconds. */
export const allowedTime = (length: number): number => 1500 + length / 4;

function holdPlaces(text: string, engine: Engine, format: Format): void {
  const report = engine.readReport(text, { format });
  const tables = Object.values(report.tables);
  const places: Span[] = [
    ...report.prose.flatMap((each) => [each.span, spanIn(each, 0, each.text.length)]),
    ...report.sections.flatMap(({ span, heading }) => [span, heading.span, heading.titleSpan]),
    ...tables.flatMap((table) => [table.span, ...table.rows.flatMap((row) => row.cells.map(({ span }) => span))]),
    ...report.unread.map(({ span }) => span),
    ...report.boilerplate,
    ...(report.title ? [report.title.span] : []),
    ...(report.signature ? [report.signature.span] : []),
  ];
  const stray = places.find((place) => !isInside(text, place));
  if (stray) throw new Broken('place of the report outside the text', short(stray));
}

function holdReport(text: string, engine: Engine, format: Format): void {
  engine.isReport(text);
  holdPlaces(text, engine, format);
  const result = engine.lint(text, { format });
  const [stray] = strayPlaces(text, result);
  if (stray) throw new Broken('place of a finding outside the text', short(stray));
  const hole = result.problems.find(({ message }) => /\{\w+\}/.test(message) && !/[{}]/.test(text));
  if (hole) throw new Broken('message with a hole', short(hole.message));
  holdFixes(text, result, engine, format);
  if (result.problems.every(({ fixes }) => fixes.every(({ kind }) => kind !== 'safe'))) return;
  const fixed = engine.fix(text, { format });
  if (digitsOf(fixed.text) !== digitsOf(text)) throw new Broken('fix-all changes a run of digits', short(fixed.text));
  const twice = engine.fix(fixed.text, { format });
  if (twice.text !== fixed.text) throw new Broken('fix-all is not idempotent', short(twice.text));
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** Would a cut here leave half a character on either side? */
const cutsPair = (text: string, at: number): boolean => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/** Whoever takes one fix alone gets a text that can be read and judged again, with no character halved. */
function holdFixes(text: string, { problems }: LintResult, engine: Engine, format: Format): void {
  const halved = problems.flatMap(({ span, fixes }) => [
    span,
    ...fixes.flatMap(({ edits }) => edits.map((e) => e.span)),
  ]);
  const cut = halved.find(({ start, end }) => cutsPair(text, start) || cutsPair(text, end));
  if (cut) throw new Broken('place inside a surrogate pair', short(cut));
  const fixes = problems.flatMap((problem) => problem.fixes.map((fix) => ({ rule: problem.rule, ...fix })));
  // A few of many, from all over the text.
  const chosen = fixes.filter((_, index) => index % Math.ceil(fixes.length / 4) === 0);
  for (const { rule, kind, edits } of chosen) {
    const changed = applyEdits(text, edits).text;
    if (changed === text) throw new Broken(`fix of ${rule} changes nothing`, short(edits));
    if (kind === 'safe' && digitsOf(changed) !== digitsOf(text)) {
      throw new Broken(`safe fix of ${rule} changes a run of digits`, short(edits));
    }
    const [stray] = strayPlaces(changed, engine.lint(changed, { format }));
    if (stray) throw new Broken(`place outside the text after a fix of ${rule}`, short(stray));
  }
}

function holdConfig(text: string, engine: Engine): void {
  for (const locale of ['zh', 'en'] as const) {
    const { config, problems } = engine.parseConfig(text, locale);
    const stray = problems.find(({ span }) => !isInside(text, span));
    if (stray) throw new Broken('place of a configuration problem outside the text', short(stray.span));
    engine.settingsFor({}, config, 'drafts/a.txt');
    engine.ignoresFor(config, 'drafts/a.txt');
  }
  for (const change of [engine.allowTerm('OA'), engine.switchOff('table/label', 'drafts/a.txt')]) {
    const edits = engine.configEdits(text, change);
    if (!edits) continue;
    const { broken } = engine.parseConfig(applyEdits(text, edits).text);
    if (broken) throw new Broken('a change makes a configuration file malformed', short(edits));
  }
}

class OutOfStep extends Error {}

/** What the wire makes of bytes in pieces: contents, and how it ends. */
function framesOf(bytes: Buffer, size: number, engine: Engine): { seen: string[]; awaited: number } {
  const seen: string[] = [];
  const frames = new engine.Frames({
    content: (text) => seen.push(text),
    outOfStep() {
      throw new OutOfStep();
    },
  });
  try {
    for (let at = 0; at < bytes.length; at += size) frames.take(bytes.subarray(at, at + size));
  } catch (error) {
    if (!(error instanceof OutOfStep)) throw error;
    seen.push('out of step');
    return { seen, awaited: 0 };
  }
  return { seen, awaited: frames.awaited };
}

const LAST = 'Content-Length: 4\r\n\r\nlast';

/** After whatever bytes, a message is heard, or the stream is known to be out of step, or content is awaited. */
function holdHeaders(text: string, engine: Engine): void {
  const bytes = Buffer.from(`${text}${LAST.repeat(200)}`);
  const { seen, awaited } = framesOf(bytes, bytes.length, engine);
  const end = seen.at(-1);
  if (end !== 'last' && end !== 'out of step' && awaited <= 0) throw new Broken('alive and deaf', short(seen));
  for (const size of [1, 13]) {
    const again = framesOf(bytes, size, engine);
    if (JSON.stringify(again) !== JSON.stringify({ seen, awaited }))
      throw new Broken('pieces make a difference', short(size));
  }
}

/** @throws Broken, or whatever the engine throws. */
export function hold(text: string, target: Target, engine: Engine): void {
  if (target === 'config') holdConfig(text, engine);
  else if (target === 'headers') holdHeaders(text, engine);
  else holdReport(text, engine, target);
}

/** How an input fails: undefined when it does not. */
export function failureOf(text: string, target: Target, engine: Engine): string | undefined {
  const begun = process.cpuUsage();
  try {
    hold(text, target, engine);
  } catch (error) {
    if (error instanceof Broken) return error.kind;
    // Lines of the bundle move, the message stays.
    return `throws ${error instanceof Error ? `${error.name}: ${error.message.slice(0, 80)}` : String(error)}`;
  }
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000 > allowedTime(text.length) ? 'takes too long' : undefined;
}
