import type { ConfigRefusal } from '../config/config.ts';
import type { PackPath } from '../config/pack-path.ts';
import { type ConfigProblem, Problems } from '../config/problems.ts';
import { ruleNames } from '../config/rule-names.ts';
import type { Locale } from '../rules/rule.ts';
import { type Tried, tryExamples } from './examples.ts';
import type { Pack } from './pack.ts';
import { parsePack } from './read-pack.ts';
import { namesIn, type PackRules, rulesOf } from './rules.ts';

/** What a machine gives of a pack; undefined when there is none. */
export type PackText = string | { readonly refusal: ConfigRefusal } | undefined;

/** What loading needs of the machine it runs on. */
export interface PackSource {
  /** Where a path leads from the file that names it; undefined when that is outside the workspace. */
  resolve(from: string, path: string): string | undefined;
  read(address: string): Promise<PackText>;
}

export interface LoadedPack {
  readonly address: string;
  readonly text: string;
  readonly pack: Pack | undefined;
  readonly problems: readonly ConfigProblem[];
  /** How its sentences came out; undefined when nobody asked. */
  readonly tried: Tried | undefined;
}

export interface LoadedPacks extends PackRules {
  /** Those that others extend before them. */
  readonly packs: readonly LoadedPack[];
  /** What is wrong with the list that names them, in its file's offsets. */
  readonly problems: readonly ConfigProblem[];
  /** All names that a settings file may use of them: of packs and of their rules. */
  readonly ids: readonly string[];
}

const MOST_PACKS = 32;
const DEEPEST = 8;
/** In characters, of all together. */
const LARGEST = 1_000_000;

interface Options {
  readonly locale: Locale;
  /** Try the packs' own sentences: for who writes packs. */
  readonly examples: boolean;
}

interface Met {
  readonly address: string;
  readonly text: string;
  readonly problems: Problems;
  readonly parsed: ReturnType<typeof parsePack>;
}

class Loading {
  readonly #source: PackSource;
  readonly #locale: Locale;
  /** Undefined while a pack's own references are followed, which is how a circle is seen. */
  readonly #seen = new Map<string, 'open' | 'done'>();
  readonly met: Met[] = [];
  #size = 0;

  constructor(source: PackSource, locale: Locale) {
    this.#source = source;
    this.#locale = locale;
  }

  async follow(from: string, { path, span }: PackPath, problems: Problems, depth: number): Promise<void> {
    const address = this.#source.resolve(from, path);
    if (address === undefined) return problems.say(span, 'pack-outside', { path });
    const seen = this.#seen.get(address);
    if (seen === 'open') return problems.say(span, 'pack-circle', { path });
    if (seen === 'done') return;
    const tooMany = (): void => problems.say(span, 'too-many-packs', { path, most: MOST_PACKS, deep: DEEPEST });
    if (depth > DEEPEST || this.#seen.size >= MOST_PACKS) return tooMany();
    this.#seen.set(address, 'open');
    const text = await this.#source.read(address);
    if (text === undefined) problems.say(span, 'pack-missing', { path });
    else if (typeof text !== 'string') {
      problems.say(span, text.refusal === 'outside' ? 'pack-outside' : 'pack-unreadable', { path });
    } else if (this.#size + text.length > LARGEST) tooMany();
    else {
      this.#size += text.length;
      const count = await this.#add(address, text, depth);
      if (count > 0) problems.say(span, 'pack-broken', { path, count });
    }
    this.#seen.set(address, 'done');
  }

  /** @returns how much is wrong in it */
  async #add(address: string, text: string, depth: number): Promise<number> {
    const parsed = parsePack(text, this.#locale);
    const problems = new Problems(text, this.#locale);
    for (const each of parsed.pack?.extends ?? []) await this.follow(address, each, problems, depth + 1);
    this.met.push({ address, text, problems, parsed });
    return parsed.problems.filter(({ severity }) => severity === 'warning').length;
  }
}

/** @param from the file that names the packs, or the pack itself when `paths` is its own name */
export async function loadPacks(
  from: string,
  text: string,
  paths: readonly PackPath[],
  source: PackSource,
  { locale, examples }: Options,
): Promise<LoadedPacks> {
  const own = new Problems(text, locale);
  const loading = new Loading(source, locale);
  for (const path of paths) await loading.follow(from, path, own, 1);
  const usable = withoutTwins(loading.met);
  const packs = usable.map(({ pack }) => pack);
  const ids = packs.flatMap(({ name, entries }) => [name, ...entries.map(({ id }) => id)]);
  const names = namesIn(packs);
  for (const { pack, problems } of usable) checkSeverities(pack, ids, problems);
  const loaded = loading.met.map(({ address, text: source, problems, parsed }): LoadedPack => {
    const tried = examples && parsed.pack ? tryExamples(parsed.pack, names, problems.say) : undefined;
    return { address, text: source, pack: parsed.pack, problems: [...parsed.problems, ...problems.inOrder()], tried };
  });
  return { ...rulesOf(usable), packs: loaded, problems: own.inOrder(), ids };
}

type Usable = Met & { readonly pack: Pack };

/** Of two packs of one name the second has no effect. */
function withoutTwins(met: readonly Met[]): Usable[] {
  const names = new Set<string>();
  return met.flatMap((each): Usable[] => {
    const { pack } = each.parsed;
    if (!pack) return [];
    if (names.has(pack.name)) {
      each.problems.say({ start: 0, end: 0 }, 'pack-twice', { key: pack.name });
      return [];
    }
    names.add(pack.name);
    return [{ ...each, pack }];
  });
}

/** Severities name rules, and those of the packs are known only when all have been read. */
function checkSeverities({ entries }: Pack, ids: readonly string[], { say }: Problems): void {
  const { isRuleOrGroup } = ruleNames(ids);
  for (const entry of entries) {
    if (entry.kind !== 'severity') continue;
    const { start, end } = entry.ruleSpan;
    isRuleOrGroup({ type: 'string', offset: start, length: end - start, value: entry.rule }, say);
  }
}
