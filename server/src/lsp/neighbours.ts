import { othersIn } from '../relations/others.ts';
import type { RelationSettings, Relations } from '../relations/relations.ts';
import { ReportIndex } from '../relations/report-index.ts';
import type { ReportSummary } from '../relations/summary.ts';

/** What is known of the reports around one, and a name for this state of them. */
export interface Neighbourhood {
  readonly relations: Relations | undefined;
  /** Another one as soon as one of the others has changed. */
  readonly key: string;
}

const ALONE: Neighbourhood = { relations: undefined, key: '' };

/** Summaries of the reports that are open or lie in the workspace, by their addresses; never their texts. */
export class Neighbours {
  readonly #index = new ReportIndex();
  /** Which state of a summary it is. */
  readonly #states = new Map<string, number>();
  #state = 0;
  #known = new Map<string, Neighbourhood>();

  set(summary: ReportSummary, settings: RelationSettings): void {
    const prior = settings.prior === undefined ? undefined : this.#addressOf(settings.prior);
    this.#index.set(summary, { ...settings, prior });
    this.#changed(summary.document);
  }

  delete(uri: string): void {
    if (this.#index.get(uri) === undefined) return;
    this.#index.delete(uri);
    this.#changed(uri);
  }

  /** Looked up again only when some report has changed: every feature of the editor asks. */
  of(uri: string): Neighbourhood {
    const known = this.#known.get(uri);
    if (known) return known;
    const relations = this.#index.size > 1 ? withoutUnsaved(uri, this.#index.of(uri)) : undefined;
    const found = relations ? { relations, key: this.#keyOf(relations) } : ALONE;
    this.#known.set(uri, found);
    return found;
  }

  #changed(uri: string): void {
    this.#states.set(uri, ++this.#state);
    this.#known = new Map();
  }

  #keyOf(relations: Relations): string {
    const others = [...othersIn(relations).keys()].map((uri) => this.#states.get(uri));
    return [...others, ...relations.missing.map(({ name }) => name)].join();
  }

  /** Clients encode addresses each in their own way. */
  #addressOf(uri: string): string {
    if (this.#index.get(uri)) return uri;
    for (const known of this.#index.documents()) if (decoded(known) === decoded(uri)) return known;
    return uri;
  }
}

const isUnsaved = (uri: string): boolean => uri.startsWith('untitled:');

/** A draft that was never saved is not filed a second time: it was pasted out of the very file that it repeats. */
const withoutUnsaved = (uri: string, relations: Relations | undefined): Relations | undefined =>
  relations && {
    ...relations,
    duplicates: isUnsaved(uri) ? [] : relations.duplicates.filter(({ document }) => !isUnsaved(document)),
  };

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
