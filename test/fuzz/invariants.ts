import { spanIn } from '../../server/src/report/prose/span-in.ts';
import type { Span } from '../../server/src/text/span.ts';
import { isInside, strayPlaces } from '../support/check.ts';
import type * as EngineModule from './engine.ts';

export type Engine = typeof EngineModule;

/** What an input is given to: the reader and the rules in one format, or the reader of settings files. */
export const TARGETS = ['text', 'markdown', 'html', 'config'] as const;
export type Target = (typeof TARGETS)[number];

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

function holdPlaces(text: string, engine: Engine, format: Exclude<Target, 'config'>): void {
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

function holdReport(text: string, engine: Engine, format: Exclude<Target, 'config'>): void {
  engine.isReport(text);
  holdPlaces(text, engine, format);
  const result = engine.lint(text, { format });
  const [stray] = strayPlaces(text, result);
  if (stray) throw new Broken('place of a finding outside the text', short(stray));
  const hole = result.problems.find(({ message }) => /\{\w+\}/.test(message) && !/[{}]/.test(text));
  if (hole) throw new Broken('message with a hole', short(hole.message));
  if (result.problems.every(({ fixes }) => fixes.every(({ kind }) => kind !== 'safe'))) return;
  const fixed = engine.fix(text, { format });
  if (digitsOf(fixed.text) !== digitsOf(text)) throw new Broken('fix-all changes a run of digits', short(fixed.text));
  const twice = engine.fix(fixed.text, { format });
  if (twice.text !== fixed.text) throw new Broken('fix-all is not idempotent', short(twice.text));
}

function holdConfig(text: string, engine: Engine): void {
  for (const locale of ['zh', 'en'] as const) {
    const { config, problems } = engine.parseConfig(text, locale);
    const stray = problems.find(({ span }) => !isInside(text, span));
    if (stray) throw new Broken('place of a configuration problem outside the text', short(stray.span));
    engine.settingsFor({}, config, 'drafts/a.txt');
    engine.ignoresFor(config, 'drafts/a.txt');
  }
}

/** @throws Broken, or whatever the engine throws. */
export function hold(text: string, target: Target, engine: Engine): void {
  if (target === 'config') holdConfig(text, engine);
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
