import { printParseErrorCode } from 'jsonc-parser';
import type { Locale, Severity } from '../rules/rule.ts';
import { type IgnoreEntry, ignoreEntry } from './ignores.ts';
import { type IssuerSetting, issuer } from './issuer.ts';
import { SYNTAX, SYNTAX_OTHER } from './messages.ts';
import { type PackPath, packPath } from './pack-path.ts';
import { type ConfigProblem, Problems } from './problems.ts';
import { filledText, listOf, mapOf, objectOf, oneOf, type Reader, text, textList, wholeNumber } from './readers.ts';
import { type RuleNames, ruleNames } from './rule-names.ts';
import { type ConfigTree, configTree, DEEPEST_CONFIG, LARGEST_CONFIG } from './tree.ts';

export type { ConfigProblem } from './problems.ts';

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
  /** Rule packs, by their path relative to the configuration file. */
  readonly packs?: readonly PackPath[];
  /** Settings of single reports, by their path relative to the configuration file, with forward slashes. */
  readonly reports?: Readonly<Record<string, ReportEntry>>;
  /** All bodies whose reports the government's report adds up, by name. */
  readonly members?: readonly string[];
  /** The present name of a body that was renamed → its former name. */
  readonly renamed?: Readonly<Record<string, string>>;
}

export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** Whether the JSON itself is malformed, so that parts of the configuration may be missing. */
  readonly broken: boolean;
}

/** The regulation on open government information came into force in 2008: there is no older report. */
const YEARS = { from: 2008, to: 2099 };

export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

// A new setting is a line here and in the interface above.
const scopeOf = ({
  isRuleOrGroup,
}: RuleNames): { readonly [K in keyof ScopeSettings]-?: Reader<NonNullable<ScopeSettings[K]>> } => ({
  allowedTerms: textList,
  issuer,
  rules: mapOf(oneOf(SEVERITIES), isRuleOrGroup),
  year: wholeNumber(YEARS.from, YEARS.to),
});

const readerWith = (names: RuleNames): Reader<Config> =>
  objectOf<Config & { $schema: string }>({
    $schema: text,
    ...scopeOf(names),
    ignores: listOf(ignoreEntry(names), 'needs-entries'),
    packs: listOf(packPath, 'needs-packs'),
    reports: mapOf(objectOf<ReportEntry>({ ...scopeOf(names), prior: filledText })),
    members: textList,
    renamed: mapOf(filledText),
  });

const readConfig = readerWith(ruleNames());

/**
 * Why an existing configuration file is not read: what it is, where its link leads, or that the system refuses access.
 */
export const CONFIG_REFUSALS = ['not-a-file', 'too-large', 'outside', 'unreadable'] as const;
export type ConfigRefusal = (typeof CONFIG_REFUSALS)[number];

/**
 * Reads the text of a `.nianbao.json` (JSON with comments and trailing commas). Never throws: what cannot be used is
 * left out and reported with its place, the rest holds.
 * @param ofPacks ids of the rules that the file's packs bring, and the packs' names
 */
export function parseConfig(source: string, locale: Locale = 'zh', ofPacks: readonly string[] = []): ParsedConfig {
  // An empty file sets nothing and is no mistake.
  if (source.trim() === '') return { config: {}, problems: [], broken: false };
  const problems = new Problems(source, locale);
  const tree = readTree(source, problems, locale);
  if (!tree) return { config: {}, problems: problems.inOrder(), broken: true };
  const read = ofPacks.length === 0 ? readConfig : readerWith(ruleNames(ofPacks));
  const config = (tree.root && read(tree.root, problems.say)) ?? {};
  return { config, problems: problems.inOrder(), broken: tree.errors.length > 0 };
}

/** The syntax tree of a settings file or a pack. Malformed parts are reported; undefined when nothing can be used. */
export function readTree(
  source: string,
  problems: Problems,
  locale: Locale,
): Extract<ConfigTree, { kind: 'tree' }> | undefined {
  const tree = configTree(source);
  if (tree.kind !== 'tree') {
    const span = tree.kind === 'too-deep' ? tree.span : { start: 0, end: 0 };
    problems.say(span, tree.kind, { most: tree.kind === 'too-deep' ? DEEPEST_CONFIG : LARGEST_CONFIG });
    return undefined;
  }
  for (const { error, offset, length } of tree.errors) {
    const what = (SYNTAX[printParseErrorCode(error)] ?? SYNTAX_OTHER)[locale];
    problems.say({ start: offset, end: offset + length }, 'syntax', { what });
  }
  return tree;
}

/** Stands for a configuration file that is not read: it sets nothing and says so. */
export function refusedConfig(refusal: ConfigRefusal, locale: Locale): ParsedConfig {
  const problems = new Problems('', locale);
  problems.say({ start: 0, end: 0 }, refusal, { most: LARGEST_CONFIG });
  return { config: {}, problems: problems.inOrder(), broken: false };
}
