import { isLong, shareOf } from './alike.ts';
import { type Body, bodyOf, homeOf, isMemberOf, isSameBody } from './bodies.ts';
import { folderOf, stemOf, yearInPath } from './folders.ts';
import { type Entry, Groups } from './groups.ts';
import { type Alike, type MissingMember, NO_RELATIONS, type RelationSettings, type Relations } from './relations.ts';
import { type ReportSummary, sameNumbers } from './summary.ts';

/** From here on two sections are told to be alike. */
const ALIKE = 0.9;

/**
 * Which reports belong together. Summaries are added, replaced and taken out one by one: an editor does so after each
 * key. Bodies are sorted again only when one of them comes, goes or changes its name or year.
 */
export class ReportIndex {
  readonly #entries = new Map<string, Entry>();
  #groups: Groups | undefined;

  get size(): number {
    return this.#entries.size;
  }

  documents(): Iterable<string> {
    return this.#entries.keys();
  }

  get(document: string): ReportSummary | undefined {
    return this.#entries.get(document)?.summary;
  }

  set(summary: ReportSummary, settings: RelationSettings = {}): void {
    const known = this.#entries.get(summary.document);
    if (known && known.summary.year === summary.year && known.summary.issuer?.name === summary.issuer?.name) {
      known.summary = summary;
      known.settings = settings;
      return;
    }
    const named = bodyOf(summary.issuer?.name ?? '');
    this.#entries.set(summary.document, { summary, settings, named, body: named, home: homeOf(named) });
    this.#groups = undefined;
  }

  delete(document: string): void {
    if (this.#entries.delete(document)) this.#groups = undefined;
  }

  /** What is known of the reports that have to do with one. */
  of(document: string): Relations | undefined {
    const entry = this.#entries.get(document);
    if (!entry) return undefined;
    const { summary, settings } = entry;
    const own = this.#grouped().bodyOf(entry);
    const isCollection = this.#grouped().isCollection(entry);
    const { year } = summary;
    if (year === undefined || !summary.issuer || isCollection) {
      const prior = settings.prior === undefined ? undefined : this.get(settings.prior);
      return { ...NO_RELATIONS, issuer: summary.issuer?.name, prior: isYearBefore(prior, year) ? prior : undefined };
    }
    const around = this.#grouped().around(own);
    const sameYear = around.filter((each) => each.summary.year === year && each !== entry);
    const duplicates = this.#ofBody(entry, year).filter(({ summary: other }) => !isSameInOtherFormat(summary, other));
    const members = this.#members(own, settings, sameYear);
    return {
      issuer: summary.issuer.name,
      prior: this.#prior(entry, year),
      duplicates: duplicates.map((each) => each.summary),
      government: this.#governmentOf(own, sameYear),
      members,
      isListed: settings.members !== undefined,
      ...this.#absent(own, entry, around),
      alike: this.#alike(entry, own, sameYear),
      neighbours: namesOf(around, own),
    };
  }

  #grouped(): Groups {
    this.#groups ??= new Groups([...this.#entries.values()]);
    return this.#groups;
  }

  #ofBody(entry: Entry, year: number): Entry[] {
    const bodies = [entry.body, ...formerNames(entry)];
    return bodies.flatMap((body) => this.#grouped().ofBody(body, year, entry));
  }

  #prior(entry: Entry, year: number): ReportSummary | undefined {
    const { prior: chosen } = entry.settings;
    if (chosen !== undefined) {
      const given = this.get(chosen);
      return isYearBefore(given, year) ? given : undefined;
    }
    const [first, ...others] = this.#ofBody(entry, year - 1).map(({ summary }) => summary);
    return first && others.every((other) => sameNumbers(first, other)) ? first : undefined;
  }

  #governmentOf(own: Body, sameYear: readonly Entry[]): ReportSummary | undefined {
    const found = sameYear.filter((each) => isMemberOf(own, each.body));
    return found.length === 1 ? found[0]?.summary : undefined;
  }

  #members(own: Body, { members }: RelationSettings, sameYear: readonly Entry[]): ReportSummary[] {
    const wanted = members?.map(bodyOf);
    const isWanted = (body: Body): boolean =>
      wanted ? wanted.some((each) => isListedAs(each, body)) : isMemberOf(body, own);
    return onceEach(sameYear.filter((each) => isWanted(each.body)));
  }

  /** Members without a report for the year, and reports of another year in its place. */
  #absent(own: Body, entry: Entry, around: readonly Entry[]): Pick<Relations, 'missing' | 'mixed'> {
    const { year = 0 } = entry.summary;
    const isMember = (each: Entry): boolean => isMemberOf(each.body, own);
    const members = around.filter(isMember);
    const listed = entry.settings.members?.map((name) => ({ name, body: bodyOf(name) }));
    if (members.length === 0 && !listed) return { missing: [], mixed: [] };
    const has = (body: Body, which: number): Entry | undefined =>
      members.find((each) => each.summary.year === which && isListedAs(body, each.body));
    const mixed = members.filter(
      (each) =>
        each.summary.year !== undefined &&
        each.summary.year !== year &&
        !has(each.body, year) &&
        this.#liesAmong(each, year, members),
    );
    const isMixed = (body: Body): boolean => mixed.some((each) => isSameBody(each.body, body));
    const known = listed ?? this.#lastYears(members, year);
    const missing = known.flatMap(({ name, body }): MissingMember[] =>
      has(body, year) || isMixed(body) ? [] : [{ name, last: has(body, year - 1)?.summary }],
    );
    return { missing, mixed: mixed.map(({ summary }) => summary) };
  }

  /** Where nobody lists the members, those of last year, unless a body of this year may be one of them renamed. */
  #lastYears(members: readonly Entry[], year: number): { name: string; body: Body }[] {
    const of = (which: number) => members.filter(({ summary }) => summary.year === which);
    const [before, now] = [of(year - 1), of(year)];
    const isIn = (list: readonly Entry[], entry: Entry): boolean =>
      list.some((each) => isSameBody(each.body, entry.body));
    const gone = before.filter((entry) => !isIn(now, entry));
    const come = now.filter((entry) => !isIn(before, entry));
    // Half a folder is no list of what belongs into it.
    if (gone.length * 2 > before.length || come.length > 0) return [];
    return gone.map(({ summary, named }) => ({ name: summary.issuer?.name ?? '', body: named }));
  }

  /** Its name or its folder says the year, or all others beside it are of that year. */
  #liesAmong(entry: Entry, year: number, members: readonly Entry[]): boolean {
    const { document } = entry.summary;
    const said = yearInPath(document);
    if (said !== undefined) return said === year;
    const folder = folderOf(document);
    const beside = members.filter((each) => each !== entry && folderOf(each.summary.document) === folder);
    return beside.length >= 3 && beside.every(({ summary }) => summary.year === year);
  }

  #alike(entry: Entry, own: Body, sameYear: readonly Entry[]): Alike[] {
    const { summary } = entry;
    return ([1, 5] as const).flatMap((section) => {
      const shingles = summary.shingles[section];
      if (!isLong(shingles, section)) return [];
      return sameYear.flatMap((each): Alike[] => {
        if (isSameBody(own, each.body)) return [];
        const share = shareOf(shingles, each.summary.shingles[section]);
        return share >= ALIKE ? [{ other: each.summary, section, share }] : [];
      });
    });
  }
}

const isYearBefore = (summary: ReportSummary | undefined, year: number | undefined): boolean =>
  summary?.year !== undefined && (year === undefined || summary.year === year - 1);

/** In a list of members a name may leave out the place. */
const isListedAs = (listed: Body, body: Body): boolean =>
  isSameBody(listed, body) ||
  (listed.agency === body.agency &&
    homeOf(listed) === '' &&
    (listed.place === '' || body.place.endsWith(listed.place)));

function formerNames({ settings: { renamed = {} }, summary: { issuer } }: Entry): Body[] {
  const former = issuer && renamed[issuer.name];
  return former === undefined ? [] : [bodyOf(former)];
}

/** The same report kept as text and as a web page is one report. */
const isSameInOtherFormat = (a: ReportSummary, b: ReportSummary): boolean =>
  stemOf(a.document) === stemOf(b.document) && a.document !== b.document && sameNumbers(a, b);

function onceEach(entries: readonly Entry[]): ReportSummary[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    if (!kept.some(({ body }) => isSameBody(body, entry.body))) kept.push(entry);
  }
  return kept.map(({ summary }) => summary);
}

function namesOf(around: readonly Entry[], own: Body): string[] {
  const others = around.filter(({ body }) => !isSameBody(own, body));
  return [...new Set(others.flatMap(({ summary }) => summary.issuer?.name ?? []))];
}
