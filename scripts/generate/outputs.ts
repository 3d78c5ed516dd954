import type { Rule } from '../../server/src/rules/rule.ts';
import { grammarText } from '../grammar/grammar.ts';
import { renderManifest } from './manifest.ts';
import { howToMark, replaceMarked } from './markers.ts';
import { PACK_SCHEMA_PATH, packSchema } from './pack-schema.ts';
import { pagePath, RULE_PAGES, renderPage } from './pages.ts';
import { renderIndex, renderReadmeTable } from './rule-tables.ts';
import { formatJson, SCHEMA_PATH, schemaOf } from './schema.ts';

/** The project's files, as far as generating needs them; paths have forward slashes and begin at the root. */
export interface Sources {
  read(path: string): string | undefined;
  /** The pages that exist. */
  readonly pages: readonly string[];
}

export interface Outputs {
  /** Path → text as it should be. */
  readonly files: ReadonlyMap<string, string>;
  /** What no generator can fix: pages to be written, markers to be added. One line each. */
  readonly problems: readonly string[];
}

const INDEX = `${RULE_PAGES}/README.md`;
const README = 'README.md';
const README_PART = 'rules';

/** Everything that is generated from the one list of rules and from the forms. Pure. */
export function outputs(rules: readonly Rule[], sources: Sources): Outputs {
  const files = new Map<string, string>([
    [INDEX, renderIndex(rules)],
    [SCHEMA_PATH, `${formatJson(schemaOf(rules))}\n`],
    [PACK_SCHEMA_PATH, `${formatJson(packSchema())}\n`],
    ['syntaxes/nianbao.tmLanguage.json', grammarText()],
  ]);
  const problems: string[] = [];

  const manifest = renderManifest(sources.read('package.json') ?? '', rules);
  files.set('package.json', manifest.text);
  problems.push(...manifest.problems);

  for (const rule of rules) {
    const page = renderPage(rule, sources.read(pagePath(rule)));
    files.set(pagePath(rule), page.text);
    problems.push(...page.problems);
  }
  const known = new Set([INDEX, ...rules.map(pagePath)]);
  for (const path of sources.pages) {
    if (!known.has(path)) problems.push(`${path}: 没有这条规则 / there is no such rule`);
  }

  const readme = sources.read(README);
  const withTable = readme !== undefined && replaceMarked(readme, README_PART, renderReadmeTable(rules));
  if (withTable) files.set(README, withTable);
  else
    problems.push(`${README}: 请加上规则表的标记 / add the markers for the table of rules: ${howToMark(README_PART)}`);
  return { files, problems };
}
