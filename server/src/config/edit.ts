import { type FormattingOptions, type JSONPath, modify } from 'jsonc-parser';
import type { RuleId } from '../rules/rule.ts';
import type { Edit } from '../text/span.ts';
import type { IgnoreEntry } from './ignores.ts';
import type { IssuerSetting } from './issuer.ts';
import { configTree, withoutMark } from './tree.ts';

/** One change to a configuration file. */
export interface Change {
  readonly path: readonly string[];
  readonly value: unknown;
  /** The path leads to a list that the value is appended to. */
  readonly append: boolean;
}

const scope = (reportKey: string | undefined): readonly string[] =>
  reportKey === undefined ? [] : ['reports', reportKey];

/** @param reportKey the report's path relative to the file; undefined = for all reports. */
export const allowTerm = (term: string, reportKey?: string): Change => ({
  path: [...scope(reportKey), 'allowedTerms'],
  value: term,
  append: true,
});

/** @param reportKey as above. */
export const setIssuer = (issuer: IssuerSetting, reportKey?: string): Change => ({
  path: [...scope(reportKey), 'issuer'],
  value: issuer,
  append: false,
});

/** @param reportKey as above. */
export const switchOff = (rule: RuleId, reportKey?: string): Change => ({
  path: [...scope(reportKey), 'rules', rule],
  value: 'off',
  append: false,
});

export const addIgnore = (entry: Omit<IgnoreEntry, 'span'>): Change => ({
  path: ['ignores'],
  value: entry,
  append: true,
});

/**
 * The edits that write a change into the text of a `.nianbao.json`, with its comments and layout kept.
 * @returns undefined when the file cannot be edited without damage: broken JSON, or another kind of value in the place.
 */
export function configEdits(source: string, { path, value, append }: Change): Edit[] | undefined {
  const text = withoutMark(source);
  const tree = configTree(text);
  if (tree.kind !== 'tree' || (tree.errors.length > 0 && !isBlank(text))) return undefined;
  if (tree.root && tree.root.type !== 'object') return undefined;
  const place: JSONPath = append ? [...path, -1] : [...path];
  try {
    const edits = modify(text, place, value, { isArrayInsertion: append, formattingOptions: layoutOf(text) });
    return edits.map(({ offset, length, content }) => ({
      span: { start: offset, end: offset + length },
      newText: content,
    }));
  } catch {
    return undefined; // a number where the list belongs
  }
}

/** JSON allows no other blanks than these. */
const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text);

/** The text of a new file that holds one change. */
export function newConfigText({ path, value, append }: Change): string {
  const whole = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), append ? [value] : value);
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function layoutOf(text: string): FormattingOptions {
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0];
  return {
    insertSpaces: !indent?.startsWith('\t'),
    tabSize: indent && !indent.startsWith('\t') ? indent.length : 2,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
