import type { Token } from './scan.ts';

export type Time =
  /** Nothing is said, or this year. */
  'this' | 'last' | 'part' | 'years' | number;

export type Whose =
  | { readonly kind: 'own' | 'wide' | 'level' | 'part' }
  /** Named: whether that is the issuer only the report can tell. */
  | { readonly kind: 'body'; readonly name: string };

/** What the words beside a number say. */
export interface Features {
  readonly things: readonly string[];
  readonly apply: boolean;
  readonly info: boolean;
  readonly events: readonly string[];
  /** The years named beside 结转. */
  readonly carriedFrom: number | undefined;
  readonly carriedTo: number | undefined;
  readonly results: readonly string[];
  readonly applicants: readonly string[];
  readonly outcomes: readonly string[];
  readonly roads: readonly string[];
  readonly channels: number;
  readonly whose: Whose | undefined;
  readonly time: Time | undefined;
  readonly isCompared: boolean;
  readonly isShare: boolean;
  /** Which of them: late, timely, kind, order, case, fee, document, decision. */
  readonly some: readonly string[];
  readonly foreign: readonly string[];
  readonly among: boolean;
  readonly isWith: boolean;
  readonly respectively: boolean;
  readonly sum: boolean;
  readonly rest: boolean;
  /** 其他, which of them the list tells. */
  readonly others: boolean;
  readonly none: number;
  readonly zero: boolean;
  readonly all: boolean;
  readonly except: boolean;
  readonly of: boolean;
  /** Words that no list contains. */
  readonly unknown: readonly string[];
  /** The forms met, for what a meaning does not tell. */
  readonly words: readonly string[];
}

const BODY =
  /(?:局|委|委员会|办|办公室|办公厅|厅|中心|街道|街道办事处|镇|乡|科|股|室|所|站|大队|支队|单位|公司|学校|医院|银行|系统|处|院|县|市|区|州|旗|省|部门|政府|机构|集团|管委会|村|社区|园区|开发区)$/;
/** The last characters of what BODY matches. */
const LAST_OF_BODY = new Set('局委会办室厅心道处镇乡科股所站队位司校院行统县市区州旗省门府构团村');
/** Rare: few stretches of words match. */
const mayEndName = (text: string, end: number): boolean => LAST_OF_BODY.has(text.charAt(end - 1));
const IN_NAME = new Set(['gap', 'foreign', 'body', 'part', 'some', 'wide', 'plain']);
/** 全局, 局: the body itself. */
const ITSELF = /^(?:全|本|我)?(?:局|委|办|厅|镇|乡|街道|校|院|公司|中心|单位)$/;
const TO_WHOM = /[向经]/;
/** It may be the issuer: a government's office has a report of its own. */
const OFFICE = /(?:办公室|办公厅|政府办)$/;

const NO_TOKENS: readonly Token[] = [];
const NO_MEANINGS: readonly string[] = [];

class Reader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly names: string[] = [];
  readonly #inName = new Set<Token>();
  #byKind: Map<Token['kind'], Token[]> | undefined;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
    for (const [index, token] of tokens.entries()) if (token.kind === 'gap') this.#readName(index, token);
  }

  wordOf({ start, end }: Token): string {
    return this.#text.slice(start, end);
  }

  /** 县 信访 局: a name may hold words that mean something elsewhere. */
  #readName(index: number, token: Token): void {
    if (!mayEndName(this.#text, token.end) || !BODY.test(this.wordOf(token))) return;
    let first = index;
    for (let before = this.#tokens[first - 1]; before && this.#joins(before, first); before = this.#tokens[first - 1])
      first--;
    // 征收|办: the suffix alone, behind a word that means something elsewhere.
    const whole = this.#tokens[first - 1];
    if (first === index && ITSELF.test(this.wordOf(token)) && whole?.kind === 'event' && whole.end === token.start)
      first--;
    const from = this.#tokens[first];
    if (!from) return;
    for (const each of this.#tokens.slice(first, index + 1)) this.#inName.add(each);
    const name = this.#text.slice(from.start, token.end);
    if (this.isWho(from)) this.names.push(name);
  }

  /** 向市司法局申请复议: to whom, not who. */
  isWho({ start, end }: Token): boolean {
    return (
      !TO_WHOM.test(this.#text.charAt(start - 1)) &&
      !this.#tokens.some((token) => token.kind === 'gap' && token.start === end && !this.#inName.has(token))
    );
  }

  #joins(before: Token, index: number): boolean {
    if (!IN_NAME.has(before.kind) || before.kind === 'wide') return false;
    if (before.end !== this.#tokens[index]?.start) return false;
    // 县审计局 holds 计, which is a word by itself elsewhere.
    const start = this.#tokens[index - 2];
    return (
      before.kind !== 'plain' ||
      (before.end - before.start === 1 && start?.kind === 'gap' && start.end === before.start)
    );
  }

  kinds(kind: Token['kind']): readonly Token[] {
    this.#byKind ??= this.#sorted();
    return this.#byKind.get(kind) ?? NO_TOKENS;
  }

  /** Computed once for all questions. */
  #sorted(): Map<Token['kind'], Token[]> {
    const byKind = new Map<Token['kind'], Token[]>();
    for (const token of this.#tokens) {
      if (this.#inName.has(token)) continue;
      const known = byKind.get(token.kind);
      if (known) known.push(token);
      else byKind.set(token.kind, [token]);
    }
    return byKind;
  }

  meanings(kind: Token['kind']): readonly string[] {
    if (this.kinds(kind).length === 0) return NO_MEANINGS;
    return [...new Set(this.kinds(kind).flatMap((token) => ('meaning' in token ? [token.meaning] : [])))];
  }

  unknown(): readonly string[] {
    return this.kinds('gap').map((token) => this.wordOf(token));
  }
}

/** Frames and lists of parts ask of the same words. */
const remembered = new WeakMap<readonly Token[], Features>();
let nothing: Features | undefined;

/** Words of which no number takes anything: only unknown ones that name nobody, and such as change nothing. */
export const saysNothing = (text: string, tokens: readonly Token[]): boolean =>
  tokens.every(
    ({ kind, start, end }) =>
      kind === 'plain' ||
      (kind === 'gap' && (!mayEndName(text, end) || !BODY.test(text.slice(Math.max(start, end - 4), end)))),
  );

/** What a stretch of words says of the number beside it. */
export function featuresOf(text: string, tokens: readonly Token[]): Features {
  if (tokens.length === 0) {
    nothing ??= read('', tokens);
    return nothing;
  }
  let known = remembered.get(tokens);
  if (!known) {
    known = read(text, tokens);
    remembered.set(tokens, known);
  }
  return known;
}

function read(text: string, tokens: readonly Token[]): Features {
  const reader = new Reader(text, tokens);
  const carried = carriedIn(reader);
  const has = (kind: Token['kind']): boolean => reader.kinds(kind).length > 0;
  return {
    things: reader.meanings('thing'),
    apply: has('apply'),
    info: has('info') || reader.kinds('thing').some((token) => reader.wordOf(token).includes('公开')),
    events: carried.events,
    carriedFrom: carried.from,
    carriedTo: carried.to,
    results: reader.meanings('result'),
    applicants: reader.meanings('applicant'),
    outcomes: reader.meanings('outcome'),
    roads: reader.meanings('road'),
    channels: reader.meanings('plain').includes('channels') ? 0 : reader.kinds('channel').length,
    whose: whoseIs(reader),
    time: carried.isTime ? undefined : timeOf(reader),
    isCompared: has('compare'),
    isShare: has('share'),
    some: someOf(reader),
    foreign: reader.meanings('foreign'),
    among: beginsWith(tokens, 'among'),
    isWith: has('with'),
    respectively: has('respectively'),
    sum: has('sum'),
    rest: has('rest'),
    others: has('others'),
    none: reader.kinds('none').length,
    zero: has('zero'),
    all: has('all'),
    except: has('except'),
    of: has('of'),
    unknown: reader.unknown(),
    words: tokens.map((token) => reader.wordOf(token)),
  };
}

const beginsWith = (tokens: readonly Token[], kind: Token['kind']): boolean =>
  tokens.find((token) => token.kind !== 'plain' && token.kind !== 'and')?.kind === kind;

/** 涉及过程性信息不予公开的: the reason with its result. */
const isReasoned = (reader: Reader): boolean => {
  const results = reader.meanings('result');
  return results.some((result) => results.some((reason) => reason.startsWith(`${result}.`)));
};

/** 涉及政府信息公开的, 与政府信息公开有关的: that tells the cases, and narrows nothing. */
function someOf(reader: Reader): string[] {
  const about =
    reader.kinds('info').length > 0
      ? /涉及|有关|关于|针对|类|领域|方面|被申请人|被告/
      : isReasoned(reader)
        ? /^涉及$/
        : reader.kinds('applicant').length > 0
          ? /^涉及$/
          : undefined;
  return [
    ...new Set(
      reader
        .kinds('some')
        .filter((token) => !about?.test(reader.wordOf(token)))
        .flatMap((token) => ('meaning' in token ? [token.meaning] : [])),
    ),
  ];
}

interface Carried {
  readonly events: readonly string[];
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** The time named tells from when or to when, and not when it was counted. */
  readonly isTime: boolean;
}

/** 2023年结转, 结转至2025年: which way is told by the time before or behind the word. */
function carriedIn(reader: Reader): Carried {
  const events = reader.meanings('event');
  const carry = reader.kinds('event').find((token) => 'meaning' in token && token.meaning === 'carried');
  if (!carry) return { events, from: undefined, to: undefined, isTime: false };
  const years = reader.kinds('year').flatMap((token) => (token.kind === 'year' ? [token] : []));
  const to = years.find(({ start }) => start >= carry.end);
  const from = years.findLast(({ end }) => end <= carry.start);
  const next = reader.kinds('next-year').some(({ start }) => start >= carry.end);
  const last = reader.kinds('last-year').length > 0;
  const how = next ? 'carriedOut' : last ? 'carriedIn' : 'carried';
  return {
    events: events.map((event) => (event === 'carried' ? how : event)),
    from: how === 'carried' && !to ? from?.year : undefined,
    to: how === 'carried' ? to?.year : undefined,
    isTime: how === 'carriedIn' || (how === 'carried' && (from !== undefined || to !== undefined)),
  };
}

function timeOf(reader: Reader): Time | undefined {
  const years = reader.kinds('year').flatMap((token) => (token.kind === 'year' ? [token.year] : []));
  const distinct = new Set(years);
  if (reader.kinds('years').length > 0 || distinct.size > 1) return 'years';
  if (reader.kinds('since').length > 0 && distinct.size === 0 && reader.kinds('this-year').length === 0) return 'years';
  if (reader.kinds('part-year').length > 0) return 'part';
  if (reader.kinds('last-year').length > 0) return 'last';
  const [year] = years;
  if (year !== undefined) return year;
  return reader.kinds('this-year').length > 0 ? 'this' : undefined;
}

function whoseIs(reader: Reader): Whose | undefined {
  const has = (kind: Token['kind']): boolean => reader.kinds(kind).length > 0;
  const parts = reader.kinds('part').map((token) => reader.wordOf(token));
  if (parts.some((each) => !OFFICE.test(each))) return { kind: 'part' };
  if (has('level')) return { kind: 'level' };
  const bodies = reader.kinds('body').filter((token) => reader.isWho(token));
  const name = [...reader.names, ...parts, ...bodies.map((token) => reader.wordOf(token))].find(
    (each) => !ITSELF.test(each),
  );
  if (name) return { kind: 'body', name };
  if (has('wide')) return { kind: 'wide' };
  return has('own') || reader.names.length > 0 ? { kind: 'own' } : undefined;
}

/** 均予以公开, 均已办结, 均按时维持: do the words say one thing of all of them, and leave none out? */
export function saysOfAll(said: Features): boolean {
  if (said.none > 0 || said.unknown.length > 0 || said.except) return false;
  if (said.some.some((each) => each !== 'timely')) return false;
  const counts = said.results.length + said.outcomes.length + said.applicants.length;
  return counts > 0 || (said.events.includes('concluded') && said.some.length === 0);
}
