import { printParseErrorCode } from 'jsonc-parser';
import { fill, type Locale, type Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { type IgnoreEntry, ignoreEntry } from './ignores.ts';
import { type IssuerSetting, issuer } from './issuer.ts';
import { MESSAGES, type MessageId, SYNTAX, SYNTAX_OTHER } from './messages.ts';
import {
  filledText,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  type Reader,
  type Say,
  text,
  textList,
  wholeNumber,
} from './readers.ts';
import { isRuleOrGroup } from './rule-names.ts';
import { configTree, DEEPEST_CONFIG, LARGEST_CONFIG } from './tree.ts';

/** The name of the configuration file, searched from the report's folder upwards. */
export const CONFIG_NAME = '.nianbao.json';

/** What can be set for everything and for one report alone. */
export interface ScopeSettings {
  /** Foreign words that are not reported. */
  readonly allowedTerms?: readonly string[];
  /** 发布机关, where the text must not decide. */
  readonly issuer?: IssuerSetting;
  /** Rule id or group → severity or `off`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** The report year, where the text must not decide. */
  readonly year?: number;
}

/** What may be set for one report alone. */
export interface ReportEntry extends ScopeSettings {
  /** The file that holds last year's report, relative to the configuration file. */
  readonly prior?: string;
}

export interface Config extends ScopeSettings {
  /** Ignored findings. */
  readonly ignores?: readonly IgnoreEntry[];
  /** Settings of single reports, by their path relative to the configuration file, with forward slashes. */
  readonly reports?: Readonly<Record<string, ReportEntry>>;
  /** All bodies whose reports the government's report adds up, by name. */
  readonly members?: readonly string[];
  /** The present name of a body that was renamed → its former name. */
  readonly renamed?: Readonly<Record<string, string>>;
}

export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
  /** `warning`: a setting has no effect. `information`: it has effect, and should be put in order. */
  readonly severity: 'warning' | 'information';
}

export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** Whether the JSON itself is malformed, so that parts of the configuration may be missing. */
  readonly broken: boolean;
}

/** The regulation on open government information came into force in 2008: there is no older report. */
const YEARS = { from: 2008, to: 2099 };

/** Messages about settings that have effect all the same. */
const HARMLESS: ReadonlySet<MessageId> = new Set(['needs-reason']);

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

// A new setting is a line here and in the interface above.
const SCOPE: { readonly [K in keyof ScopeSettings]-?: Reader<NonNullable<ScopeSettings[K]>> } = {
  allowedTerms: textList,
  issuer,
  rules: mapOf(oneOf(SEVERITIES), isRuleOrGroup),
  year: wholeNumber(YEARS.from, YEARS.to),
};

const readConfig = objectOf<Config & { $schema: string }>({
  $schema: text,
  ...SCOPE,
  ignores: listOf(ignoreEntry, 'needs-entries'),
  reports: mapOf(objectOf<ReportEntry>({ ...SCOPE, prior: filledText })),
  members: textList,
  renamed: mapOf(filledText),
});

/**
 * Why an existing configuration file is not read: what it is, where its link leads, or that the system refuses access.
 */
export const CONFIG_REFUSALS = ['not-a-file', 'too-large', 'outside', 'unreadable'] as const;
export type ConfigRefusal = (typeof CONFIG_REFUSALS)[number];

/** More than a person works through; the rest follows as these are fixed. */
const MOST_PROBLEMS = 100;

/** A value may be as long as the file; a message quotes this many characters of it. */
const LONGEST_QUOTE = 60;
const fromFile: ReadonlySet<string> = new Set(['key', 'rule']);

function quoted(data: NonNullable<Parameters<Say>[2]>): typeof data {
  const shorten = ([name, value]: [string, string | number]): [string, string | number] => {
    const text = String(value);
    return fromFile.has(name) && text.length > LONGEST_QUOTE
      ? [name, `${text.slice(0, LONGEST_QUOTE)}…`]
      : [name, value];
  };
  return Object.fromEntries(Object.entries(data).map(shorten));
}

/** Collects what is wrong in a text, each with its place in it. */
class Problems {
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
    // The parser may place an unclosed node's end behind the end of the file.
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

/**
 * Reads the text of a `.nianbao.json` (JSON with comments and trailing commas). Never throws: what cannot be used is
 * left out and reported with its place, the rest holds.
 */
export function parseConfig(source: string, locale: Locale = 'zh'): ParsedConfig {
  // An empty file sets nothing and is no mistake.
  if (source.trim() === '') return { config: {}, problems: [], broken: false };
  const problems = new Problems(source, locale);
  const tree = configTree(source);
  if (tree.kind !== 'tree') {
    const span = tree.kind === 'too-deep' ? tree.span : { start: 0, end: 0 };
    problems.say(span, tree.kind, { most: tree.kind === 'too-deep' ? DEEPEST_CONFIG : LARGEST_CONFIG });
    return { config: {}, problems: problems.inOrder(), broken: true };
  }
  for (const { error, offset, length } of tree.errors) {
    const what = (SYNTAX[printParseErrorCode(error)] ?? SYNTAX_OTHER)[locale];
    problems.say({ start: offset, end: offset + length }, 'syntax', { what });
  }
  const config = (tree.root && readConfig(tree.root, problems.say)) ?? {};
  return { config, problems: problems.inOrder(), broken: tree.errors.length > 0 };
}

/** Stands for a configuration file that is not read: it sets nothing and says so. */
export function refusedConfig(refusal: ConfigRefusal, locale: Locale): ParsedConfig {
  const problems = new Problems('', locale);
  problems.say({ start: 0, end: 0 }, refusal, { most: LARGEST_CONFIG });
  return { config: {}, problems: problems.inOrder(), broken: false };
}
