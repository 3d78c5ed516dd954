import { type Body, homeOf, isMemberOf, isSameBody, isSamePlace } from './bodies.ts';
import { FolderHomes, folderOf, stemOf } from './folders.ts';
import type { RelationSettings } from './relations.ts';
import type { ReportSummary } from './summary.ts';

/** A report among others. */
export interface Entry {
  summary: ReportSummary;
  settings: RelationSettings;
  /** As its name says. */
  readonly named: Body;
  /** The same with its county, where the folder tells it. */
  body: Body;
  /** The county or city that the body belongs to; empty where nothing tells it. */
  home: string;
}

/** A folder with fewer reports is somebody's desk. */
const SMALLEST_COLLECTION = 6;

/** Reports sorted by body and by place. */
export class Groups {
  readonly #byBody = new Map<string, Entry[]>();
  readonly #byHome = new Map<string, Entry[]>();
  /** Of each folder how many reports lie in it, and how many of them are not the only one of their body and year. */
  readonly #folders = new Map<string, { all: number; twice: number }>();
  /** Governments of cities and counties. */
  readonly #governments: Entry[] = [];

  constructor(entries: readonly Entry[]) {
    const folders = new FolderHomes();
    for (const { named, summary } of entries) folders.add(summary.document, homeOf(named));
    for (const entry of entries) {
      const { named, summary } = entry;
      if (!summary.issuer) continue;
      // A township often leaves its county out of its name; the folder tells it, where all in it are of one.
      const home = homeOf(named) || folders.homeOf(summary.document) || '';
      entry.home = home;
      entry.body = homeOf(named) === '' ? { ...named, place: home + named.place } : named;
      put(this.#byBody, keyOf(named, summary.year), entry);
      put(this.#byHome, lastUnit(home), entry);
      if (named.agency === '政府') this.#governments.push(entry);
    }
    this.#countVersions(entries.filter(({ summary }) => summary.issuer !== undefined));
  }

  bodyOf({ body }: Entry): Body {
    return body;
  }

  /**
   * Versions of reports, or texts for trials, and no filing: most of what lies in the folder is there more than once.
   * Nothing follows from how such reports go together.
   */
  isCollection({ summary: { document } }: Entry): boolean {
    const { all, twice } = this.#folders.get(folderOf(document)) ?? { all: 0, twice: 0 };
    return all >= SMALLEST_COLLECTION && twice * 2 > all;
  }

  #countVersions(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const { body, summary } = entry;
      const folder = folderOf(summary.document);
      const counts = this.#folders.get(folder) ?? { all: 0, twice: 0 };
      this.#folders.set(folder, counts);
      counts.all++;
      const isVersion = (each: Entry): boolean =>
        each !== entry &&
        isSameBody(body, each.body) &&
        folderOf(each.summary.document) === folder &&
        stemOf(each.summary.document) !== stemOf(summary.document);
      if ((this.#byBody.get(keyOf(body, summary.year)) ?? []).some(isVersion)) counts.twice++;
    }
  }

  /** Reports of a body for a year, but for one of them. */
  ofBody(body: Body, year: number, besides: Entry): Entry[] {
    return (this.#byBody.get(keyOf(body, year)) ?? []).filter(
      (each) => each !== besides && isSameBody(body, each.body) && isNear(body, besides, each),
    );
  }

  /** All reports of the bodies of a place, and of the governments below it. */
  around(own: Body): Entry[] {
    const home = homeOf(own);
    if (home === '') return [];
    const found = (this.#byHome.get(lastUnit(home)) ?? []).filter((each) => isSamePlace(each.home, home));
    if (own.agency !== '政府') return found;
    return [...new Set([...found, ...this.#governments.filter((each) => isMemberOf(each.body, own))])];
  }
}

/** Without any place to their names two bodies are the same only where they lie side by side. */
function isNear(body: Body, entry: Entry, other: Entry): boolean {
  if (homeOf(body) !== '' && other.home !== '') return true;
  const [a, b] = [folderOf(entry.summary.document), folderOf(other.summary.document)];
  return a === b || folderOf(a) === folderOf(b);
}

/** What two spellings of a place have in common: 青溪县, 云岭市青溪县. */
const lastUnit = (place: string): string => place.slice(-2);

/** Of townships there are many, all of one kind; a department may leave out its place. */
const keyOf = ({ agency, place }: Body, year: number | undefined): string =>
  `${year} ${agency} ${agency === '乡镇' ? lastUnit(place) : ''}`;

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
