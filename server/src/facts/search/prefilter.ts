import { BLANK, BLANKS, type Cue } from '../../text/cues.ts';
import { BUILT_CUES, patternKey } from './built-cues.ts';
import { Source } from './pattern-source.ts';

/**
 * Cues, derived from the pattern itself: literals of which every match contains at least one. A paragraph without any
 * of them need not be searched. The list may be too long, never too short.
 */

/** The beginning of what a part of a pattern can match. BLANK stands for one blank or several, of whatever kind. */
interface Literal {
  readonly text: string;
  /** The part may go on with anything: nothing can be appended. */
  readonly isCut: boolean;
}

/** What is known of a part of a pattern. */
interface Part {
  /** Each match begins with one of these; uncut ones are whole matches. */
  readonly begins: readonly Literal[];
  /** Each match contains one of these; undefined when nothing can be said. */
  readonly needs: readonly Cue[] | undefined;
}

/** Each pattern is analysed once a process, before the first draft can be checked. */
const MOST_LITERALS = 24;
const MOST_CUES = 400;
/** A class with more characters matches nearly every character of a text. */
const WIDE_CLASS = 12_000;
/** Longer literals filter no better. */
const LONG_ENOUGH = 3;
/** Digits and marks occur in every second sentence, blanks in hardly any. */
const COMMON = new Set('0123456789，。、；：“”（）《》');
const COMMON_WEIGHT = 0.5;
const BLANK_WEIGHT = 1.5;

const ANYTHING: Part = { begins: [{ text: '', isCut: true }], needs: undefined };
const NOTHING: Part = { begins: [{ text: '', isCut: false }], needs: undefined };

/** The cues of a pattern or a wording; undefined when any text may match. */
export function cuesOf(sought: string | RegExp): readonly Cue[] | undefined {
  if (typeof sought === 'string') return sought === '' ? undefined : [sought];
  const built = BUILT_CUES[patternKey(sought.source)];
  return built === undefined ? derivedCues(sought) : (built ?? undefined);
}

/** What the build asks for every pattern. */
export function derivedCues(sought: RegExp): readonly Cue[] | undefined {
  if (sought.flags.includes('i')) return undefined;
  const { begins, needs } = readAlternatives(new Source(sought.source));
  const cues = better(cuesFrom(begins), needs);
  return cues && withoutLonger(cues);
}

/** Of 公开 and 主动公开 the first is enough. */
function withoutLonger(cues: readonly Cue[]): readonly Cue[] {
  const all = new Set<Cue>(cues);
  const holdsAnother = (cue: string): boolean => {
    for (let from = 0; from < cue.length; from++) {
      for (let to = from + 1; to <= cue.length; to++) {
        if (to - from < cue.length && all.has(cue.slice(from, to))) return true;
      }
    }
    return false;
  };
  return cues.filter((cue) => typeof cue !== 'string' || !holdsAnother(cue));
}

function readAlternatives(source: Source): Part {
  const branches: Part[] = [readSequence(source)];
  while (source.take('|')) branches.push(readSequence(source));
  const [only] = branches;
  if (only && branches.length === 1) return only;
  const begins = limited(branches.flatMap((branch) => branch.begins));
  const needs: Cue[] = [];
  for (const branch of branches) {
    const own = better(cuesFrom(branch.begins), branch.needs);
    if (!own) return { begins, needs: undefined };
    needs.push(...own);
  }
  return { begins, needs: unlessTooMany(needs) };
}

/** The state while a sequence is read. */
class Sequence {
  needs: readonly Cue[] | undefined;
  #begins: readonly Literal[] | undefined;
  /** The known text up to this place, since something unknown was matched. */
  #run = NOTHING.begins;
  /** What a lookbehind has found before the run. */
  #behind = NOTHING.begins;
  /** Whether the run is one capturing group and nothing else. */
  #isGroup = false;

  /** @param repeats the last of several repetitions stands right before what follows. */
  match({ begins }: Part, repeats: boolean, isGroup: boolean): void {
    this.#isGroup = isGroup && this.#isEmpty();
    this.#run = appended(this.#run, begins);
    if (!repeats && !this.#run.every(({ isCut }) => isCut)) return;
    this.#endRun();
    // It stands right before what follows, however much came before it.
    if (begins.every(({ isCut }) => !isCut)) this.#run = begins;
  }

  /** The group right before, once more: 的的 of (的|性)\1. */
  repeatGroup(): void {
    if (!this.#isGroup) this.match(ANYTHING, false, false);
    else this.#run = this.#run.map(({ text, isCut }) => ({ text: isCut ? text : text + text, isCut }));
    this.#isGroup = false;
  }

  lookAhead({ begins }: Part): void {
    this.need(cuesFrom(appended(this.#run, begins)));
  }

  lookBehind({ begins }: Part): void {
    if (this.#isEmpty()) this.#behind = begins;
  }

  need(cues: readonly Cue[] | undefined): void {
    this.needs = better(this.needs, cues);
  }

  finish(): Part {
    if (!this.#begins) {
      const begins = this.#run;
      this.#endRun();
      return { begins, needs: this.needs };
    }
    this.#endRun();
    return { begins: this.#begins.map(({ text }) => ({ text, isCut: true })), needs: this.needs };
  }

  #isEmpty(): boolean {
    return this.#run.every(({ text, isCut }) => text === '' && !isCut);
  }

  #endRun(): void {
    this.#begins ??= this.#run;
    this.need(cuesFrom(appended(this.#behind, this.#run)));
    this.#run = NOTHING.begins;
    this.#behind = NOTHING.begins;
    this.#isGroup = false;
  }
}

function readSequence(source: Source): Part {
  const sequence = new Sequence();
  while (!source.atEnd && !source.isAt('|') && !source.isAt(')')) readPiece(source, sequence);
  return sequence.finish();
}

/** A character, a class or a group, with how often it stands there. */
function readPiece(source: Source, sequence: Sequence): void {
  const literal = source.literal();
  if (literal !== '') {
    sequence.match(ofLiteral(literal), false, false);
    return;
  }
  const opening = source.group();
  if (!opening) {
    const token = source.token();
    if (token.kind === 'characters') addPart(source, sequence, ofClass(token.ranges), false);
    if (token.kind !== 'again' && token.kind !== 'reference') return;
    const { least, most } = source.quantifier();
    if (token.kind === 'again' && least > 0) sequence.repeatGroup();
    if (token.kind !== 'again' || least !== 1 || most !== 1) sequence.match(ANYTHING, false, false);
    return;
  }
  const inner = readAlternatives(source);
  source.take(')');
  if (opening === 'matched' || opening === 'captured') addPart(source, sequence, inner, opening === 'captured');
  if (opening !== 'ahead' && opening !== 'behind') return;
  sequence.need(inner.needs);
  if (opening === 'ahead') sequence.lookAhead(inner);
  else sequence.lookBehind(inner);
}

function addPart(source: Source, sequence: Sequence, part: Part, isGroup: boolean): void {
  const { least, most } = source.quantifier();
  if (most > 1 && part.begins.every(({ text, isCut }) => text === BLANK && !isCut)) {
    sequence.match({ begins: least > 0 ? part.begins : optional(part.begins), needs: undefined }, false, false);
  } else if (least > 0) {
    sequence.need(part.needs);
    for (let more = Math.min(least, LONG_ENOUGH); more > 1; more--) sequence.match(part, false, false);
    sequence.match(part, most > 1, isGroup && most === 1);
  } else
    sequence.match(
      { begins: most > 1 ? maybeMore(part.begins) : optional(part.begins), needs: undefined },
      false,
      false,
    );
}

const optional = (begins: readonly Literal[]): readonly Literal[] => limited([...begins, ...NOTHING.begins]);

/** x* is nothing, or x with perhaps more of it. */
const maybeMore = (begins: readonly Literal[]): readonly Literal[] =>
  limited([...begins.map(({ text }) => ({ text, isCut: true })), ...NOTHING.begins]);

/** Blanks among them stand for any blank, as in a class. */
function ofLiteral(literal: string): Part {
  let text = literal;
  for (const blank of BLANKS) if (blank !== BLANK && text.includes(blank)) text = text.replaceAll(blank, BLANK);
  return { begins: [{ text, isCut: false }], needs: undefined };
}

/** A class of characters; one character is the smallest. */
function ofClass(ranges: readonly (readonly [number, number])[]): Part {
  const size = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (size === 0 || size > WIDE_CLASS) return ANYTHING;
  if (ranges.length > MOST_CUES) return ANYTHING;
  if (size > MOST_LITERALS) {
    const cues = ranges.map(([first, last]): Cue => [String.fromCharCode(first), String.fromCharCode(last)]);
    return { begins: ANYTHING.begins, needs: cues };
  }
  const chars = new Set<string>();
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) {
      const char = String.fromCharCode(code);
      chars.add(BLANKS.includes(char) ? BLANK : char);
    }
  }
  return { begins: [...chars].map((text) => ({ text, isCut: false })), needs: undefined };
}

/** Every literal of the first followed by every one of the second. */
function appended(first: readonly Literal[], second: readonly Literal[]): readonly Literal[] {
  if (first === NOTHING.begins) return second;
  const open = first.filter(({ isCut }) => !isCut).length;
  if (open * second.length + first.length - open > MOST_LITERALS) {
    return first.map(({ text }) => ({ text, isCut: true }));
  }
  const both: Literal[] = [];
  for (const head of first) {
    if (head.isCut) both.push(head);
    else for (const { text, isCut } of second) both.push({ text: head.text + text, isCut });
  }
  return both;
}

const unique = (literals: readonly Literal[]): readonly Literal[] => [
  ...new Map(literals.map((literal) => [`${literal.text}${literal.isCut}`, literal])).values(),
];

const limited = (literals: readonly Literal[]): readonly Literal[] =>
  literals.length > MOST_LITERALS ? ANYTHING.begins : unique(literals);

const unlessTooMany = (cues: readonly Cue[]): readonly Cue[] | undefined =>
  cues.length > MOST_CUES && cues.every((cue) => typeof cue === 'string' && cue.length > 1) ? undefined : cues;

/**
 * The cues to search for: the longest stretch of each literal without a blank, or a character with a blank behind it.
 */
function cuesFrom(literals: readonly Literal[]): readonly Cue[] | undefined {
  if (literals.some(({ text }) => text === '')) return undefined;
  const cues = new Set<string>();
  for (const { text } of literals) {
    const cue = cueIn(text);
    if (cue !== '') cues.add(cue);
    else if (text.includes(BLANK)) for (const blank of BLANKS) cues.add(blank);
    else return undefined;
  }
  return [...cues];
}

function cueIn(text: string): string {
  if (!text.includes(BLANK)) return text;
  const [longest = ''] = text.split(BLANK).sort((a, b) => b.length - a.length);
  if (longest.length !== 1) return longest;
  const withBlank = text.indexOf(longest + BLANK);
  return withBlank < 0 ? longest : longest + BLANK;
}

/** The more selective of two lists: the longer literals, then the fewer. */
function better(a: readonly Cue[] | undefined, b: readonly Cue[] | undefined): readonly Cue[] | undefined {
  if (!a || !b) return a ?? b;
  const difference = weightOf(a) - weightOf(b);
  if (difference !== 0) return difference > 0 ? a : b;
  return a.length <= b.length ? a : b;
}

const weightOf = (cues: readonly Cue[]): number =>
  Math.min(...cues.map((cue) => (typeof cue === 'string' ? Math.min(weightOfCue(cue), LONG_ENOUGH) : 0)));

function weightOfCue(cue: string): number {
  if (BLANKS.includes(cue)) return BLANK_WEIGHT;
  let weight = 0;
  for (const char of cue) weight += COMMON.has(char) ? COMMON_WEIGHT : 1;
  return weight;
}
