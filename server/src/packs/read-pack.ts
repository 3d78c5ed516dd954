import type { Node } from 'jsonc-parser';
import { groupOf } from '../check/ignores/apply.ts';
import { readTree, SEVERITIES } from '../config/config.ts';
import { ISSUER_TYPES } from '../config/issuer.ts';
import { packPath } from '../config/pack-path.ts';
import { type ConfigProblem, Problems } from '../config/problems.ts';
import {
  filledText,
  listOf,
  objectOf,
  oneOf,
  type Reader,
  type Say,
  spanOf,
  text,
  wholeNumber,
} from '../config/readers.ts';
import { rules } from '../rules/index.ts';
import type { Bilingual, Locale, RuleId, Severity } from '../rules/rule.ts';
import { type CheckedEntry, ENTRY_KINDS, type Entry, type EntryKind, type Example, type Pack, PLACES } from './pack.ts';
import { LONGEST_PATTERN, MOST_WILDCARDS, type Pattern, patternOf } from './pattern.ts';

/** More is no pack that a person keeps in order. */
const MOST_ENTRIES = 500;
const MOST_PHRASES = 100;
const MOST_EXAMPLES = 20;
/** In characters. */
const LONGEST_EXAMPLE = 1_000;
const LONGEST_NAME = 60;
const SHORTEST_NAME = 4;

export interface ParsedPack {
  /** Undefined when it has no name, or is no JSON at all. */
  readonly pack: Pack | undefined;
  readonly problems: readonly ConfigProblem[];
}

const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,38}[\p{L}\p{N}])?$/u;
const ENTRY_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,58}[\p{L}\p{N}])?$/u;

const packName: Reader<string> = (node, say) => {
  const name = filledText(node, say);
  if (name === undefined) return undefined;
  if (NAME.test(name) && !rules.some(({ meta }) => groupOf(meta.id) === name)) return name;
  say(spanOf(node), 'pack-name');
  return undefined;
};

/** A list whose surplus is said and left out. */
const atMost =
  <T>(most: number, list: Reader<readonly T[]>): Reader<readonly T[]> =>
  (node, say) => {
    const read = list(node, say);
    if (!read || read.length <= most) return read;
    say(spanOf(node), 'too-many', { most });
    return read.slice(0, most);
  };

/** A text of bounded length. */
const shortText =
  (most: number): Reader<string> =>
  (node, say) => {
    const read = filledText(node, say);
    if (read === undefined || read.length <= most) return read;
    say(spanOf(node), 'too-long-text', { most });
    return undefined;
  };

const message: Reader<Bilingual> = (node, say) => {
  if (node.type !== 'object') {
    const zh = shortText(LONGEST_EXAMPLE)(node, say);
    return zh === undefined ? undefined : { zh, en: zh };
  }
  const { zh, en } =
    objectOf<Bilingual>({ zh: shortText(LONGEST_EXAMPLE), en: shortText(LONGEST_EXAMPLE) })(node, say) ?? {};
  if (zh === undefined) say(spanOf(node), 'needs-entry-key', { key: 'zh' });
  return zh === undefined ? undefined : { zh, en: en ?? zh };
};

const pattern: Reader<Pattern> = (node, say) => {
  const source = shortText(LONGEST_PATTERN)(node, say);
  const read = source === undefined ? undefined : patternOf(source);
  if (source !== undefined && !read) say(spanOf(node), 'bad-pattern', { pattern: source, most: MOST_WILDCARDS });
  return read;
};

/** One phrase, or a list of them. */
const phrases: Reader<readonly Pattern[]> = (node, say) => {
  if (node.type === 'array') return atMost(MOST_PHRASES, listOf(pattern, 'needs-phrases'))(node, say);
  if (node.type !== 'string') {
    say(spanOf(node), 'needs-phrases');
    return undefined;
  }
  const one = pattern(node, say);
  return one && [one];
};

const example: Reader<Example> = (node, say) => {
  const read = shortText(LONGEST_EXAMPLE)(node, say);
  return read === undefined ? undefined : { text: read, span: spanOf(node) };
};
const examples = atMost(MOST_EXAMPLES, listOf(example, 'needs-phrases'));

const exactName: Reader<string> = (node, say) => {
  const name = shortText(LONGEST_NAME)(node, say);
  if (name === undefined || name.length >= SHORTEST_NAME) return name;
  say(spanOf(node), 'needs-filled-text');
  return undefined;
};

const date: Reader<{ month: number; day: number }> = (node, say) => {
  const [, month, day] = /^\s*(\d{1,2})月(\d{1,2})日\s*$/.exec(text(node, say)?.normalize('NFKC') ?? '') ?? [];
  const read = { month: Number(month), day: Number(day) };
  if (read.month >= 1 && read.month <= 12 && read.day >= 1 && read.day <= 31) return read;
  say(spanOf(node), 'needs-date');
  return undefined;
};

interface Written {
  readonly kind: EntryKind;
  readonly message: Bilingual;
  readonly basis: string;
  readonly severity: Severity | 'off';
  readonly for: readonly (typeof ISSUER_TYPES)[number][];
  readonly right: readonly Example[];
  readonly wrong: readonly Example[];
  readonly in: (typeof PLACES)[number];
  readonly phrases: readonly Pattern[];
  readonly instead: string;
  readonly name: string;
  readonly others: readonly string[];
  readonly most: number;
  readonly date: { readonly month: number; readonly day: number };
  readonly rule: { readonly name: string; readonly node: Node };
}

type Key = keyof Written;
type Readers<K extends Key> = { readonly [P in K]-?: Reader<NonNullable<Written[P]>> };

const COMMON = {
  kind: oneOf(ENTRY_KINDS),
  message,
  basis: shortText(LONGEST_EXAMPLE),
  severity: oneOf(SEVERITIES),
  for: listOf(oneOf(ISSUER_TYPES), 'needs-list'),
  right: examples,
  wrong: examples,
} satisfies Partial<Readers<Key>>;

const place = oneOf(PLACES);
const ruleName: Reader<Written['rule']> = (node, say) => {
  const name = filledText(node, say);
  return name === undefined ? undefined : { name, node };
};

/** What each kind is made of, beside what all have; `needed` must be there. */
const KINDS: Readonly<Record<EntryKind, { readonly own: Partial<Readers<Key>>; readonly needed: readonly Key[] }>> = {
  require: { own: { in: place, phrases }, needed: ['in', 'phrases'] },
  replace: { own: { in: place, phrases, instead: shortText(LONGEST_EXAMPLE) }, needed: ['phrases', 'instead'] },
  term: { own: { in: place, phrases, instead: shortText(LONGEST_EXAMPLE) }, needed: ['phrases', 'instead'] },
  forbid: { own: { in: place, phrases }, needed: ['phrases'] },
  name: {
    own: { name: exactName, others: atMost(MOST_PHRASES, listOf(exactName, 'needs-list')), phrases },
    needed: ['name'],
  },
  length: { own: { in: place, most: wholeNumber(1, 1_000_000) }, needed: ['in', 'most'] },
  deadline: { own: { date }, needed: ['date'] },
  severity: { own: { rule: ruleName }, needed: ['rule', 'severity'] },
};

const childOf = (node: Node, key: string): Node | undefined =>
  node.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1];

function readEntry(id: RuleId, key: Node, node: Node, say: Say): Entry | undefined {
  const kindNode = node.type === 'object' ? childOf(node, 'kind') : undefined;
  const kind = kindNode && ENTRY_KINDS.find((known) => known === kindNode.value);
  if (!kind) {
    if (node.type !== 'object') say(spanOf(node), 'needs-object');
    else if (kindNode) oneOf(ENTRY_KINDS)(kindNode, say);
    else say(spanOf(key), 'needs-entry-key', { key: 'kind' });
    return undefined;
  }
  const { own, needed } = KINDS[kind];
  const written: Partial<Written> = objectOf<Written>({ ...COMMON, ...own } as Readers<Key>)(node, say) ?? {};
  const lacking = [...(['message', 'basis'] as const), ...needed].filter((each) => written[each] === undefined);
  for (const each of lacking) if (!childOf(node, each)) say(spanOf(key), 'needs-entry-key', { key: each });
  return lacking.length > 0 ? undefined : entryOf(kind, id, key, written, say);
}

function entryOf(kind: EntryKind, id: RuleId, key: Node, written: Partial<Written>, say: Say): Entry | undefined {
  const { severity = 'warning', right = [], wrong = [], message: words, basis, for: bodies, rule } = written;
  const span = spanOf(key);
  if (kind === 'severity') {
    return rule && { kind, id, span, rule: rule.name, ruleSpan: spanOf(rule.node), level: severity };
  }
  if (severity === 'off' || !words || basis === undefined) return undefined;
  // No sentence shows how long a section may be.
  if (kind !== 'length' && (right.length === 0 || wrong.length === 0)) say(span, 'needs-examples');
  return { id, span, message: words, basis, severity, for: bodies, right, wrong, ...bodyOf(kind, written) };
}

type Body<E> = E extends CheckedEntry ? Omit<E, Exclude<Key, keyof Own> | 'id' | 'span'> & Pick<E, 'kind'> : never;
type Own = Pick<Written, 'in' | 'phrases' | 'instead' | 'name' | 'others' | 'most'>;

/** What an entry has of its kind. What had to be there has been asked for. */
function bodyOf(kind: Exclude<EntryKind, 'severity'>, written: Partial<Written>): Body<CheckedEntry> {
  const { in: where = 'report', phrases: sought = [], instead = '', name = '', others = [], most = 0 } = written;
  switch (kind) {
    case 'require':
    case 'forbid':
      return { kind, in: where, phrases: sought };
    case 'replace':
    case 'term':
      return { kind, in: where, phrases: sought, instead };
    case 'name':
      return { kind, name, others, phrases: sought };
    case 'length':
      return { kind, in: where, most };
    case 'deadline':
      return { kind, ...(written.date ?? { month: 1, day: 31 }) };
  }
}

const entriesOf =
  (name: string | undefined): Reader<readonly Entry[]> =>
  (node, say) => {
    if (node.type !== 'object') {
      say(spanOf(node), 'needs-object');
      return [];
    }
    const entries: Entry[] = [];
    const all = node.children ?? [];
    if (all.length > MOST_ENTRIES) say(spanOf(node), 'too-many', { most: MOST_ENTRIES });
    for (const { children } of all.slice(0, MOST_ENTRIES)) {
      const [key, value] = children ?? [];
      if (!key || !value) continue;
      if (!ENTRY_NAME.test(String(key.value))) say(spanOf(key), 'entry-name', { key: String(key.value) });
      else {
        const entry = readEntry(`${name ?? ''}/${String(key.value)}`, key, value, say);
        if (entry) entries.push(entry);
      }
    }
    return entries;
  };

/**
 * Read the text of a pack (JSON with comments and trailing commas). Never throws: an entry that cannot be used is left
 * out and reported with its place, the others hold.
 */
export function parsePack(source: string, locale: Locale = 'zh'): ParsedPack {
  const problems = new Problems(source, locale);
  const root = readTree(source, problems, locale)?.root;
  const nameNode = root && childOf(root, 'name');
  // What is wrong with it is said once, with the other keys.
  const name = nameNode && packName(nameNode, () => {});
  const read =
    root &&
    objectOf<Pack & { $schema: string; title: string }>({
      $schema: text,
      name: packName,
      title: text,
      extends: listOf(packPath, 'needs-packs'),
      entries: entriesOf(name),
    })(root, problems.say);
  if (!nameNode) problems.say({ start: 0, end: 0 }, 'needs-entry-key', { key: 'name' });
  const pack = name === undefined ? undefined : { name, extends: read?.extends ?? [], entries: read?.entries ?? [] };
  return { pack, problems: problems.inOrder() };
}
