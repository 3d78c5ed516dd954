import { fill, type Locale } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { MESSAGES, type MessageId } from './messages.ts';
import type { Say } from './readers.ts';

/** Something that is wrong in a settings file or a rule pack, with its place in it. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
  /** `warning`: something does not count that was meant to. `information`: it counts, and should be put in order. */
  readonly severity: 'warning' | 'information';
}

/** What is said about settings that count all the same. */
const HARMLESS: ReadonlySet<MessageId> = new Set(['needs-reason', 'needs-examples']);

/** More than a person works through; the rest follows as these are mended. */
const MOST_PROBLEMS = 100;

/** What stands in the file may be as long as the file: of that a message quotes so many characters. */
const LONGEST_QUOTE = 60;
const fromFile: ReadonlySet<string> = new Set(['key', 'rule', 'path', 'example', 'pattern']);

function quoted(data: NonNullable<Parameters<Say>[2]>): typeof data {
  const shorten = ([name, value]: [string, string | number]): [string, string | number] => {
    const text = String(value);
    return fromFile.has(name) && text.length > LONGEST_QUOTE
      ? [name, `${text.slice(0, LONGEST_QUOTE)}…`]
      : [name, value];
  };
  return Object.fromEntries(Object.entries(data).map(shorten));
}

/** Notes what is wrong in a text, each with its place inside it. */
export class Problems {
  readonly #source: string;
  readonly #locale: Locale;
  readonly #all: ConfigProblem[] = [];
  #left = 0;

  constructor(source: string, locale: Locale) {
    this.#source = source;
    this.#locale = locale;
  }

  readonly say: Say = (span, id, data = {}) => {
    if (this.#all.length >= MOST_PROBLEMS) {
      this.#left++;
      return;
    }
    this.#all.push(this.#problem(span, id, data));
  };

  #problem({ start, end }: Span, id: MessageId, data: NonNullable<Parameters<Say>[2]>): ConfigProblem {
    // The parser lets what the file breaks off in go on behind its end.
    const { length } = this.#source;
    return {
      span: { start: Math.min(start, length), end: Math.min(end, length) },
      message: fill(MESSAGES[id][this.#locale], quoted(data)),
      severity: HARMLESS.has(id) ? 'information' : 'warning',
    };
  }

  inOrder(): ConfigProblem[] {
    const all = this.#all.sort((a, b) => a.span.start - b.span.start);
    if (this.#left > 0) all.unshift(this.#problem({ start: 0, end: 0 }, 'more-problems', { left: this.#left }));
    return all;
  }
}
