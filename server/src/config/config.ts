import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { fill, type Locale, type Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { type IgnoreEntry, ignoreEntry } from './ignores.ts';
import { type IssuerSetting, issuer } from './issuer.ts';
import { MESSAGES, type MessageId, SYNTAX, SYNTAX_OTHER } from './messages.ts';
import { listOf, mapOf, objectOf, oneOf, type Reader, type Say, text, textList, wholeNumber } from './readers.ts';
import { isRuleOrGroup } from './rule-names.ts';

/** The name of the configuration file, looked for from the report's folder upwards. */
export const CONFIG_NAME = '.nianbao.json';

/** What may be set for everything, and for one report alone. */
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

export interface Config extends ScopeSettings {
  /** Findings to let stand. */
  readonly ignores?: readonly IgnoreEntry[];
  /** Settings of single reports, by their path relative to the configuration file, with forward slashes. */
  readonly reports?: Readonly<Record<string, ScopeSettings>>;
}

export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
  /** `warning`: something does not count that was meant to. `information`: it counts, and should be put in order. */
  readonly severity: 'warning' | 'information';
}

export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** The JSON itself is malformed, so that parts of the configuration may be missing. */
  readonly broken: boolean;
}

/** The regulation on open government information came into force in 2008: there is no older report. */
const YEARS = { from: 2008, to: 2099 };

/** What is said about settings that count all the same. */
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
  reports: mapOf(objectOf<ScopeSettings>(SCOPE)),
});

/**
 * Read the text of a `.nianbao.json` (JSON with comments and trailing commas). Never throws: what cannot be used is
 * left out and reported with its place, the rest holds.
 */
export function parseConfig(source: string, locale: Locale = 'zh'): ParsedConfig {
  const problems: ConfigProblem[] = [];
  const errors: ParseError[] = [];
  const tree = parseTree(withoutMark(source), errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors) {
    const what = (SYNTAX[printParseErrorCode(error)] ?? SYNTAX_OTHER)[locale];
    problems.push({
      span: inside(source, { start: offset, end: offset + length }),
      message: fill(MESSAGES.syntax[locale], { what }),
      severity: 'warning',
    });
  }
  // An empty file sets nothing, and there is nothing to complain about.
  if (source.trim() === '') return { config: {}, problems: [], broken: false };
  const broken = errors.length > 0;
  if (!tree) return { config: {}, problems, broken };
  const say: Say = (span, message, data) => {
    const severity = HARMLESS.has(message) ? 'information' : 'warning';
    problems.push({ span: inside(source, span), message: fill(MESSAGES[message][locale], data), severity });
  };
  const config = readConfig(tree, say) ?? {};
  return { config, problems: problems.sort((a, b) => a.span.start - b.span.start), broken };
}

/** The parser lets what the file breaks off in go on behind its end. */
const inside = (source: string, { start, end }: Span): Span => ({
  start: Math.min(start, source.length),
  end: Math.min(end, source.length),
});

/** A byte order mark, as Windows' Notepad writes it, is no JSON; a blank in its place keeps every offset. */
export const withoutMark = (source: string): string => source.replace(/^\uFEFF/, ' ');
